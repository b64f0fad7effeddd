using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Marsad.App.Imports;

/// <summary>What is known about a list before its first file arrives: whose it is, where it lies, and what a sound version looks like.</summary>
/// <remarks>One file per list in <c>data/lists/</c>. A list without a card (a csv of one's own) meets the general limits only.</remarks>
internal sealed record SourceCard
{
    public string Id { get; init; } = "";
    public ListTitle Title { get; init; } = new();
    public string Publisher { get; init; } = "";
    public string Format { get; init; } = "";

    /// <summary>The files of the set and where the publisher offers them; empty where it offers no file.</summary>
    public List<PublishedFile> Files { get; init; } = [];

    /// <summary>The words the publisher wants to be named with.</summary>
    public string Attribution { get; init; } = "";
    public string Terms { get; init; } = "";

    /// <summary>How often the publisher is asked; an age above three times as much is shown loudly.</summary>
    public int RefreshHours { get; init; } = 24;
    public ImportLimits Limits { get; init; } = new();

    /// <summary>All cards, by id.</summary>
    public static IReadOnlyDictionary<string, SourceCard> All => Cards.Value;

    /// <summary>The card of a list; a plain one for a list that has none.</summary>
    public static SourceCard Of(string id, string format) => All.GetValueOrDefault(id) ?? new SourceCard { Id = id, Title = new ListTitle { En = id }, Format = format };

    /// <summary>The card that a format is imported under when nobody says <c>--as</c>.</summary>
    public static SourceCard? OfFormat(string format) => All.Values.FirstOrDefault(c => c.Format == format);

    /// <summary>Reads a card.</summary>
    public static SourceCard Parse(TextReader yaml) => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build()
        .Deserialize<SourceCard>(yaml);

    private static readonly Lazy<SortedDictionary<string, SourceCard>> Cards = new(() =>
    {
        const string folder = "data/lists/";
        var assembly = Assembly.GetExecutingAssembly();
        var cards = new SortedDictionary<string, SourceCard>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var card = Parse(reader);
            cards.Add(card.Id, card);
        }
        return cards;
    });
}

/// <summary>A list's title in the languages of the terminal.</summary>
internal sealed record ListTitle
{
    public string En { get; init; } = "";
    public string Ar { get; init; } = "";
    public string Ru { get; init; } = "";
}

/// <summary>A file of a list, and the publisher's address for it.</summary>
internal sealed record PublishedFile
{
    public string Name { get; init; } = "";
    public Uri? Address { get; init; }
}

/// <summary>What a sound version of a list looks like. Shares are 0 to 1.</summary>
internal sealed record ImportLimits
{
    public CountLimit Entries { get; init; } = new();
    public Dictionary<string, CountLimit> Schemas { get; init; } = [];

    /// <summary>The share of entries that must have a field, by the names of <see cref="ListCounts.Filled"/>.</summary>
    public Dictionary<string, double> Filled { get; init; } = new() { ["names"] = 0.9 };

    /// <summary>The share of names that must be in other letters than Latin.</summary>
    public double OriginalScripts { get; init; }

    /// <summary>The share of entries that may vanish against the version in force.</summary>
    public double Shrink { get; init; } = 0.2;

    /// <summary>The share of records that may fail to become entries.</summary>
    public double LostRecords { get; init; } = 0.01;
}

/// <summary>From how many to how many.</summary>
internal sealed record CountLimit
{
    public int Min { get; init; } = 1;
    public int Max { get; init; } = int.MaxValue;
}
