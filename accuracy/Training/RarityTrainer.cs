using System.CommandLine;
using System.Globalization;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Names;

namespace Marsad.Accuracy.Training;

/// <summary><c>train rarity</c>: counts how rare words are in the names of people and organizations, and writes the model's tables.</summary>
/// <remarks>
/// <para>A word's share is the greatest of: the share of listed parties that have it in a name (UN and OFAC, of the measured dates),
/// and what the CC0 lists of common forenames and surnames by country suggest. Those give ranks, not counts: the share at
/// rank r is taken as 2 % (forenames) or 1.5 % (surnames) divided by √r, where no percentage is printed. Half the world's
/// countries are missing there, and people who share one name share a country more often than not, so a country counts half when it
/// stands alone. Persian given names are counted, in Persian letters.</para>
/// <para>Words counted once on the lists are left out: they may be slips of the pen, and an unknown word is rare anyway.</para>
/// </remarks>
internal static class RarityTrainer
{
    private const double RankedForenameShare = 0.02;
    private const double RankedSurnameShare = 0.015;
    private const double CountriesThatMatter = 25;
    private const double OneCountry = 0.5;

    public static Command Create()
    {
        var command = new Command("train-rarity", "Counts how rare words are and writes the tables of the model.");
        command.SetAction(_ =>
        {
            var entries = MeasuredLists.Read().Entries;
            var people = ListShares(entries.Where(e => e.Schema == EntrySchema.Person), asPerson: true);
            var organizations = ListShares(entries.Where(e => e.Schema != EntrySchema.Person), asPerson: false);
            foreach (var (key, share) in PopulationShares())
                people[key] = Math.Max(people.GetValueOrDefault(key), share);
            AddPersian(people);
            Write("rarity-person.tsv", "people", people);
            Write("rarity-organization.tsv", "organizations, vessels and aircraft", organizations);
            return 0;
        });
        return command;
    }

    private static Dictionary<string, double> ListShares(IEnumerable<ListEntry> entries, bool asPerson)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var entry in entries)
        {
            total++;
            foreach (var key in entry.Names.SelectMany(n => Keys(n.Text, asPerson)).Distinct(StringComparer.Ordinal))
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts.Where(c => c.Value > 1).ToDictionary(c => c.Key, c => (double)c.Value / total, StringComparer.Ordinal);
    }

    private static Dictionary<string, double> PopulationShares()
    {
        var byCountry = new Dictionary<(string Key, string Country), double>();
        Add(byCountry, "populations/common-forenames-by-country.csv", "Romanized Name", row => RankedForenameShare / Math.Sqrt(Rank(row["Index"])));
        Add(byCountry, "populations/common-surnames-by-country.csv", "Romanized Name", row =>
            Share(row["Percent"]) is { } share ? share : RankedSurnameShare / Math.Sqrt(Rank(row["Rank"])));
        return byCountry.GroupBy(s => s.Key.Key, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => Math.Max(g.Sum(s => s.Value) / CountriesThatMatter, g.Max(s => s.Value) * OneCountry), StringComparer.Ordinal);
    }

    // Persian given names are counted as they are written, without short vowels: the commonest name with those letters is meant.
    private static void AddPersian(Dictionary<string, double> people)
    {
        var bySkeleton = people.Keys.Order(StringComparer.Ordinal).ToLookup(RarityKey.SkeletonOf, StringComparer.Ordinal);
        foreach (var row in Rows("populations/persian-firstnames-frequency.csv"))
        {
            foreach (var reading in NameParser.Person(row["first_name"]).Parts.SelectMany(p => p.Readings.Take(1)))
            {
                var key = RarityKey.Of(reading.Latin);
                var meant = bySkeleton[RarityKey.SkeletonOf(key)].Where(k => Rarity.IsWithin(key, k)).MaxBy(k => people[k]);
                if (meant is not null && Share(row["%GT Count of id"]) is { } share)
                    people[meant] = Math.Max(people[meant], share * OneCountry);
            }
        }
    }

    // "1.57%" and 0.0157 are the same share.
    private static double? Share(string text) =>
        !double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? null : text.EndsWith('%') ? share / 100 : share;

    private static void Add(Dictionary<(string Key, string Country), double> shares, string file, string column, Func<Dictionary<string, string>, double> share)
    {
        foreach (var row in Rows(file))
        {
            if (!row.TryGetValue(column, out var name) || name.Length == 0)
                continue;
            foreach (var key in Keys(name, asPerson: true))
                shares[(key, row["Country"])] = Math.Max(shares.GetValueOrDefault((key, row["Country"])), share(row));
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        string[]? header = null;
        foreach (var (_, line) in DataFiles.Lines(DataFiles.Shared(file)))
        {
            var cells = line.TrimStart('\uFEFF').Split(',');
            if (header is null)
                header = cells;
            else
                yield return header.Zip(cells).ToDictionary(p => p.First, p => p.Second.Trim('"'), StringComparer.Ordinal);
        }
    }

    private static double Rank(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0 ? rank : 50;

    private static IEnumerable<string> Keys(string name, bool asPerson)
    {
        var parsed = asPerson ? NameParser.Person(name) : NameParser.Organization(name);
        return parsed.Parts
            .Where(p => p.Role is not (PartRole.Initial or PartRole.Number or PartRole.LegalForm))
            .SelectMany(p => p.Readings.Take(1).Where(r => !r.OmitsVowels).Select(r => RarityKey.Of(r.Latin)))
            .Where(k => k.Length > 0);
    }

    private static void Write(string file, string what, Dictionary<string, double> shares)
    {
        var path = Path.Combine(DataFiles.Repository, "src", "Engine", "Matching", "Models", "V1", file);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"# How rare a word is in the names of {what}, in bits: -log2 of the share of names that hold it.");
        writer.WriteLine("# Made by accuracy/ (train-rarity) from the UN list of 2026-02-27, OFAC SDN of 2024-05-03 with its aliases, and, for people,");
        writer.WriteLine("# the data sets popular-names-by-country (CC0) and persian-names (MIT). License: Apache-2.0, as the project.");
        writer.WriteLine("# Columns: key (see RarityKey: all spellings of one name share it), bits. Reader: src/Engine/Matching/Rarity.cs");
        foreach (var (key, share) in shares.OrderBy(s => s.Key, StringComparer.Ordinal))
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}\t{-Math.Log2(share):F1}"));
        Console.WriteLine($"{file}: {shares.Count} words");
    }
}
