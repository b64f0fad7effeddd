using System.Globalization;
using CsCheck;
using Marsad.Engine.Matching;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Matching;

public class EditModelTests
{
    private static readonly EditModel Model = ScoringModel.V1.Edits;

    private static readonly Gen<Reading> Word =
        from letters in Gen.Frequency((4, Gen.Char["aeiouhksyzgt"]), (1, Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"])).Array[1, 6]
        from omits in Gen.Bool
        select new Reading(new string(letters), omits);

    [Fact]
    public void A_cost_is_the_least_of_all_ways_to_read_one_word_as_the_other() => Gen.Select(Word, Word).Sample(
        (a, b) => Assert.Equal(new Oracle(a, b).Least(), Cost(a, b), 0.001f),
        iter: 4000, threads: 1);

    [Fact]
    public void A_cost_does_not_depend_on_the_order_of_the_two() => Gen.Select(Word, Word).Sample(
        (a, b) => Assert.Equal(Cost(a, b), Cost(b, a)),
        iter: 4000, threads: 1);

    [Fact]
    public void A_word_costs_nothing_against_itself_and_something_against_another() => Gen.Select(Word, Word).Sample(
        (a, b) =>
        {
            Assert.Equal(0, Cost(a, a));
            Assert.True(a.Latin == b.Latin || Cost(a, b) > 0, $"{a.Latin} {b.Latin}");
        },
        iter: 2000, threads: 1);

    [Theory]
    [InlineData("muhammad", "mohammed", "muhammad", "mahmud")]
    [InlineData("qasem", "kasem", "qasem", "basem")]
    [InlineData("sulayman", "soleiman", "sulayman", "salman")]
    [InlineData("khaled", "haled", "khaled", "maled")]
    [InlineData("yusuf", "jusuf", "yusuf", "rusuf")]
    public void A_spelling_costs_less_than_another_name(string name, string spelling, string same, string other) =>
        Assert.True(Cost(new Reading(name, false), new Reading(spelling, false)) < Cost(new Reading(same, false), new Reading(other, false)));

    [Fact]
    public void A_vowel_that_the_script_omits_costs_less_than_one_that_was_left_out() =>
        Assert.True(Cost(new Reading("qsm", true), new Reading("qasem", false)) < Cost(new Reading("qsm", false), new Reading("qasem", false)));

    [Fact]
    public void Above_the_limit_a_cost_is_infinite_and_up_to_it_exact() => Gen.Select(Word, Word, Gen.Single[0, 12]).Sample(
        (a, b, limit) =>
        {
            var exact = Cost(a, b);
            Assert.Equal(exact <= limit ? exact : float.PositiveInfinity, Model.Cost(Model.Spell(a), Model.Spell(b), limit));
        },
        iter: 2000, threads: 1);

    [Fact]
    public void A_cost_is_never_less_than_its_bound() => Gen.Select(Word, Word).Sample(
        (a, b) => Assert.True(Model.LeastCost(Model.Spell(a), Model.Spell(b)) <= Cost(a, b), $"{a} {b}"),
        iter: 20_000, threads: 1);

    [Fact]
    public void A_cost_of_two_words_written_as_one_is_never_less_than_its_bound() => Gen.Select(Word, Word, Word).Sample(
        (a, b, other) =>
        {
            var joined = new Reading(a.Latin + b.Latin, a.OmitsVowels || b.OmitsVowels);
            Assert.True(Model.LeastCost(Model.Spell(a), Model.Spell(b), Model.Spell(other)) <= Cost(joined, other), $"{a} {b} {other}");
        },
        iter: 20_000, threads: 1);

    private static float Cost(Reading a, Reading b) => Model.Cost(Model.Spell(a), Model.Spell(b), 1e5f);

    /// <summary>The slow obvious version: tries every way, one step after the other, over the table as it stands in the file.</summary>
    private sealed class Oracle(Reading a, Reading b)
    {
        private static readonly Dictionary<(string, string), (float Voweled, float Omitting, float OmittingBack)> Table = ReadTable();

        private readonly Dictionary<(int, int), float> _known = [];

        public float Least() => Least(0, 0);

        private float Least(int i, int j)
        {
            if (i == a.Latin.Length && j == b.Latin.Length)
                return 0;
            if (_known.TryGetValue((i, j), out var known))
                return known;
            var least = 1e6f;
            for (var m = 0; m <= 4 && i + m <= a.Latin.Length; m++)
            {
                for (var n = 0; n <= 4 && j + n <= b.Latin.Length; n++)
                {
                    if (m + n > 0 && Step(i, m, j, n) is { } step)
                        least = Math.Min(least, step + Least(i + m, j + n));
                }
            }
            if (i + 2 <= a.Latin.Length && j + 2 <= b.Latin.Length && a.Latin[i] == b.Latin[j + 1] && a.Latin[i + 1] == b.Latin[j] && a.Latin[i] != a.Latin[i + 1])
                least = Math.Min(least, 4.0f + Least(i + 2, j + 2));
            return _known[(i, j)] = least;
        }

        // The price of reading m letters of a as n letters of b; a letter is a grapheme, several letters are one if the table says so.
        private float? Step(int i, int m, int j, int n)
        {
            string x = a.Latin.Substring(i, m), y = b.Latin.Substring(j, n);
            if (m == 1 && n == 1)
                return Price(x, y) is var price && i == 0 && j == 0 && price > 2.6f ? price + 1.5f : Price(x, y);
            if (Price(x, y) is not { } cost)
                return null;
            if (n == 0 && m == 1)
                return i == 0 ? cost + 1.5f : a.Latin[i] == a.Latin[i - 1] ? Math.Min(cost, b.OmitsVowels && !a.OmitsVowels ? 0.1f : 0.5f) : cost;
            if (m == 0 && n == 1)
                return j == 0 ? cost + 1.5f : b.Latin[j] == b.Latin[j - 1] ? Math.Min(cost, a.OmitsVowels && !b.OmitsVowels ? 0.1f : 0.5f) : cost;
            return cost;
        }

        private float? Price(string x, string y)
        {
            if (x == y)
                return 0;
            if (!Table.TryGetValue((x, y), out var cost))
                return null;
            return a.OmitsVowels == b.OmitsVowels ? cost.Voweled : a.OmitsVowels ? cost.Omitting : cost.OmittingBack;
        }

        private static Dictionary<(string, string), (float, float, float)> ReadTable()
        {
            var rows = TableFile.Rows("models/V1/edits.tsv", 5).ToList();
            Dictionary<(string, string), float> voweled = [], omitting = [];
            foreach (var row in rows)
            {
                var bits = float.Parse(row[2], CultureInfo.InvariantCulture);
                var mixed = row[3].Length > 0 ? float.Parse(row[3], CultureInfo.InvariantCulture) : bits;
                foreach (var x in Members(row[0]))
                {
                    foreach (var y in Members(row[1]))
                    {
                        voweled[(x, y)] = voweled[(y, x)] = bits;
                        omitting[(x, y)] = mixed;
                        if (x.Length > 0 && y.Length > 0)
                            omitting[(y, x)] = mixed;
                    }
                }
            }
            return voweled.ToDictionary(p => p.Key, p => (p.Value, omitting.GetValueOrDefault(p.Key, 1e6f), omitting.GetValueOrDefault((p.Key.Item2, p.Key.Item1), 1e6f)));
        }

        private static IEnumerable<string> Members(string cell) => cell switch
        {
            "-" => [""],
            "V" => "aeiou".Select(c => c.ToString()),
            "C" => "bcdfghjklmnpqrstvwxyz".Select(c => c.ToString()),
            "D" => "0123456789".Select(c => c.ToString()),
            _ => [cell],
        };
    }
}
