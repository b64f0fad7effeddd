using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Terminal;

namespace Marsad.App.Screening;

/// <summary>The lists in force, prepared once and held, and prepared anew when anybody imports, updates or disables one: another process
/// too. A request works with what it began with to its end.</summary>
internal sealed class LiveLists(Surroundings here) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly Profile Everything = new() { Name = "all" };

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _opening = new(1);
    private volatile Screener? _current;
    private readonly Lock _looking = new();
    private (DateOnly Day, Screener Screener)? _past;
    private string _state = "";

    /// <summary>What is in force; null while it is being prepared for the first time.</summary>
    public Screener? Current => _current;

    /// <summary>The lists in force with their age today; none while they are being prepared for the first time.</summary>
    public IReadOnlyList<ListInForce> InForce => _current?.For(Everything, here.Today, explain: false).Lists ?? [];

    /// <summary>How many times the lists were prepared.</summary>
    public int Generation { get; private set; }

    /// <summary>Why the lists could not be prepared anew; empty when they could. What was in force stays so.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Begins to prepare and to watch.</summary>
    public void Start() => _ = Task.Run(Watch);

    /// <summary>The lists as of a day, under no policy. The last day asked for is kept.</summary>
    public async Task<Screener> AsOf(DateOnly day, CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (_past is { } past && past.Day == day)
                return past.Screener;
            var screener = await Task.Run(() => Screener.Open(here, Everything, day), cancel);
            _past = (day, screener);
            return screener;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Looks now rather than in a second: this process has changed something itself.</summary>
    public async Task Renew() => await Task.Run(Look);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _opening.Dispose();
    }

    private async Task Watch()
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            do
            {
                Look();
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void Look()
    {
        lock (_looking)
        {
            try
            {
                var state = StateOf(Path.Combine(here.DataFolder, "lists"));
                if (_current is not null && state == _state)
                    return;
                _current = Screener.Open(here, Everything);
                (_state, Fault, _past) = (state, "", null);
                Generation++;
            }
#pragma warning disable CA1031 // what is in force stays in force, whatever is wrong with what is new
            catch (Exception e)
#pragma warning restore CA1031
            {
                Fault = e.Message;
            }
        }
    }

    /// <summary>The files that say which versions are in force, and when each was last written.</summary>
    private static string StateOf(string folder) => !Directory.Exists(folder) ? "" : string.Join('\n', Directory.GetDirectories(folder)
        .SelectMany(list => ((string[])["current", "disabled", "confirmed"]).Select(name => Path.Combine(list, name)))
        .Where(File.Exists)
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file} {File.GetLastWriteTimeUtc(file).Ticks}"))
        .Order(StringComparer.Ordinal));
}
