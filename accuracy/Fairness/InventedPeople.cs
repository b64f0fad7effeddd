using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;
using PopularName = Marsad.Accuracy.Fairness.Populations.PopularName;

namespace Marsad.Accuracy.Fairness;

/// <summary>People who are on no list, invented from the common names of their countries: as many of each origin, in each of its scripts.</summary>
/// <remarks>
/// <para>Given and family name come from one country, each as likely as any other of its common ones: people whose names many share,
/// so the rates are higher than among a whole people. Where no family names are counted, a name in Arab countries is a
/// chain (given name, father, grandfather), in Pakistan given name and father; in Iran the family name is made of a given name as
/// most of them are (Ahmad: Ahmadi, Ahmadzadeh, Ahmadpour, Ahmadnejad). Each is born on a day of 1945 to 2004 and a citizen of
/// that country. The same seed invents the same people.</para>
/// <para>A name may by chance be a listed one. It counts as an innocent all the same: there is such a person.</para>
/// </remarks>
internal sealed class InventedPeople(Populations names, IReadOnlySet<string> commonTokens, int seed)
{
    private const int FirstYear = 1945, Years = 60;
    private const int TriesPerName = 60;

    /// <summary>Scripts whose names are written family name first, without a space.</summary>
    private static readonly Script[] Unspaced = [Script.Han, Script.Hangul, Script.Kana];

    private delegate (string Name, string Country)? Inventor(Random random);

    /// <summary>Invents people of every origin; fewer than asked for where a country has too few names.</summary>
    public IReadOnlyList<ScreeningQuery> Of(int perOrigin) => [.. Origins().SelectMany(o => Draw(o.Origin, o.Invent, perOrigin))];

    private IEnumerable<(string Origin, Inventor Invent)> Origins()
    {
        foreach (var origin in names.Origins)
        {
            var surnames = names.Surnames.Where(n => names.OriginOf(n.Country) == origin).ToLookup(n => n.Country);
            var forenames = names.Forenames.Where(n => names.OriginOf(n.Country) == origin).ToLookup(n => n.Country);
            string[] both = [.. forenames.Select(g => g.Key).Where(surnames.Contains)];
            if (both.Length > 0)
                yield return ($"Latin:{origin}", random => Pick(random, both) is var c ? ($"{Pick(random, forenames[c]).Latin} {Pick(random, surnames[c]).Latin}", c) : null);
        }
        foreach (var script in names.Surnames.Select(n => Transliterator.ScriptOf(n.Local)).Distinct().Where(s => s is not (Script.None or Script.Latin)).Order())
        {
            var surnames = names.Surnames.Where(n => Transliterator.ScriptOf(n.Local) == script).ToLookup(n => n.Country);
            var forenames = names.Forenames.Where(n => Transliterator.ScriptOf(n.Local) == script).ToLookup(n => n.Country);
            string[] both = [.. forenames.Select(g => g.Key).Where(surnames.Contains)];
            if (both.Length > 0)
                yield return (script.ToString(), random => Pick(random, both) is var c ? (Written(script, Pick(random, forenames[c]).Local, Pick(random, surnames[c]).Local), c) : null);
        }
        yield return ("Latin:arab chain", Chain(c => names.OriginOf(c) == "arab", 3));
        var persian = names.Forenames.Where(n => n.Country == "IR").ToArray();
        yield return ("Latin:persian", Persian(persian, ["i", "i", "zadeh", "pour", "nejad"]));
        yield return ("Latin:pakistani chain", Chain(c => c == "PK", 2));
        yield return ("Arabic:arab chain", Chain([.. names.ArabicGivenNames], [.. names.ArabicGivenNames.Where(n => n.IsMale)], 3));
        yield return ("Arabic:persian", Persian([.. names.PersianGivenNames], ["ی", "ی", "زاده", "پور", "نژاد"]));
    }

    private Inventor Chain(Func<string, bool> isMeant, int length)
    {
        var all = names.Forenames.Where(n => isMeant(n.Country)).ToLookup(n => n.Country);
        string[] countries = [.. all.Select(g => g.Key).Where(c => all[c].Any(n => n.IsMale))];
        return random => Pick(random, countries) is var c ? Chain([.. all[c]], [.. all[c].Where(n => n.IsMale)], length)(random) : null;
    }

    private static Inventor Chain(PopularName[] given, PopularName[] fathers, int length) => random =>
    {
        var first = Pick(random, given);
        string[] chain = [first.Latin, .. Enumerable.Range(1, length - 1).Select(_ => Pick(random, fathers).Latin)];
        return chain.Distinct().Count() < length ? null : (string.Join(' ', chain), first.Country);
    };

    private static Inventor Persian(PopularName[] given, string[] endings) => random =>
        Pick(random, given) is var first && Pick(random, given) is var father && father.Latin[^1] is not ('i' or 'ی' or 'ه' or 'a' or 'e' or 'h')
            ? ($"{first.Latin} {father.Latin}{Pick(random, endings)}", "IR") : null;

    private IEnumerable<ScreeningQuery> Draw(string origin, Inventor invent, int count)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; tries < count * TriesPerName && seen.Count < count; tries++)
        {
            if (invent(random) is { } made && seen.Add(made.Name))
                yield return Person($"{origin} {seen.Count:D4}", origin, made.Name, made.Country, random);
        }
    }

    private ScreeningQuery Person(string id, string origin, string name, string country, Random random)
    {
        var born = new DateOnly(FirstYear, 1, 1).AddDays(random.Next(Years * 365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var properties = JsonSerializer.SerializeToElement(new Dictionary<string, string[]>
        {
            ["name"] = [name],
            ["birthDate"] = [born],
            ["nationality"] = country.Length > 0 ? [country.ToLowerInvariant()] : [],
        });
        var hasCommonToken = Words(name).Any(commonTokens.Contains);
        return new ScreeningQuery(id, Subject.From(Party.Read("query:" + id, properties, "Person")), ImmutableHashSet<string>.Empty, "negative",
            Transliterator.ScriptOf(name).ToString(), "", origin, hasCommonToken);
    }

    private static string Written(Script script, string given, string family) => Unspaced.Contains(script) ? family + given : $"{given} {family}";

    private static string[] Words(string name) =>
        Letters.Fold(name).Split([.. name.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    private static T Pick<T>(Random random, IEnumerable<T> from)
    {
        var all = from as IReadOnlyList<T> ?? [.. from];
        return all[random.Next(all.Count)];
    }
}
