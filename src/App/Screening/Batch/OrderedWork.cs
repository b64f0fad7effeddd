using System.Threading.Channels;

namespace Marsad.App.Screening.Batch;

/// <summary>Works on a stream of things in parallel and hands the results on in the order of the things.</summary>
/// <remarks>
/// Memory is bounded: so many things per worker are under way at once, and the reader waits when the taker is slow. When
/// nothing becomes ready for a moment the taker is told, so that it can flush: a program that writes one line and waits for its answer
/// gets it.
/// </remarks>
internal static class OrderedWork
{
    private const int UnderWayPerWorker = 64;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    /// <summary>Reads things on one thread, works on them on <paramref name="jobs"/> threads, and takes the results on the caller's.</summary>
    /// <param name="things">Read once, in order.</param>
    /// <param name="jobs">How many are worked on at the same time.</param>
    /// <param name="work">Must be thread-safe.</param>
    /// <param name="take">Takes the results in order.</param>
    /// <param name="idle">Called when the next result is not ready in a moment.</param>
    /// <param name="cancel">Stops after the results taken so far.</param>
    public static async Task Run<TThing, TResult>(
        IAsyncEnumerable<TThing> things, int jobs, Func<TThing, TResult> work, Func<TResult, ValueTask> take, Func<ValueTask> idle, CancellationToken cancel)
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
                    if (!await Await(underWay.Reader.WaitToReadAsync(cancel).AsTask(), idle, cancel))
                        break;
                    continue;
                }
                await take(await Await(next, idle, cancel));
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

    private static async Task<T> Await<T>(Task<T> next, Func<ValueTask> idle, CancellationToken cancel)
    {
        if (next.IsCompleted)
            return await next;
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var isReady = await Task.WhenAny(next, Task.Delay(Moment, waited.Token)) == next;
        await waited.CancelAsync();
        if (!isReady)
            await idle();
        return await next.WaitAsync(cancel);
    }

    private static async Task Read<TThing, TResult>(
        IAsyncEnumerable<TThing> things, Func<TThing, TResult> work, SemaphoreSlim workers, ChannelWriter<Task<TResult>> underWay, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            await foreach (var thing in things.WithCancellation(stop))
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
