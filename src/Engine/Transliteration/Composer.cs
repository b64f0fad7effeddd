using System.Globalization;
using System.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>Collects letters, lower-cases them, and joins a letter with the mark or the jamo that follows it.</summary>
internal readonly struct Composer(int capacity)
{
    private const int FirstSyllable = 0xAC00, FirstInitial = 0x1100, FirstVowel = 0x1161, BeforeFinal = 0x11A7;
    private const int Vowels = 21, Finals = 28, Initials = 19;

    private static readonly Dictionary<int, int> Compositions = ReadCompositions();

    private readonly StringBuilder _letters = new(capacity);

    /// <summary>Adds what the character stands for, or the character itself when that is null.</summary>
    public void Add(string? standsFor, char c)
    {
        if (standsFor is null)
        {
            Add(c);
            return;
        }
        foreach (var letter in standsFor)
            Add(letter);
    }

    public void Add(char c)
    {
        if (c is >= ' ' and <= '~')
        {
            _letters.Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
            return;
        }
        if (IsInvisible(c))
            return;
        c = char.ToLowerInvariant(c);
        if (_letters.Length > 0 && Join(_letters[^1], c) is var joined and not '\0')
            _letters[^1] = joined;
        else if (!IsMark(c))
            _letters.Append(c);
    }

    public void AddPair(Rune rune) => _letters.Append(rune.ToString());

    public override string ToString() => _letters.ToString();

    private static char Join(char letter, char next)
    {
        if (next is >= '\u0300' and < '\u0370' or >= '\u0653' and <= '\u0655' or '\u3099' or '\u309A')
            return (char)Compositions.GetValueOrDefault(Key(letter, next));
        if (next is >= '\u1161' and <= '\u1175' && letter is >= '\u1100' and < (char)(FirstInitial + Initials))
            return (char)(FirstSyllable + ((((letter - FirstInitial) * Vowels) + (next - FirstVowel)) * Finals));
        if (next is > '\u11A7' and <= '\u11C2' && letter is >= '\uAC00' and <= '\uD7A3' && (letter - FirstSyllable) % Finals == 0)
            return (char)(letter + (next - BeforeFinal));
        return '\0';
    }

    private static bool IsInvisible(char c) => c is '\u0640' || char.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>Marks of the scripts that are read here; the vowel signs of Indic scripts are letters in all but name and stay.</summary>
    private static bool IsMark(char c) => c is (>= '\u0300' and < '\u0370') or (>= '\u0483' and <= '\u0489')
        or (>= '\u0610' and <= '\u061A') or (>= '\u0653' and <= '\u065F') or (>= '\u06D6' and <= '\u06ED' and not ('\u06E5' or '\u06E6' or '\u06DD' or '\u06DE' or '\u06E9'))
        or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
        or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F') or '\u3099' or '\u309A';

    private static int Key(char letter, char mark) => (letter << 16) | mark;

    private static Dictionary<int, int> ReadCompositions()
    {
        var compositions = new Dictionary<int, int>();
        foreach (var row in TableFile.Rows("data/transliteration/compositions.tsv", 2))
        {
            var mark = (char)int.Parse(row[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (var pair in row[1].Split(' '))
                compositions[Key(pair[0], mark)] = pair[1];
        }
        return compositions;
    }
}
