using System.CommandLine;
using System.Globalization;
using System.Text;
using Marsad.App.Imports;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary><c>train-edits</c>: learns what differences of spelling cost and writes the model's table.</summary>
/// <remarks>
/// <para>Each column is learned by <see cref="EditLearning"/> from its <see cref="SpellingPairs"/> and made into bits by
/// <see cref="EditCosts"/>. Aliases hold no slips of the keyboard, so a model of those is mixed in: no cost is above that of a typing
/// error of its kind, and a neighbor on the keyboard is the likeliest one. What is dearer than a typing error, or no cheaper than
/// its letters one by one, is not written.</para>
/// <para>Deterministic: the same files give the same table to the byte.</para>
/// </remarks>
internal static class EditTrainer
{
    private const int MostClusters = 80;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    public static Command Create()
    {
        var small = new Option<bool>("--small") { Description = "Learn from the aliases of the UN's starter list alone, as the tests do, and write " + SmallTable };
        var output = new Option<string?>("--out") { Description = "Another file to write than the model's table" };
        var command = new Command("train-edits", "Learns what differences of spelling cost and writes the table of the model.") { small, output };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(small))
            {
                File.WriteAllText(Path.Combine(DataFiles.Repository, SmallTable), Small());
                return 0;
            }
            (string Name, IReadOnlyList<SpellingPair> Pairs)[] sources =
                [("Latin, Latin", SpellingPairs.Latin(["un", "ofac-sdn"])), ("Arabic and Persian, Latin", SpellingPairs.Arabic()), ("Cyrillic, Latin", SpellingPairs.Cyrillic())];
            EditLearning[] columns = [.. sources.Select((s, i) => EditLearning.Learn(s.Pairs, isSymmetric: i == 0, MostClusters))];
            foreach (var column in columns)
                Console.WriteLine($"{column.PairCount} pairs, {column.Clusters.Count} graphemes of several letters, {-column.MeanBits:F2} bits a pair");
            var path = parsed.GetValue(output) ?? Path.Combine(DataFiles.Repository, "src", "Engine", "Matching", "Models", "V1", "edits.tsv");
            File.WriteAllText(path, Table(columns));
            if (parsed.GetValue(output) is not null)
                return 0;
            var attested = AttestedSpellingsTable.Of(((string[])["un", "ofac-sdn"]).SelectMany(StarterLists.Entries));
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, "spellings.tsv"), attested);
            File.WriteAllText(Path.Combine(DataFiles.Repository, "accuracy", "runs", "V1-edits.md"),
                EditReport.Of([.. sources.Zip(columns, (s, c) => (s.Name, s.Pairs, c))], MostClusters, attested.Split('\n').Count(l => l.Contains('\t', StringComparison.Ordinal))));
            return 0;
        });
        return command;
    }

    /// <summary>Where the small table lies that the tests make again.</summary>
    public const string SmallTable = "accuracy/Training/edits-small.tsv";

    /// <summary>What is learned from the aliases of the UN's starter list alone.</summary>
    public static string Small() => Table([EditLearning.Learn(SpellingPairs.Latin(["un"]), isSymmetric: true, MostClusters / 4)]);

    /// <summary>The table of some columns; where there are fewer than the model has, the others hold the typing errors alone.</summary>
    public static string Table(IReadOnlyList<EditLearning> columns)
    {
        var costs = columns.Select(c => new EditCosts(c)).ToList();
        var text = new StringBuilder(Header);
        text.Append("# Typing errors\n");
        foreach (var row in Noise())
            text.Append(row).Append('\n');
        text.Append("# Letters left over\n");
        foreach (var letter in Letters.Select(c => c.ToString()).Concat(EditTable.Finals.Select(c => c + "$")))
            WriteLeftOver(text, costs, letter);
        text.Append("# Letters\n");
        string[] letters = [.. Letters.Select(c => c.ToString()), .. EditTable.Finals.Select(c => c + "$")];
        foreach (var a in letters)
        {
            foreach (var b in letters)
                Write(text, costs, a, b, NoiseOf(a, b));
        }
        text.Append("# Graphemes of several letters\n");
        foreach (var (a, b) in columns.SelectMany(c => c.Clusters).Distinct().OrderBy(c => c.A, StringComparer.Ordinal).ThenBy(c => c.B, StringComparer.Ordinal))
            Write(text, costs, Printed(a), Printed(b), double.PositiveInfinity);
        return text.ToString();
    }

    private static void Write(StringBuilder text, List<EditCosts> costs, string a, string b, double most)
    {
        if (a.TrimEnd('$') == b.TrimEnd('$'))
            return;
        var cells = costs.Select((c, i) => i == 0 && string.CompareOrdinal(a, b) > 0 ? null : c.Of(Internal(a), Internal(b))).ToList();
        Write(text, a, b, [.. cells.Select(c => c < most - 0.3 ? c : null)]);
    }

    private static void WriteLeftOver(StringBuilder text, List<EditCosts> costs, string letter)
    {
        foreach (var context in Enum.GetValues<LeftContext>())
        {
            var name = context switch { LeftContext.Start => "(^)", LeftContext.Twin => "(=)", LeftContext.Vowel => "(V)", _ => "(C)" } + letter;
            var most = LeftOverNoise(context, letter);
            foreach (var ofFirst in new[] { true, false })
            {
                var cells = costs.Select((c, i) => i == 0 && !ofFirst ? null : c.LeftOver(ofFirst, context, Internal(letter))).Select(c => c < most - 0.3 ? c : null).ToList();
                // Martin Stein is not Martin Steiner: aliases lose consonants more often than people do.
                Write(text, ofFirst ? name : "-", ofFirst ? "-" : name, [.. cells.Select((c, i) => i == 0 && !IsVowel(letter) && !"hyw".Contains(letter[0], StringComparison.Ordinal) ? null : c)]);
            }
        }
    }

    private static void Write(StringBuilder text, string a, string b, IReadOnlyList<double?> cells)
    {
        if (cells.All(c => c is null))
            return;
        text.Append(a).Append('\t').Append(b);
        foreach (var cell in cells)
            text.Append('\t').Append(cell is { } bits ? Math.Max(bits, Least).ToString("F1", CultureInfo.InvariantCulture) : "");
        text.Append('\n');
    }

    // Nothing but the same letters is free.
    private const double Least = 0.1;

    private static string Internal(string printed) => printed is [.., var last, '$'] ? printed[..^2] + char.ToUpperInvariant(last) : printed;

    /// <summary>A grapheme as the table prints it.</summary>
    public static string Printed(string grapheme) => grapheme.Length > 0 && char.IsAsciiLetterUpper(grapheme[^1]) ? grapheme.ToLowerInvariant() + "$" : grapheme;

    // The model of the keyboard.
    private const double Neighbor = 4.6, Other = 5.3, VowelForVowel = 4.0, VowelForConsonant = 6.3, Lost = 5, LostVowel = 3.8, FirstLost = 5.8, Doubled = 0.6, UnwrittenDouble = 0.2, Digit = 14;

    private static IEnumerable<string> Noise()
    {
        string Row(string a, string b, double bits) => string.Create(CultureInfo.InvariantCulture, $"{a}\t{b}\t{bits}\t{bits}\t{bits}");
        yield return Row("V", "V", VowelForVowel);
        yield return Row("C", "C", Other);
        yield return Row("V", "C", VowelForConsonant);
        yield return Row("C", "V", VowelForConsonant);
        foreach (var (a, b) in new[] { ("D", "D"), ("D", "V"), ("D", "C"), ("V", "D"), ("C", "D"), ("D", "-"), ("-", "D") })
            yield return Row(a, b, Digit);
        foreach (var (kind, bits) in new[] { ("V", LostVowel), ("C", Lost) })
        {
            yield return Row(kind, "-", bits);
            yield return Row("-", kind, bits);
            foreach (var (context, its) in new[] { ("(^)", FirstLost), ("(=)", Doubled) })
            {
                yield return Row(context + kind, "-", its);
                // Arabic writes no second m in Muhammad.
                yield return string.Create(CultureInfo.InvariantCulture, $"-\t{context}{kind}\t{its}\t{(its == Doubled ? UnwrittenDouble : its)}\t{its}");
            }
        }
        foreach (var a in Letters)
        {
            foreach (var b in Letters.Where(b => b > a && AreNeighbors(a, b)))
            {
                if (NoiseOf(a.ToString(), b.ToString()) <= Neighbor)
                {
                    yield return Row(a.ToString(), b.ToString(), Neighbor);
                    yield return Row(b.ToString(), a.ToString(), Neighbor);
                }
            }
        }
    }

    private static double NoiseOf(string a, string b)
    {
        var vowels = (IsVowel(a) ? 1 : 0) + (IsVowel(b) ? 1 : 0);
        var bits = vowels == 2 ? VowelForVowel : vowels == 1 ? VowelForConsonant : Other;
        return AreNeighbors(a[0], b[0]) ? Math.Min(bits, Neighbor) : bits;
    }

    private static double LeftOverNoise(LeftContext context, string letter) =>
        context == LeftContext.Start ? FirstLost : context == LeftContext.Twin ? Doubled : IsVowel(letter) ? LostVowel : Lost;

    private static bool IsVowel(string letter) => "aeiou".Contains(letter[0], StringComparison.Ordinal);

    // Keys side by side, or one above the other.
    private static bool AreNeighbors(char a, char b)
    {
        for (var row = 0; row < Keyboard.Length; row++)
        {
            if (Keyboard[row].IndexOf(a, StringComparison.Ordinal) is var at and >= 0)
            {
                for (var other = 0; other < Keyboard.Length; other++)
                {
                    if (Keyboard[other].IndexOf(b, StringComparison.Ordinal) is var place and >= 0)
                        return row == other ? Math.Abs(at - place) == 1 : Math.Abs(row - other) == 1 && (row < other ? at - place is 0 or 1 : place - at is 0 or 1);
                }
            }
        }
        return false;
    }

    private const string Header = """
        # What a difference of spelling costs, in bits: how much rarer this pair of graphemes is where two spellings of one name meet
        # than the same grapheme twice (between spellings of one kind), or than the likeliest reading (of a native grapheme in Latin).
        # 0 is no evidence against; about 5 is a typing error. What a word costs is the sum along the cheapest way to read one as the other.
        # Made by accuracy/ (train-edits) by expectation-maximization; not edited by hand. Learned from: the aliases of the starter lists
        # (UN 2026-02-27, OFAC SDN 2024-05-03); NETransliteration-COLING2018, Arabic and Russian (Wikidata, CC0); Arabic-English of
        # google/transliteration (Apache-2.0); NLP-BackTransliteration-PersianNames (MIT). License: Apache-2.0, as the project.
        # Columns: grapheme, grapheme ("-" for nothing), bits between two spellings of one kind (symmetric), bits where the first omits
        # its short vowels (Arabic, Hebrew) and the second does not, bits where the first is Cyrillic and the second neither. Empty: no
        # row of its own, an earlier one holds.
        # Graphemes: x$ at the end of a word; (^)x, (=)x, (V)x, (C)x left over at the beginning, beside its twin, after another vowel,
        # after a consonant. V any vowel, C any consonant, D any digit. A row holds for x$ too; later rows override earlier ones.
        # Reader: src/Engine/Matching/EditTable.cs

        """;
}
