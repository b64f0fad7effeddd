using System.CommandLine;
using System.Globalization;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ca;
using Marsad.Engine.Lists.Eu;
using Marsad.Engine.Lists.Uk;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary><c>train-evidence</c>: estimates what evidence beyond the name weighs, from the official lists themselves.</summary>
/// <remarks>
/// <para><b>m</b>: two records of one person on two lists, linked by a cross reference or by an identical number, and for numbers by
/// name and full birth date. <b>u</b>: records of two persons on one list whose names are alike enough that the evidence would count.
/// A relation's weight is log2 of its share of m over its share of u, both smoothed by half a pair.</para>
/// <para><b>Copying.</b> Lists copy dates and numbers from one another, so linked records disagree less than a record and a customer's
/// form do: a share of m (<see cref="Independent"/>) is taken to be recorded independently, any relation as likely as
/// another. How far a day agrees by chance is too rare to count; its weight rests on that smoothing.</para>
/// <para><b>Monotone.</b> Relations are ordered by how exactly they agree; where an estimate breaks the order, neighbors are pooled.</para>
/// <para>Deterministic: the same lists give the same report, <c>accuracy/runs/evidence.md</c>. The rows of the model's table of weights
/// are set from it by hand, rounded to half a bit, and say so.</para>
/// </remarks>
internal static class EvidenceTrainer
{
    /// <summary>The share of linked pairs taken to be recorded independently of each other.</summary>
    private const double Independent = 0.05;

    /// <summary>Every so many persons are screened for others of alike names.</summary>
    private const int Every = 4;

    private const int MostAlike = 20;

    public static Command Create()
    {
        var command = new Command("train-evidence", "Estimates the weights of birth dates, countries, genders and numbers, and writes the report.");
        command.SetAction(_ =>
        {
            var lists = ReadLists();
            var people = lists.SelectMany(l => l.Entries).Where(e => e.Schema == EntrySchema.Person).ToList();
            var linked = Links(people, withDates: false).ToList();
            var known = Links(people, withDates: true).ToList();
            var alike = Alike(people).ToList();
            var path = Path.Combine(DataFiles.Repository, "accuracy", "runs", "evidence.md");
            using var report = new StreamWriter(path) { NewLine = "\n" };
            report.WriteLine("# Weights of evidence beyond the name, estimated");
            report.WriteLine();
            report.WriteLine("Made by `dotnet run -c Release --project accuracy -- train-evidence`, which documents the method.");
            report.WriteLine();
            report.WriteLine($"Lists: {string.Join("; ", lists.Select(l => $"{ListOf(l.Entries[0])}, {l.Entries.Count} entries"))}.");
            report.WriteLine();
            report.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"One person on two lists: {linked.Count} pairs linked by reference or number, {known.Count} by reference or by name and full birth date. Two persons of alike names on one list: {alike.Count} pairs."));
            Table(report, "Birth dates", EvidenceRelations.BirthDates, linked, alike, EvidenceRelations.OfBirthDates);
            Table(report, "Countries", EvidenceRelations.Countries, linked, alike, EvidenceRelations.OfCountries);
            Table(report, "Genders", EvidenceRelations.Genders, linked, alike, EvidenceRelations.OfGenders);
            Table(report, "Places of birth", EvidenceRelations.Places, linked, alike, EvidenceRelations.OfPlaces);
            Table(report, "Numbers", EvidenceRelations.Numbers, known, alike, EvidenceRelations.OfNumbers);
            Console.WriteLine($"{path}: {linked.Count} and {known.Count} links, {alike.Count} alike");
            return 0;
        });
        return command;
    }

    private static MeasuredLists[] ReadLists() =>
    [
        MeasuredLists.ReadList(new Engine.Lists.Un.UnReader(), "un", [MeasuredLists.Un]),
        MeasuredLists.ReadList(new Engine.Lists.Ofac.OfacReader("ofac-sdn"), "ofac-sdn", MeasuredLists.Ofac),
        MeasuredLists.ReadList(new UkReader(), "uk", [DataFiles.Shared("lists/uk/ofsi-conlist-2018-04-13.csv.gz")]),
        MeasuredLists.ReadList(new EuReader(), "eu", [DataFiles.Shared("lists/eu/eu-fsf-parsed-2025-05.csv.gz")]),
        MeasuredLists.ReadList(new CaReader(), "ca", [DataFiles.Shared("lists/ca/ca-sema-consolidated-2025-05.xml.gz")]),
    ];

    // Two records of one person on different lists; never linked by the evidence that is to be weighed.
    private static IEnumerable<(ListEntry A, ListEntry B)> Links(IReadOnlyList<ListEntry> people, bool withDates)
    {
        var byKey = new Dictionary<string, List<ListEntry>>(StringComparer.Ordinal);
        foreach (var entry in people)
        {
            foreach (var key in Keys(entry, withDates).Distinct(StringComparer.Ordinal))
            {
                if (!byKey.TryGetValue(key, out var same))
                    byKey[key] = same = [];
                same.Add(entry);
            }
        }
        var seen = new HashSet<(string, string)>();
        foreach (var (_, same) in byKey.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < same.Count; i++)
            {
                for (var j = i + 1; j < same.Count; j++)
                {
                    if (ListOf(same[i]) != ListOf(same[j]) && seen.Add((same[i].Id, same[j].Id)))
                        yield return (same[i], same[j]);
                }
            }
        }
    }

    private static IEnumerable<string> Keys(ListEntry entry, bool withDates)
    {
        yield return "id " + entry.Id;
        foreach (var reference in entry.References)
            yield return "id " + reference.Value;
        if (!withDates)
        {
            foreach (var number in entry.Identifiers.Where(i => i.Kind is IdentifierKind.Passport or IdentifierKind.NationalId or IdentifierKind.TaxId))
            {
                if (IdentifierEvidence.Normalize(number) is { Length: >= 6 } text)
                    yield return $"{number.Kind} {text}";
            }
            yield break;
        }
        foreach (var date in entry.Dates.Where(d => d is { Kind: DateKind.Birth, Value: { Precision: DatePrecision.Day, IsCirca: false, From: not { Month: 1, Day: 1 } } }))
        {
            foreach (var name in entry.Names)
                yield return $"{string.Join(' ', name.Text.ToUpperInvariant().Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))} {date.Value}";
        }
    }

    // Two entries of one list are two persons; alike are those whose names alone would let other evidence count.
    private static IEnumerable<(ListEntry A, ListEntry B)> Alike(IReadOnlyList<ListEntry> people)
    {
        foreach (var list in people.GroupBy(ListOf).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var entries = list.ToList();
            var watchlist = Watchlist.Prepare(entries, ScoringModel.V1);
            var groups = new EntryGroups();
            entries.ForEach(groups.Add);
            var leaders = groups.Leaders();
            var placeOf = entries.Select((e, i) => (e.Id, i)).DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.i, StringComparer.Ordinal);
            for (var i = 0; i < entries.Count; i += Every)
            {
                var subject = new Subject { Schema = EntrySchema.Person, Names = [.. entries[i].Names.Take(1)] };
                foreach (var hit in watchlist.Screen(subject, new ScreeningOptions { Threshold = 0.5, Limit = MostAlike }))
                {
                    var leader = leaders[placeOf[hit.Entry.Id]];
                    if (hit.Entry.Id != entries[i].Id && (leader < 0 || leader != leaders[i]))
                        yield return (entries[i], hit.Entry);
                }
            }
        }
    }

    private static void Table(
        StreamWriter report, string title, IReadOnlyList<string> relations, List<(ListEntry A, ListEntry B)> same, List<(ListEntry A, ListEntry B)> other,
        Func<ListEntry, ListEntry, string?> relate)
    {
        double[] m = Count(relations, same, relate), u = Count(relations, other, relate);
        report.WriteLine();
        report.WriteLine($"## {title}");
        report.WriteLine();
        report.WriteLine("| relation, the more exact first | one person | two persons | bits as counted | monotone |");
        report.WriteLine("|---|---|---|---|---|");
        var counted = new double[relations.Count];
        for (var i = 0; i < relations.Count; i++)
        {
            double ofM = (m[i] + 0.5) / (m.Sum() + 0.5 * relations.Count), ofU = (u[i] + 0.5) / (u.Sum() + 0.5 * relations.Count);
            counted[i] = Math.Log2(((1 - Independent) * ofM + Independent / relations.Count) / ofU);
        }
        var monotone = Falling(counted, [.. m.Zip(u, (a, b) => a + b + 1)]);
        for (var i = 0; i < relations.Count; i++)
            report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {relations[i]} | {m[i]:F0} | {u[i]:F0} | {counted[i]:+0.0;-0.0} | {monotone[i]:+0.0;-0.0} |"));
    }

    private static double[] Count(IReadOnlyList<string> relations, List<(ListEntry A, ListEntry B)> pairs, Func<ListEntry, ListEntry, string?> relate)
    {
        var counts = new double[relations.Count];
        foreach (var (a, b) in pairs)
        {
            if (relate(a, b) is { } relation)
                counts[relations.ToList().IndexOf(relation)]++;
        }
        return counts;
    }

    // Pools neighbors that break the order (pool adjacent violators), each weighed by how often it was seen.
    private static double[] Falling(double[] values, double[] weights)
    {
        var blocks = new List<(double Value, double Weight, int Count)>();
        for (var i = 0; i < values.Length; i++)
        {
            blocks.Add((values[i], weights[i], 1));
            while (blocks.Count > 1 && blocks[^1].Value > blocks[^2].Value)
            {
                var (b, a) = (blocks[^1], blocks[^2]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add(((a.Value * a.Weight + b.Value * b.Weight) / (a.Weight + b.Weight), a.Weight + b.Weight, a.Count + b.Count));
            }
        }
        return [.. blocks.SelectMany(b => Enumerable.Repeat(b.Value, b.Count))];
    }

    private static string ListOf(ListEntry entry) => entry.Id[..entry.Id.IndexOf(':', StringComparison.Ordinal)];
}
