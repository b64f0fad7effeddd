using System.IO.Hashing;
using System.Runtime.InteropServices;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;

namespace Marsad.Engine.Matching.Index;

/// <summary>A listed party, as the index keeps it.</summary>
/// <param name="Schema">The number of its <see cref="Lists.EntrySchema"/>.</param>
/// <param name="List">The place of its list among the lists.</param>
/// <param name="Group">The party whose id names its group; −1 when it stands alone.</param>
/// <param name="FirstDate">Where its dates of birth begin; they end where the next party's begin.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PartyRecord(int Schema, int List, int Group, int FirstDate);

/// <summary>A date of birth.</summary>
/// <param name="From">The number of its first day.</param>
/// <param name="To">The number of its last day.</param>
/// <param name="Precision">The number of its <see cref="Lists.DatePrecision"/>.</param>
/// <param name="IsCirca">1 when it is approximate.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct DateRecord(int From, int To, int Precision, int IsCirca)
{
    public static DateRecord Of(PartialDate date) => new(date.From.DayNumber, date.To.DayNumber, (int)date.Precision, date.IsCirca ? 1 : 0);

    public PartialDate ToDate() => PartialDate.Restore(DateOnly.FromDayNumber(From), DateOnly.FromDayNumber(To), (DatePrecision)Precision, IsCirca != 0);
}

/// <summary>A listed name, as the index keeps it.</summary>
/// <param name="Party">Whose name it is.</param>
/// <param name="Place">Which of the party's names it is.</param>
/// <param name="FirstTerm">Where its terms begin; they end where the next name's begin.</param>
/// <param name="Alone">The bits of a name none of whose words is met.</param>
/// <param name="Flags">What else the bounds depend on.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct NameRecord(int Party, int Place, int FirstTerm, float Alone, NameFlags Flags);

/// <summary>What the bounds of a name depend on besides its words.</summary>
[Flags]
internal enum NameFlags
{
    None = 0,
    /// <summary>It holds a short number.</summary>
    HasNumbers = 1,
}

/// <summary>A word in a role: what names are found by.</summary>
/// <param name="Token">The word.</param>
/// <param name="RoleAndKind">The number of its <see cref="Names.PartRole"/>, and <see cref="Joined"/> where the word is made of several.</param>
/// <param name="Alone">The bits of a name that lacks nothing but this word; of a joined word, those of all its parts.</param>
/// <param name="FirstPosting">Where its names begin; they end where the next term's begin.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TermRecord(int Token, int RoleAndKind, float Alone, int FirstPosting)
{
    public const int Joined = 1 << 8;

    public PartRole Role => (PartRole)(RoleAndKind & (Joined - 1));

    public bool IsJoined => (RoleAndKind & Joined) != 0;
}

/// <summary>Where a word is described and found.</summary>
/// <param name="FirstTerm">Where its terms begin.</param>
/// <param name="Text">Where its description begins.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TokenRecord(int FirstTerm, int Text);

/// <summary>A tree of spellings.</summary>
/// <param name="IsJoined">1 when it holds words that are made of two.</param>
/// <param name="Kind">What its spellings were read from.</param>
/// <param name="First">Its first node.</param>
/// <param name="Count">How many nodes it has.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TreeRecord(int IsJoined, int Kind, int First, int Count);

/// <summary>A node of a tree of spellings.</summary>
/// <param name="StepAndDepth">The place of its letter among the steps, and in the low six bits how many letters its beginning has.</param>
/// <param name="After">The node that follows when everything below it is left out.</param>
/// <param name="FirstWord">Where the words that end at it begin.</param>
/// <param name="Reach">How long a query may be that finds a word below it.</param>
/// <param name="Letters">The letters of the words below it that come after it, one bit each; all digits have one.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct NodeRecord(int StepAndDepth, int After, int FirstWord, NodeReach Reach, uint Letters)
{
    private const int DepthBits = 6;
    private const int FirstDigit = 27;
    private const ulong Digits = 0x3FFUL << FirstDigit;

    public NodeRecord(int step, int depth, int after, int firstWord)
        : this((step << DepthBits) | depth, after, firstWord, NodeReach.Nothing, 0)
    {
    }

    /// <summary>The letters after it as <see cref="EditBound"/> takes them.</summary>
    public ulong LettersAfter => (Letters & ((1UL << FirstDigit) - 1)) | (Letters >> FirstDigit != 0 ? Digits : 0);

    /// <summary>The bit of a letter.</summary>
    public static uint BitOf(byte letter) => 1U << Math.Min(letter, (byte)FirstDigit);

    public int Step => StepAndDepth >>> DepthBits;

    public int Depth => StepAndDepth & ((1 << DepthBits) - 1);
}

/// <summary>The lengths of the words below a node, and of the queries that may find one of them.</summary>
/// <param name="Longest">How many letters the longest word has.</param>
/// <param name="ShortestVoweled">The fewest letters a query must have that writes its vowels.</param>
/// <param name="ShortestOmitting">The same of a query that omits them.</param>
/// <param name="ShortestCyrillic">The same of a Cyrillic one.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct NodeReach(byte Longest, byte ShortestVoweled, byte ShortestOmitting, byte ShortestCyrillic)
{
    /// <summary>That of no word.</summary>
    public static NodeReach Nothing => new(0, byte.MaxValue, byte.MaxValue, byte.MaxValue);

    /// <summary>The reach of the words of both.</summary>
    public NodeReach With(NodeReach other) => new(
        Math.Max(Longest, other.Longest), Math.Min(ShortestVoweled, other.ShortestVoweled),
        Math.Min(ShortestOmitting, other.ShortestOmitting), Math.Min(ShortestCyrillic, other.ShortestCyrillic));

    /// <summary>Whether a query of a length, which reaches words of so many letters, may find one of them.</summary>
    public bool Includes(int length, SpellingKind kind, int shortestWord) =>
        Longest >= shortestWord && length >= kind switch
        {
            SpellingKind.Voweled => ShortestVoweled,
            SpellingKind.Omitting => ShortestOmitting,
            _ => ShortestCyrillic,
        };
}

/// <summary>Something that is found by a hash: several may share it, and the finder looks whether it is the right one.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct KeyRecord(ulong Hash, int Value) : IComparable<KeyRecord>
{
    public int CompareTo(KeyRecord other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Value.CompareTo(other.Value);

    /// <summary>The hash of a text of a kind.</summary>
    public static ulong HashOf(string text, int kind) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()), kind);

    /// <summary>All values of a hash among sorted keys.</summary>
    public static ReadOnlySpan<KeyRecord> Find(ReadOnlySpan<KeyRecord> sorted, ulong hash)
    {
        int first = FirstNotBelow(sorted, hash), last = first;
        while (last < sorted.Length && sorted[last].Hash == hash)
            last++;
        return sorted[first..last];
    }

    private static int FirstNotBelow(ReadOnlySpan<KeyRecord> sorted, ulong hash)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle].Hash < hash)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
