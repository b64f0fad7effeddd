using System.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>Reads Korean syllables by the Revised, North Korean, popular and McCune-Reischauer spellings.</summary>
/// <remarks>
/// A word of two to four syllables may be a whole name, family name first: 김정은 is read gim- and kim-. Family names have their
/// customary spellings (이: lee, yi, ri), which follow no system.
/// </remarks>
internal static class Hangul
{
    private const int First = 0xAC00, Last = 0xD7A3, Vowels = 21, Finals = 28;
    private const int NorthKorean = 1, Popular = 2, McCune = 3, Systems = 4;

    private static readonly List<string[]> Initial = [], Vowel = [], Final = [];
    private static readonly Dictionary<string, string[]> Surnames = [];
    private static readonly Dictionary<int, string> PopularSyllables = [];

    static Hangul()
    {
        foreach (var row in TableFile.Rows("data/transliteration/hangul.tsv", 3))
        {
            var readings = Array.ConvertAll(row[2].Split(' '), reading => reading == "-" ? "" : reading);
            switch (row[0])
            {
                case "initial": Initial.Add(readings); break;
                case "vowel": Vowel.Add(readings); break;
                case "final": Final.Add(readings); break;
                case "popular": PopularSyllables[row[1][0]] = readings[0]; break;
                case "surname": Surnames[row[1]] = readings; break;
                default: throw new InvalidDataException($"hangul.tsv has no kind '{row[0]}'.");
            }
        }
    }

    public static void Spell(ReadOnlySpan<char> syllables, Spelling spelling)
    {
        var readings = new List<string>(Spelling.Most);
        var surname = SurnameLength(syllables);
        var given = syllables[surname..];
        // a two-syllable word is more often a given name than a whole one
        if (surname == 0 || given.Length == 1)
            AddPlain(readings, syllables);
        if (surname > 0)
            AddNames(readings, Surnames[syllables[..surname].ToString()], given);
        if (surname > 0 && given.Length != 1)
            AddPlain(readings, syllables);
        spelling.Add(new Piece([.. readings], 0));
    }

    /// <summary>The syllables of names by all systems, and the customary family names: no final but those that end names.</summary>
    public static IEnumerable<string> PlainSyllables()
    {
        int[] finals = [0, 1, 4, 8, 16, 17, 21];
        for (var index = 0; index <= Last - First; index++)
        {
            if (!finals.Contains(index % Finals))
                continue;
            for (var system = 0; system < Systems; system++)
            {
                var latin = new StringBuilder();
                Append(latin, (char)(First + index), system, afterVoiced: false);
                yield return latin.ToString();
            }
        }
        foreach (var family in Surnames.Where(s => s.Key.Length == 1).SelectMany(s => s.Value))
            yield return family;
    }

    /// <summary>How many syllables at the start of a word are a family name; 0 where the word cannot be a whole name.</summary>
    private static int SurnameLength(ReadOnlySpan<char> syllables)
    {
        if (syllables.Length is 3 or 4 && Surnames.ContainsKey(syllables[..2].ToString()))
            return 2;
        return syllables.Length is 1 or 2 or 3 && Surnames.ContainsKey(syllables[..1].ToString()) ? 1 : 0;
    }

    private static void AddPlain(List<string> readings, ReadOnlySpan<char> syllables)
    {
        for (var system = 0; system < Systems; system++)
            Add(readings, "", syllables, system);
    }

    /// <summary>Family name and given name, each in its likeliest spelling first, then in ones that stray further.</summary>
    private static void AddNames(List<string> readings, string[] family, ReadOnlySpan<char> given)
    {
        for (var strays = 0; strays < family.Length + Systems - 1; strays++)
        {
            for (var system = Math.Min(strays, Systems - 1); system >= 0 && strays - system < family.Length; system--)
                Add(readings, family[strays - system], given, system);
        }
    }

    private static void Add(List<string> readings, string family, ReadOnlySpan<char> syllables, int system)
    {
        var latin = new StringBuilder(family);
        for (var at = 0; at < syllables.Length; at++)
            Append(latin, syllables[at], system, at > 0 && IsVoiced(syllables[at - 1]));
        var reading = latin.ToString();
        if (readings.Count < Spelling.Most && !readings.Contains(reading))
            readings.Add(reading);
    }

    private static void Append(StringBuilder latin, char syllable, int system, bool afterVoiced)
    {
        if (syllable is < (char)First or > (char)Last)
            return;
        if (system == Popular && PopularSyllables.TryGetValue(syllable, out var popular))
        {
            latin.Append(popular);
            return;
        }
        var index = syllable - First;
        var initial = Initial[index / (Vowels * Finals)];
        // these two write k t p ch as g d b j between voiced sounds, which is what the Revised system writes anyway
        latin.Append(initial[system is NorthKorean or McCune && afterVoiced && initial[0].Length == 1 ? 0 : system]);
        latin.Append(Vowel[index / Finals % Vowels][system]);
        latin.Append(Final[index % Finals][system]);
    }

    private static bool IsVoiced(char syllable) => syllable is >= (char)First and <= (char)Last && (syllable - First) % Finals is 0 or 4 or 8 or 16 or 21;
}
