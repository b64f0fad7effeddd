using System.Threading.Channels;

namespace Marsad.App.Screening.Batch;

/// <summary>Works on a stream of things in parallel and hands the results on in the order of the things.</summary>
/// <remarks>
/// Memory is bounded: so many things per worker are under way at once, and the reader waits when the taker is slow. When
/// nothing is ready the taker is told, so that it can flush: a program that writes one line and waits for its answer gets it.
/// </remarks>
internal static class OrderedWork
{
    private const int UnderWayPerWorker = 64;

    /// <summary>Reads things on one thread, works on them on <paramref name="jobs"/> threads, and takes the results on the caller's.</summary>
    /// <param name="things">Read once, in order.</param>
    /// <param name="jobs">How many are worked on at the same time.</param>
    /// <param name="work">Must be thread-safe.</param>
    /// <param name="take">Takes the results in order.</param>
    /// <param name="idle">Called when the next result is not ready yet.</param>
    /// <param name="cancel">Stops after the results taken so far.</param>
    public static async Task Run<TThing, TResult>(
        IEnumerable<TThing> things, int jobs, Func<TThing, TResult> work, Action<TResult> take, Action idle, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var workers = new SemaphoreSlim(jobs);
        var underWay = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(jobs * UnderWayPerWorker) { SingleReader = true, SingleWriter = true });
        var reader = Task.Run(() => Read(things, work, workers, underWay.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (true)
            {
                if (!underWay.Reader.TryRead(out var next))
                {
                    idle();
                    if (!await underWay.Reader.WaitToReadAsync(cancel))
                        break;
                    continue;
                }
                if (!next.IsCompleted)
                    idle();
                take(await next.WaitAsync(cancel));
            }
            await reader;
        }
        catch
        {
            // The reader may be waiting for a line that never comes: it is told to stop, not waited for.
            await stop.CancelAsync();
            throw;
        }
    }

    private static async Task Read<TThing, TResult>(
        IEnumerable<TThing> things, Func<TThing, TResult> work, SemaphoreSlim workers, ChannelWriter<Task<TResult>> underWay, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            foreach (var thing in things)
            {
                await workers.WaitAsync(stop);
                var working = Task.Run(
                    () =>
                    {
                        try
                        {
                            return work(thing);
                        }
                        finally
                        {
                            workers.Release();
                        }
                    }, CancellationToken.None);
                await underWay.WriteAsync(working, stop);
            }
        }
#pragma warning disable CA1031 // handed to the taker, which throws it
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = e;
        }
        underWay.Complete(fault);
    }
}
