using System.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Scanning;

/// <summary>The consonants of a word in classes that no script keeps apart: where حافظ, Хафиз and Hafeez are one.</summary>
/// <remarks>
/// Vowels, doubling, w and y say nothing; v says something in two of three scripts, so a word with it has two skeletons. Compounds are
/// cut as Arabic writes them (Abdelmalek is abd + malek, Seifallah is seif + allah, Salahuddin is salah + din), because a Latin or
/// Cyrillic spelling joins them at will. A skeleton is a candidate and never a finding.
/// </remarks>
internal static class Skeleton
{
    private static readonly string[] Servants = ["abdul", "abdal", "abdel", "abdol", "abdur", "abdar", "abder", "abdus", "abdas", "abdes", "abd"];
    private static readonly string[] Gods = ["allah", "ullah", "ollah", "alla", "ulla", "olla"];
    private static readonly string[] Faiths = ["uddine", "eddine", "aldine", "uddin", "eddin", "aldin", "eldin", "addin", "iddin", "oddin", "udin", "adin"];

    /// <summary>Words between the parts of a name that spellings leave out or add.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "al", "el", "ul", "ur", "ud", "ad", "as", "ash", "at", "an", "ar", "us", "uz", "bin", "ben", "ibn", "bint", "de", "da", "del", "van", "von", "der", "the",
        "بن", "ابن", "بنت", "ال", "бин", "бен", "ибн", "аль", "эль", "ад", "ас", "аш", "ат", "ар", "ан", "уль", "де", "фон", "и", "е", "e", "i", "va", "o",
    };

    /// <summary>Whether a folded word is a particle that a name may have or lack.</summary>
    public static bool IsParticle(string form) => Particles.Contains(form);

    /// <summary>The skeletons of a word: each a row of one or two pieces; empty for a word without consonants.</summary>
    public static List<string[]> Of(string form, Script script)
    {
        var found = new List<string[]>(2);
        if (script == Script.Arabic)
        {
            Add(found, ArabicPieces(form));
            return found;
        }
        var latin = script == Script.Latin ? form : Transliterator.Read(form) is [var first, ..] ? first.Latin : "";
        foreach (var soft in (bool[])[false, true])
        {
            if (!soft || latin.AsSpan().IndexOfAny('v', 'w') >= 0)
                Add(found, [.. LatinPieces(latin).Select(piece => Latin(piece, soft))]);
        }
        return found;
    }

    private static void Add(List<string[]> found, string[] pieces)
    {
        if (pieces.Length > 0 && pieces.All(p => p.Length > 0) && !found.Exists(f => f.SequenceEqual(pieces)))
            found.Add(pieces);
    }

    private static string[] LatinPieces(string word)
    {
        foreach (var servant in Servants)
        {
            if (word.Length > servant.Length + 2 && word.StartsWith(servant, StringComparison.Ordinal))
                return ["abd", word[servant.Length..]];
        }
        if (Gods.FirstOrDefault(g => word.Length > g.Length + 1 && word.EndsWith(g, StringComparison.Ordinal)) is { } god)
            return [word[..^god.Length], "la"];
        if (Faiths.FirstOrDefault(f => word.Length > f.Length + 2 && word.EndsWith(f, StringComparison.Ordinal)) is { } faith)
            return [word[..^faith.Length], "din"];
        return [word];
    }

    private static string[] ArabicPieces(string form)
    {
        if (form.Length > 5 && form.StartsWith("عبدال", StringComparison.Ordinal))
            return ["BD", Arabic(form.AsSpan(5))];
        if (form.Length > 4 && form.EndsWith("الله", StringComparison.Ordinal))
            return [Arabic(form.AsSpan(0, form.Length - 4)), "L"];
        return [Arabic(form.StartsWith("ال", StringComparison.Ordinal) && form.Length > 3 ? form.AsSpan(2) : form)];
    }

    private static string Arabic(ReadOnlySpan<char> form)
    {
        var key = new StringBuilder(form.Length);
        for (var i = 0; i < form.Length; i++)
        {
            var next = i + 1 < form.Length ? form[i + 1] : '\0';
            var letter = form[i] switch
            {
                'ب' or 'پ' => 'B',
                'ت' or 'ط' or 'ث' => 'T',
                'د' when next == 'ج' => '\0',
                'ك' when next == 'ه' && i + 2 < form.Length => '\0',
                'د' or 'ذ' or 'ض' or 'ظ' or 'ز' => 'D',
                'ج' or 'چ' or 'ژ' => 'J',
                'ه' when i + 1 == form.Length => '\0',
                'ح' or 'ه' or 'خ' => 'H',
                'ر' => 'R',
                'س' or 'ص' or 'ش' => 'S',
                'ف' or 'ڤ' => 'F',
                'ق' or 'ك' or 'غ' or 'گ' => 'K',
                'ل' => 'L',
                'م' => 'M',
                'ن' => 'N',
                _ => '\0',
            };
            Append(key, letter);
        }
        return key.ToString();
    }

    private static string Latin(string word, bool isSoft)
    {
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var rest = word.AsSpan(i);
            var (letters, length) = rest switch
            {
                ['d', 'z', 'h', ..] => ("J", 3),
                ['t', 'c', 'h', ..] => ("J", 3),
                ['k', 'h', ..] => ("H", 2),
                ['g', 'h', ..] => ("K", 2),
                ['s', 'h', ..] => ("S", 2),
                ['c', 'h', ..] => ("J", 2),
                ['t', 'h', ..] => ("T", 2),
                ['d', 'h', ..] => ("D", 2),
                ['z', 'h', ..] => ("J", 2),
                ['p', 'h', ..] => ("F", 2),
                ['d', 'j', ..] => ("J", 2),
                ['c', 'k', ..] => ("K", 2),
                ['c', 'e' or 'i' or 'y', ..] => ("S", 1),
                ['x', ..] => ("KS", 1),
                ['h'] => ("", 1),
                _ => (Single(word[i], isSoft), 1),
            };
            foreach (var letter in letters)
                Append(key, letter);
            i += length - 1;
        }
        return key.ToString();
    }

    private static string Single(char c, bool isSoft) => c switch
    {
        'b' or 'p' => "B",
        't' => "T",
        'd' or 'z' => "D",
        'j' => "J",
        'k' or 'q' or 'g' or 'c' => "K",
        'h' => "H",
        's' => "S",
        'f' => "F",
        'v' or 'w' => isSoft ? "" : "F",
        'l' => "L",
        'm' => "M",
        'n' => "N",
        'r' => "R",
        _ => "",
    };

    private static void Append(StringBuilder key, char letter)
    {
        if (letter != '\0' && (key.Length == 0 || key[^1] != letter))
            key.Append(letter);
    }
}
