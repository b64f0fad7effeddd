using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>Joins the words of Arabic compound names (Abd al-Rahman, Salah al-Din, Habib Allah) into one, and reads them.</summary>
/// <remarks>
/// The first reading is the same however the compound is written: Abd al-Rahman, Abdurrahman, عبد الرحمن begin with <c>abdal</c>,
/// Salahuddin and صلاح الدين end with <c>aldin</c>, Habibullah and حبيب الله with <c>allah</c>. The common spellings follow it.
/// </remarks>
internal static class Compounds
{
    private const int MaxReadings = 8;

    private static readonly ImmutableArray<Reading> AbdallahReadings = [new Reading("abdallah", false), new Reading("abdullah", false)];

    /// <summary>Joins compounds; a comma between two words keeps them apart.</summary>
    public static void Join(List<Word> words)
    {
        for (var i = 0; i < words.Count - 1; i++)
        {
            if (Find(words, i) is not var (kind, length, stem))
                continue;
            words[i] = Joined(words, i, length, new Compound(kind, words[stem].Text));
            words.RemoveRange(i + 1, length - 1);
        }
    }

    private static (CompoundKind Kind, int Length, int Stem)? Find(List<Word> words, int i)
    {
        var head = words[i];
        // The two words after it, as far as no comma stands before them.
        var next = words[i + 1].Before == Gap.Comma ? null : words[i + 1];
        var third = next is null || i + 2 >= words.Count || words[i + 2].Before == Gap.Comma ? null : words[i + 2];
        if (next is null)
            return null;
        if (head.Is(WordKinds.PhraseStart) && Phrase(head, next, third) is var (length, stem))
            return (CompoundKind.Phrase, length, i + stem);
        var article = third is not null && IsArticle(next, third) && IsStem(third);
        if (head.Is(WordKinds.Abd | WordKinds.Abdul) && next.Is(WordKinds.Allah))
            return (CompoundKind.Allah, 2, i);
        if (head.Is(WordKinds.Abd))
        {
            if (article)
                return (CompoundKind.Abd, 3, i + 2);
            if (next.Is(WordKinds.Divine))
                return (CompoundKind.Abd, 2, i + 1);
        }
        if (head.Is(WordKinds.Abdul))
            return article ? (CompoundKind.Abd, 3, i + 2) : IsStem(next) ? (CompoundKind.Abd, 2, i + 1) : null;
        if (head.Is(WordKinds.Abul))
            return IsStem(next) ? (CompoundKind.Abu, 2, i + 1) : null;
        if (head.Is(WordKinds.Dhul))
            return IsStem(next) ? (CompoundKind.Dhu, 2, i + 1) : null;
        if (head.Is(WordKinds.Kunya))
            return article ? (CompoundKind.Abu, 3, i + 2) : next.Is(WordKinds.Bakr) && head.Form[0] is not ('u' or 'o') ? (CompoundKind.AbuBakr, 2, i + 1) : null;
        if (head.Is(WordKinds.Dhu) && article)
            return (CompoundKind.Dhu, 3, i + 2);
        if (!IsStem(head))
            return null;
        if (next.Is(WordKinds.Allah))
            return (CompoundKind.Allah, 2, i);
        if (next.Is(WordKinds.Uddin))
            return (CompoundKind.Din, 2, i);
        return article && third!.Is(WordKinds.Din) ? (CompoundKind.Din, 3, i) : null;
    }

    /// <summary>Puts the end of a family name before its beginning where somebody wrote family name first: Rahman Abdul, RAZZAQ Mohamed Abdul.</summary>
    public static void TurnAbdul(List<Word> words)
    {
        if (words.Count < 2 || !words[^1].Is(WordKinds.Abdul) || !words[0].Is(WordKinds.Divine) || !IsStem(words[0]))
            return;
        words.Insert(0, words[^1]);
        words.RemoveAt(words.Count - 1);
    }

    /// <summary>The word that a compound with Abd is shortened to, and that stands for it (Abdul Salam, Salam); null for any other name.</summary>
    public static string? ServantStem(string form, string latin)
    {
        if (Decompose(latin) is (CompoundKind.Abd, var stem))
            return stem;
        return (NameWords.Of(form) & WordKinds.Divine) != 0 ? latin : null;
    }

    private static (int Length, int Stem)? Phrase(Word head, Word next, Word? third)
    {
        const WordKinds titles = WordKinds.Title | WordKinds.LeadingTitle;
        if (third is not null && (NameWords.Of(head.Form + next.Form + third.Form) & titles) != 0)
            return (3, 0);
        return (NameWords.Of(head.Form + next.Form) & titles) != 0 ? (2, 0) : null;
    }

    /// <summary>A word that can be the distinguishing part of a compound.</summary>
    private static bool IsStem(Word word) =>
        word.Form.Length > 1 && !word.Is(WordKinds.Article | WordKinds.Filiation | WordKinds.Kunya | WordKinds.Title | WordKinds.Particle);

    /// <summary>True for the article, also where it took the sound of the next word's first letter: ad-Din, ash-Shaykh.</summary>
    public static bool IsArticle(Word word, Word next) =>
        word.Is(WordKinds.Article)
        || (word.Is(WordKinds.Assimilated) && next.Form.AsSpan().StartsWith(word.Form.AsSpan(1), StringComparison.Ordinal));

    private static Word Joined(List<Word> words, int start, int length, Compound compound)
    {
        var form = new StringBuilder(words[start].Form);
        for (var i = start + 1; i < start + length; i++)
            form.Append(words[i].Form);
        var joined = form.ToString();
        var kinds = NameWords.Of(joined);
        if (compound.Kind is CompoundKind.Abu or CompoundKind.AbuBakr)
            kinds |= WordKinds.Kunya;
        if (compound.Kind == CompoundKind.Allah && words[start].Is(WordKinds.Abd | WordKinds.Abdul))
            kinds |= WordKinds.Abd;
        return new Word(Word.TextOf(words, start, length), words[start].Before) { Form = joined, Kinds = kinds, Compound = compound };
    }

    /// <summary>The readings of a compound of several words.</summary>
    public static ImmutableArray<Reading> Readings(Word word)
    {
        var compound = word.Compound!;
        if (compound.Kind == CompoundKind.Phrase)
            return [new Reading(word.Form, false)];
        var readings = ImmutableArray.CreateBuilder<Reading>(MaxReadings);
        // Abd Allah, Abdul Allah, عبد الله, Абду Ллах: one name.
        if (compound.Kind == CompoundKind.Allah && word.Is(WordKinds.Abd))
            return AbdallahReadings;
        foreach (var stem in Transliterator.Read(compound.Stem))
            Spell(readings, compound.Kind, stem);
        return readings.DrainToImmutable();
    }

    /// <summary>Adds to the readings of a single word those of the compound it turns out to be (Абдурахман, Salahuddin, Hebrew too).</summary>
    public static ImmutableArray<Reading> Extend(ImmutableArray<Reading> read)
    {
        if (read.IsEmpty || Decompose(read[0].Latin) is not var (kind, stem))
            return read;
        var readings = ImmutableArray.CreateBuilder<Reading>(MaxReadings);
        Spell(readings, kind, new Reading(stem, read[0].OmitsVowels));
        foreach (var reading in read)
            Add(readings, reading);
        return readings.DrainToImmutable();
    }

    private static void Spell(ImmutableArray<Reading>.Builder readings, CompoundKind kind, Reading stem)
    {
        var (latin, omits) = stem;
        if (latin.Length == 0)
            return;
        switch (kind)
        {
            case CompoundKind.Abd:
                Add(readings, new Reading("abdal" + latin, omits));
                Add(readings, new Reading("abdul" + latin, omits));
                if (IsSun(latin))
                    Add(readings, new Reading("abdu" + latin[0] + latin, omits));
                break;
            case CompoundKind.Allah:
                Add(readings, new Reading(latin + "allah", omits));
                Add(readings, new Reading(latin + "ullah", omits));
                break;
            case CompoundKind.Din:
                Add(readings, new Reading(latin + "aldin", omits));
                Add(readings, new Reading(latin + "uddin", omits));
                Add(readings, new Reading(latin + "eddine", omits));
                break;
            case CompoundKind.Abu:
                Add(readings, new Reading("abual" + latin, omits));
                Add(readings, new Reading("abul" + latin, omits));
                Add(readings, new Reading("abu" + latin, omits));
                break;
            case CompoundKind.AbuBakr:
                Add(readings, new Reading("abubakr", false));
                Add(readings, new Reading("abu" + latin, omits));
                break;
            case CompoundKind.Dhu:
                Add(readings, new Reading("dhual" + latin, omits));
                Add(readings, new Reading("zul" + latin, omits));
                break;
        }
    }

    private static void Add(ImmutableArray<Reading>.Builder readings, Reading reading)
    {
        if (readings.Count < MaxReadings && !readings.Contains(reading))
            readings.Add(reading);
    }

    private static bool IsSun(string latin) => latin[0] is 't' or 'd' or 'r' or 'z' or 's' or 'n' or 'l';

    /// <summary>Recognizes a compound written as one Latin word; precise rather than complete.</summary>
    internal static (CompoundKind Kind, string Stem)? Decompose(string latin)
    {
        if (latin.Length < 6)
            return null;
        if (latin[0] == 'a' && AbdStem(latin) is { } servant)
            return servant == "lah" ? (CompoundKind.Allah, "abd") : (CompoundKind.Abd, servant);
        if (latin[^1] is 'h' or 'a' && StemBefore(latin, AllahEndings) is { } beforeAllah)
            return (CompoundKind.Allah, beforeAllah);
        if (latin[^1] is 'n' or 'e' && StemBefore(latin, DinEndings) is { } beforeDin)
            return (CompoundKind.Din, beforeDin);
        if (AbuBakrs.Contains(latin))
            return (CompoundKind.AbuBakr, latin[3..]);
        foreach (var start in AbulStarts)
        {
            if (latin.StartsWith(start, StringComparison.Ordinal) && latin.Length - start.Length >= 4)
                return (CompoundKind.Abu, latin[start.Length..]);
        }
        if ((latin.StartsWith("zulf", StringComparison.Ordinal) || latin.StartsWith("zulq", StringComparison.Ordinal)) && latin.Length >= 7)
            return (CompoundKind.Dhu, latin[3..]);
        return null;
    }

    private static readonly string[] AllahEndings = ["oullah", "ullah", "ollah", "allah", "ulla", "oulla", "ullakh", "allakh"];
    private static readonly string[] DinEndings =
        ["ouddine", "ouddin", "uddine", "uddin", "eddine", "eddin", "addin", "iddin", "uddeen", "iddine", "edine", "oudine", "udin", "aldin", "eldin", "uldin"];
    private static readonly string[] AbulStarts = ["abul", "abol", "aboul", "abual"];
    private static readonly string[] AbdArticles = ["abdoul", "abdul", "abdel", "abdal", "abdol"];

    private static readonly FrozenSet<string> AbuBakrs =
        FrozenSet.ToFrozenSet(["abubakr", "abubakar", "abubaker", "abubekr", "abubakir", "aboubakar", "aboubakr", "aboubacar", "aboubaker", "abobakr", "abobakar", "ebubekir", "abubacar"], StringComparer.Ordinal);

    private static string? StemBefore(string latin, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (latin.EndsWith(ending, StringComparison.Ordinal))
                return latin.Length - ending.Length >= 3 ? latin[..^ending.Length] : null;
        }
        return null;
    }

    private static string? AbdStem(string latin)
    {
        if (!latin.StartsWith("abd", StringComparison.Ordinal) && !latin.StartsWith("abed", StringComparison.Ordinal))
            return null;
        // 1. With the article written out: Abdulkarim, Abdelaziz; Abdullah, in West Africa Abdoulaye, is Abd Allah.
        foreach (var start in AbdArticles)
        {
            if (!latin.StartsWith(start, StringComparison.Ordinal))
                continue;
            var rest = latin[start.Length..];
            if (rest is "lah" or "la" or "lakh" or "aye" or "ay")
                return "lah";
            if (rest.Length >= 3)
                return rest;
        }
        // 2. With the article in the sound of the next letter: Abdurrahman, Abdessalam.
        var vowel = latin[3] == 'd' ? 4 : 3;
        while (vowel < latin.Length && latin[vowel] is 'u' or 'e' or 'a' or 'o' or 'i')
            vowel++;
        if (vowel > 3 && vowel + 4 <= latin.Length && latin[vowel] == latin[vowel + 1] && IsSun(latin[vowel..]))
            return latin[(vowel + 1)..];
        // 3. Without a trace of it: Abdirahman, Abdurakhim, when what follows is a name of God.
        var stem = vowel < latin.Length ? latin[vowel..] : "";
        return (NameWords.Of(stem) & WordKinds.Divine) != 0 ? stem : null;
    }
}
