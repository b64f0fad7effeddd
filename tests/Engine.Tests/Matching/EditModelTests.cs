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

    /// <summary>The slow obvious version: tries every way, one step after the other, over the rows of the table as they stand in the file.</summary>
    private sealed class Oracle(Reading a, Reading b)
    {
        private static readonly string[][] Rows = [.. TableFile.Rows("models/V1/edits.tsv", 5)];
        private static readonly Dictionary<(string, string, bool), float?> Prices = [];
        private static readonly HashSet<string> Several = [.. Rows.SelectMany(r => r.Take(2)).Where(g => g[0] != '(' && g.TrimEnd('$').Length > 1)];

        private readonly Dictionary<(int, int), float> _known = [];

        public float Least() => Least(0, 0);

        private float Least(int i, int j)
        {
            if (i == a.Latin.Length && j == b.Latin.Length)
                return 0;
            if (_known.TryGetValue((i, j), out var known))
                return known;
            var least = 1e6f;
            for (var m = 0; m <= 3 && i + m <= a.Latin.Length; m++)
            {
                for (var n = 0; n <= 3 && j + n <= b.Latin.Length; n++)
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
            string x = Grapheme(a.Latin, i, m), y = Grapheme(b.Latin, j, n);
            if (m == 1 && n == 1)
                return Price(x, y) is var price && i == 0 && j == 0 && price > 2.6f ? price + 1.5f : price;
            return Price(n == 0 && m == 1 ? Context(a.Latin, i) + x : x, m == 0 && n == 1 ? Context(b.Latin, j) + y : y);
        }

        // Letters at the end of a word are marked; several of them only where the table knows them so.
        private static string Grapheme(string word, int at, int length)
        {
            var letters = word.Substring(at, length);
            var isFinal = length > 0 && at + length == word.Length && word.Length > 1 && "aeiouhy".Contains(letters[^1], StringComparison.Ordinal);
            return !isFinal || (length > 1 && !Several.Contains(letters + "$")) ? letters : letters + "$";
        }

        private static string Context(string word, int at) =>
            at == 0 ? "(^)" : word[at] == word[at - 1] ? "(=)" : "aeiou".Contains(word[at - 1], StringComparison.Ordinal) ? "(V)" : "(C)";

        private float? Price(string x, string y)
        {
            if (a.OmitsVowels == b.OmitsVowels)
                return Row(x, y, false);
            return a.OmitsVowels ? Row(x, y, true) : Row(y, x, true);
        }

        // The last row that speaks of the two.
        private static float? Row(string x, string y, bool omitting)
        {
            if (x.TrimEnd('$') == y.TrimEnd('$'))
                return 0;
            if (!Prices.TryGetValue((x, y, omitting), out var price))
            {
                price = Rows.Where(r => r[omitting ? 3 : 2].Length > 0 && ((Means(r[0], x) && Means(r[1], y)) || (!omitting && Means(r[0], y) && Means(r[1], x))))
                    .Select(r => (float?)float.Parse(r[omitting ? 3 : 2], CultureInfo.InvariantCulture)).LastOrDefault();
                Prices[(x, y, omitting)] = price;
            }
            return price;
        }

        private static bool Means(string cell, string grapheme)
        {
            if (cell == "-" || grapheme.Length == 0)
                return cell == "-" && grapheme.Length == 0;
            // A row without a context holds in all.
            var (context, rest) = grapheme[0] == '(' ? (grapheme[..3], grapheme[3..]) : ("", grapheme);
            if (cell[0] == '(' && cell[..3] != context)
                return false;
            var name = cell[0] == '(' ? cell[3..] : cell;
            var letter = rest.TrimEnd('$');
            return name switch
            {
                "V" => letter.Length == 1 && "aeiou".Contains(letter, StringComparison.Ordinal),
                "C" => letter.Length == 1 && "bcdfghjklmnpqrstvwxyz".Contains(letter, StringComparison.Ordinal),
                "D" => letter.Length == 1 && char.IsAsciiDigit(letter[0]),
                _ => name == rest || (letter.Length == 1 && name == letter),
            };
        }
    }
}
