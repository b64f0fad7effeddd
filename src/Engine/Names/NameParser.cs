using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>Takes a raw name apart.</summary>
/// <remarks>
/// <para>Steps: 1. clean and split into words; 2. turn a name with a comma; 3. split names written without spaces; 4. join Arabic
/// compounds; 5. say what each word is for; 6. read each word in Latin letters.</para>
/// <para>Any string is accepted: control, bidirectional and zero-width characters, unpaired surrogates and emoji are left out; what
/// has no letter and no digit gives a name without parts. Pure and thread-safe.</para>
/// </remarks>
public static class NameParser
{
    private static readonly ImmutableArray<Reading> ArticleReading = [new Reading("al", false)];

    /// <summary>Takes a person's name apart.</summary>
    /// <param name="raw">The name as given, in any script; any length (only the first 64 words are read).</param>
    /// <param name="known">Words whose role the publisher or the caller states; empty when nothing is known.</param>
    public static ParsedName Person(string raw, ImmutableArray<(PartRole Role, string Text)> known = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var words = WordSplitter.Split(raw, organization: false);
        CommaOrder.Turn(words);
        EastAsianNames.Split(words);
        CommaOrder.ReadCapitals(words);
        Compounds.TurnAbdul(words);
        Compounds.Join(words);
        PersonRoles.Assign(words);
        if (!known.IsDefaultOrEmpty)
            KnownRoles.Apply(words, known);
        return Parsed(raw, words);
    }

    /// <summary>Takes the name of an organization, vessel, aircraft or other thing apart.</summary>
    /// <param name="raw">The name as given, in any script; any length (only the first 64 words are read).</param>
    public static ParsedName Organization(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var words = WordSplitter.Split(raw, organization: true);
        Compounds.Join(words);
        OrganizationRoles.Assign(words);
        return Parsed(raw, words);
    }

    private static ParsedName Parsed(string raw, List<Word> words)
    {
        var parts = ImmutableArray.CreateBuilder<NamePart>(words.Count);
        foreach (var word in words)
        {
            var form = word.Role == PartRole.Number ? word.Canonical ?? word.Form : word.Form;
            parts.Add(new NamePart(word.Text, form, word.Known?.Script ?? Transliterator.ScriptOf(word.Text), word.Role, Readings(word)));
        }
        return new ParsedName(raw, parts.MoveToImmutable());
    }

    private static ImmutableArray<Reading> Readings(Word word)
    {
        if (word.Canonical is not null)
            return [new Reading(word.Canonical, false)];
        if (word.Compound is not null)
            return Compounds.Readings(word);
        if (word.Role == PartRole.Particle && word.Is(WordKinds.Article | WordKinds.Assimilated))
            return ArticleReading;
        return word.Known?.Readings ?? Compounds.Extend(Transliterator.Read(word.Text));
    }
}
