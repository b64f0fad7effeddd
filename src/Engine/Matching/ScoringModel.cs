using System.Security.Cryptography;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>A frozen set of weights and tables: the same model gives the same score on any machine, any day.</summary>
public sealed class ScoringModel
{
    private readonly EditModel _edits;
    private readonly Rarity _personRarity;
    private readonly Rarity _organizationRarity;
    private readonly Spelling[] _legalFormWords;

    private readonly bool _knowsGroups;

    private ScoringModel(string name, bool knowsGroups = true)
    {
        _knowsGroups = knowsGroups;
        Name = name;
        Weights = new Weights($"models/{name}/weights.tsv");
        Comparing = Certainty.Read($"models/{name}/certainty.tsv", "compare", Weights.PriorCompare);
        Screening = Certainty.Read($"models/{name}/certainty.tsv", "screen", Weights.PriorScreen);
        _edits = new EditModel($"models/{name}/edits.tsv", Weights);
        _personRarity = new Rarity($"models/{name}/rarity-person.tsv", Weights, $"models/{name}/rarity-syllables.tsv");
        _organizationRarity = new Rarity($"models/{name}/rarity-organization.tsv", Weights);
        _legalFormWords = [.. OrganizationWords.WordsOfLegalForms.Select(w => _edits.Spell(new Reading(w, false)))];
        Forms = FormsWith(new RecentTokens());
        Pairs = new PairWeights(_edits, new AttestedSpellings($"models/{name}/spellings.tsv", _personRarity), Weights);
        Names = new NameEvidence(Pairs, Weights);
        Parties = new PartyComparison(Names, Weights);
    }

    /// <summary>The current model.</summary>
    public static ScoringModel V1 => Lazily.V1;

    /// <summary>The current model without the names that a table gives to well-known groups: to measure what they bring.</summary>
    internal static ScoringModel WithoutGroups() => new("V1", knowsGroups: false);

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 over every table the model reads, its own and those of <c>data/</c>.</summary>
    public string TablesHash { get; } = HashTables();

    /// <summary>log2 of the odds, before any evidence, that two parties somebody chose to compare are one.</summary>
    public double ComparePriorBits => Comparing.PriorBits;

    /// <summary>log2 of the odds, before any evidence, that one given entry is the subject of a screening.</summary>
    public double ScreenPriorBits => Screening.PriorBits;

    internal Weights Weights { get; }

    /// <summary>How sure bits make that two compared parties are one.</summary>
    internal Certainty Comparing { get; }

    /// <summary>How sure bits make that an entry is the one screened.</summary>
    internal Certainty Screening { get; }

    internal EditModel Edits => _edits;

    internal PairWeights Pairs { get; }

    internal NameEvidence Names { get; }

    internal PartyComparison Parties { get; }

    /// <summary>Prepares the names that subjects bring; what it keeps is bounded. Thread-safe.</summary>
    internal NameForms Forms { get; }

    /// <summary>A preparer of a watchlist's names, which keeps all their words: a word is one token throughout.</summary>
    internal NameForms NewForms() => FormsWith(new AllTokens());

    private NameForms FormsWith(ITokenMemory memory) => new(_edits, Weights, _personRarity, _organizationRarity, _legalFormWords, memory) { KnowsGroups = _knowsGroups };

    /// <summary>Compares two parties: the first asks, the second is listed.</summary>
    /// <param name="subject">The asking side.</param>
    /// <param name="entry">The listed side.</param>
    /// <param name="explain">Whether the result carries its evidence.</param>
    /// <returns>The result, with the prior of comparisons. Parties of kinds that cannot be one have the least probability there is.</returns>
    public Comparison Compare(Subject subject, ListEntry entry, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(entry);
        var forms = Forms;
        var asPerson = entry.Schema == EntrySchema.Person || (entry.Schema == EntrySchema.LegalEntity && subject.Schema == EntrySchema.Person);
        var listed = ListedParty.From(entry, asPerson, forms);
        var asked = new AskedParty(subject, forms);
        var best = Parties.WeighNames(asked.Names(asPerson), listed, Pairs.CostWithin);
        return Parties.Conclude(asked, listed, best, Parties.WeighOthers(subject, listed), Comparing, Pairs.CostWithin, explain);
    }

    private static string HashTables()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in TableFile.Paths.Where(p => p.EndsWith(".tsv", StringComparison.Ordinal) && !IsOfArticles(p)))
        {
            using var table = TableFile.Open(path);
            hash.AppendData(SHA256.HashData(table));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    // What only the article reader reads changes no score.
    private static bool IsOfArticles(string path) => path.StartsWith("data/languages/", StringComparison.Ordinal) || path.StartsWith("data/official/", StringComparison.Ordinal)
        || path is "data/places/outlets.tsv" or "data/places/fiscal-years.tsv" or "data/organizations/agencies.tsv";

    // The tables are read when a model is first asked for, not when the program starts.
    private static class Lazily
    {
        public static readonly ScoringModel V1 = new("V1");
    }
}
