using System.Diagnostics.Metrics;

namespace Marsad.App.Web;

/// <summary>What Marsad measures of itself, beside what the server and the runtime do; read at <c>/metrics</c>.</summary>
internal static class Measures
{
    public const string Name = "Marsad";
    private static readonly Meter Meter = new(Name);

    /// <summary>Subjects screened.</summary>
    public static readonly Counter<long> Screened = Meter.CreateCounter<long>("marsad.screened", "{subject}", "Subjects screened");

    /// <summary>Subjects with a hit at or above the threshold.</summary>
    public static readonly Counter<long> Matched = Meter.CreateCounter<long>("marsad.matched", "{subject}", "Subjects with a match");

    /// <summary>Says how old each list in force is, whenever somebody asks.</summary>
    public static void WatchListAges(Meter meter, Func<IEnumerable<(string List, int AgeDays)>> ages) => meter.CreateObservableGauge(
        "marsad.list.age", () => ages().Select(a => new Measurement<int>(a.AgeDays, new KeyValuePair<string, object?>("list", a.List))), "d", "Days since a list was last known to be its publisher's");
}
