using System.Collections.Immutable;
using System.Globalization;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Tables;

namespace Marsad.Accuracy.Oracle;

/// <summary>Lists of any size, invented from the words of the measured lists and of the name populations: the same size, the same list.</summary>
/// <remarks>
/// Two thirds are people with two to four words, "Mohammad" in one of twenty; a third are organizations and ships. A word is the more
/// common the earlier it stands in its pool, and one word in twenty-five is misspelt, so that the vocabulary grows with the list as that
/// of real lists does. An entry has two and a half names on average: its name, other spellings and orders of it, sometimes another one;
/// a seventh in Arabic, Cyrillic or Chinese letters, taken whole from the measured lists.
/// </remarks>
internal static class SyntheticList
{
    private const string Common = "Mohammad";

    /// <summary>Makes the entries, one after the other.</summary>
    public static IEnumerable<ListEntry> Entries(int count)
    {
        var pools = Pools.Read();
        for (var i = 0; i < count; i++)
            yield return Entry(i, pools);
    }

    private static ListEntry Entry(int i, Pools pools)
    {
        var random = new Draw((ulong)i);
        var isPerson = random.Below(3) > 0;
        var schema = isPerson ? EntrySchema.Person : random.Below(8) == 0 ? EntrySchema.Vessel : EntrySchema.Organization;
        var names = ImmutableArray.CreateBuilder<ListName>();
        var words = isPerson ? Person(ref random, pools) : Firm(ref random, pools);
        names.Add(Name(words, NameKind.Primary));
        for (var more = random.Below(4); more > 0; more--)
        {
            var alias = random.Below(7) switch
            {
                0 when isPerson => [pools.Others[random.Skewed(pools.Others.Length)]],
                1 => isPerson ? Person(ref random, pools) : Firm(ref random, pools),
                _ => Respell(words, ref random),
            };
            names.Add(Name(alias, random.Below(5) == 0 ? NameKind.WeakAlias : NameKind.Alias));
        }
        var country = pools.Countries[random.Skewed(pools.Countries.Length)];
        return new ListEntry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"synthetic:{i}"),
            Schema = schema,
            Names = names.ToImmutable(),
            Dates = isPerson && random.Below(10) < 7 ? [new ListDate(DateKind.Birth, Birth(ref random), "dob")] : [],
            Countries = random.Below(10) < 8 ? [new ListCountry(CountryKind.Nationality, country, Countries.CodeOf(country), "country")] : [],
            Genders = isPerson && random.Below(2) == 0 ? [new Sourced<Gender>(random.Below(8) == 0 ? Gender.Female : Gender.Male, "gender")] : [],
            Identifiers = random.Below(5) == 0 ? [new Identifier(IdentifierKind.Passport, string.Create(CultureInfo.InvariantCulture, $"P{random.Below(100_000_000):D8}"), null, "id")] : [],
            Programs = [new Sourced<string>("SYNTHETIC", "program")],
        };
    }

    private static PartialDate Birth(ref Draw random)
    {
        var year = 1940 + random.Below(65);
        return random.Below(3) == 0 ? PartialDate.Year(year) : PartialDate.Day(new DateOnly(year, 1 + random.Below(12), 1 + random.Below(28)));
    }

    private static string[] Person(ref Draw random, Pools pools)
    {
        var words = new string[2 + random.Below(3) / 2 + random.Below(4) / 3];
        for (var w = 0; w < words.Length; w++)
            words[w] = Misspell(w + 1 < words.Length ? pools.Given[random.Skewed(pools.Given.Length)] : pools.Family[random.Skewed(pools.Family.Length)], ref random);
        if (random.Below(13) == 0)
            words[0] = Common;
        return words;
    }

    private static string[] Firm(ref Draw random, Pools pools)
    {
        var words = new string[2 + random.Below(4)];
        for (var w = 0; w < words.Length; w++)
            words[w] = Misspell(pools.Firms[random.Skewed(pools.Firms.Length)], ref random);
        return words;
    }

    private static string[] Respell(string[] words, ref Draw random)
    {
        var other = words.ToArray();
        var at = random.Below(other.Length);
        other[at] = Swap(other[at], ref random);
        if (random.Below(3) == 0)
            Array.Reverse(other);
        return other;
    }

    private static string Misspell(string word, ref Draw random) => random.Below(25) == 0 ? Swap(word, ref random) : word;

    private static string Swap(string word, ref Draw random)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[1]))
            return word;
        var at = 1 + random.Below(word.Length - 2);
        var letter = "aeiouhlmnrst"[random.Below(12)];
        return random.Below(2) == 0 ? word.Remove(at, 1).Insert(at, letter.ToString()) : word.Insert(at, letter.ToString());
    }

    private static ListName Name(string[] words, NameKind kind) => new(string.Join(' ', words), kind, "name");

    /// <summary>The words names are made of, commonest first.</summary>
    private sealed record Pools(string[] Given, string[] Family, string[] Firms, string[] Others, string[] Countries)
    {
        public static Pools Read()
        {
            var measured = MeasuredLists.Read().Entries;
            var people = measured.Where(e => e.Schema == EntrySchema.Person).SelectMany(e => e.Names).Select(n => n.Text).ToList();
            var given = Ranked(people.Where(IsLatin).SelectMany(n => Words(n).Skip(1)), 2);
            var family = Ranked(people.Where(IsLatin).Select(n => Words(n).FirstOrDefault() ?? ""), 2);
            return new Pools(
                [.. given, .. Population("common-forenames-by-country.csv", 11)],
                [.. family, .. Population("common-surnames-by-country.csv", 5), .. Lines("russian-surnames-romanised.txt.gz")],
                Ranked(measured.Where(e => e.Schema != EntrySchema.Person).SelectMany(e => e.Names).Where(n => IsLatin(n.Text)).SelectMany(n => Words(n.Text)), 2),
                [.. people.Where(n => !IsLatin(n)).Distinct(StringComparer.Ordinal).DefaultIfEmpty("Иван Петров")],
                Ranked(measured.SelectMany(e => e.Countries).Select(c => c.Text), 1));
        }

        private static string[] Ranked(IEnumerable<string> words, int shortest) => [.. words.Where(w => w.Length >= shortest)
            .GroupBy(w => w, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

        private static string[] Words(string name) => name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);

        private static bool IsLatin(string name) => name.All(c => c < 0x250);

        private static IEnumerable<string> Population(string file, int column) =>
            Lines(file).Skip(1).Select(l => l.Split(',')).Where(c => c.Length > column && c[column].Length > 1).Select(c => c[column]).Distinct(StringComparer.Ordinal);

        private static IEnumerable<string> Lines(string file) =>
            DataFiles.Shared("populations/" + file) is var path && File.Exists(path) ? DataFiles.Lines(path).Select(l => l.Text) : [];
    }

    /// <summary>Numbers that follow from a seed alone (SplitMix64).</summary>
    private struct Draw(ulong seed)
    {
        private ulong _state = seed * 0x9E3779B97F4A7C15;

        public int Below(int count) => (int)(Next() % (ulong)count);

        /// <summary>A place in a pool: each doubling of the rank is as likely as the one before.</summary>
        public int Skewed(int count) => Math.Min((int)Math.Pow(count, (Next() >> 11) * (1.0 / (1UL << 53))), count) - 1 is >= 0 and var place ? place : 0;

        private ulong Next()
        {
            _state += 0x9E3779B97F4A7C15;
            var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
