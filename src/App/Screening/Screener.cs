using System.Collections.Immutable;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>The lists in force, prepared, and the policy to screen by. Immutable and thread-safe.</summary>
internal sealed class Screener
{
    private readonly Watchlist _watchlist;
    private readonly ScreeningOptions _options;
    private readonly ImmutableArray<LoadedList> _loaded;

    private Screener(Watchlist watchlist, ImmutableArray<LoadedList> loaded, DateOnly today, Profile profile, bool explain)
    {
        (_watchlist, _loaded, Profile) = (watchlist, loaded, profile);
        Lists = [.. loaded.Where(l => profile.Lists.IsEmpty || profile.Lists.Contains(l.Id)).Select(l => ListInForce.From(l, today))];
        _options = profile.Options(explain);
    }

    /// <summary>The versions used.</summary>
    public ImmutableArray<ListInForce> Lists { get; }

    /// <summary>The policy.</summary>
    public Profile Profile { get; }

    /// <summary>The model that scores.</summary>
    public ScoringModel Model => _watchlist.Model;

    /// <summary>How many entries are screened against.</summary>
    public int EntryCount => _watchlist.Count;

    /// <summary>Loads and prepares the lists of the policy.</summary>
    /// <param name="here">The data folder and today's date.</param>
    /// <param name="profile">The policy.</param>
    /// <param name="asOf">The day whose list versions count; null for those in force.</param>
    /// <param name="explain">Whether hits carry their evidence.</param>
    /// <exception cref="WrongInputException">A list of the policy is not there.</exception>
    public static Screener Open(Surroundings here, Profile profile, DateOnly? asOf = null, bool explain = false) =>
        Open(here, new ListStore(here.DataFolder).Open(asOf, profile.Lists.IsEmpty ? null : profile.Lists), here.Today, profile, explain);

    /// <summary>Opens the index of lists, or makes it.</summary>
    public static Screener Open(Surroundings here, IReadOnlyList<LoadedList> lists, DateOnly today, Profile profile, bool explain) =>
        new(new IndexStore(here.DataFolder).Open(lists, ScoringModel.V1), [.. lists], today, profile, explain);

    /// <summary>Prepares lists that are loaded, without a data folder.</summary>
    public static Screener Open(IReadOnlyList<LoadedList> lists, DateOnly today, Profile profile, bool explain = false) =>
        new(Watchlist.Prepare(lists.SelectMany(l => l.Entries), ScoringModel.V1), [.. lists], today, profile, explain);

    /// <summary>The same lists under another policy, on another day: what a server does with each request. It costs next to nothing.</summary>
    /// <exception cref="WrongInputException">A list of the policy is not among them.</exception>
    public Screener For(Profile profile, DateOnly today, bool explain)
    {
        foreach (var list in profile.Lists)
        {
            if (!_loaded.Any(l => l.Id == list))
                throw new WrongInputException($"there is no list \"{list}\" in force; there are: {string.Join(", ", _loaded.Select(l => l.Id))}");
        }
        return new Screener(_watchlist, _loaded, today, profile, explain);
    }

    /// <summary>The entry of an id; null when no list in force has it.</summary>
    public ListEntry? Find(string entryId) => _watchlist.Find(entryId);

    /// <summary>Finds the entries a subject may be, the best first.</summary>
    public IReadOnlyList<Hit> Screen(Subject subject) =>
        Profile.Rule == ScoreRule.Ofac ? ByOfacScore(subject) : _watchlist.Screen(subject, _options);

    /// <summary>Scores one entry whatever the threshold; null when the lists have no entry of that id.</summary>
    public Hit? Against(Subject subject, string entryId) =>
        _watchlist.Against(subject, entryId, _options) is { } hit ? Judged(hit) : null;

    /// <summary>The parity score knows no index: every entry is scored.</summary>
    private Hit[] ByOfacScore(Subject subject) =>
    [
        .. _watchlist.AgainstAll(subject, _options)
            .Where(h => _options.Lists?.Contains(ScreeningJson.ListOf(h.Entry.Id)) != false)
            .Where(h => h.Comparison.OfacScore >= Profile.Threshold)
            .OrderByDescending(h => h.Comparison.OfacScore)
            .ThenByDescending(h => h.Comparison.WeightBits)
            .ThenBy(h => h.Entry.Id, StringComparer.Ordinal)
            .Take(Profile.Limit)
            .Select(Judged),
    ];

    private Hit Judged(Hit hit) =>
        Profile.Rule == ScoreRule.Ofac ? hit with { IsMatch = hit.Comparison.OfacScore >= Profile.Threshold } : hit;
}
