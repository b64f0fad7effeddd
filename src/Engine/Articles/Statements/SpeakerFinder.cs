using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Statements;

/// <summary>Who a phrase of the text says is speaking.</summary>
/// <param name="Tokens">The phrase, or the name in it; empty when the speaker is only carried over.</param>
/// <param name="Cut">Letters of the first token that belong to the word before.</param>
/// <param name="Name">The name; null for a speaker without one.</param>
/// <param name="IsCarried">Whether it means whoever spoke last: a pronoun, or nothing at all.</param>
internal sealed record FoundSpeaker(TokenRange Tokens, int Cut, FoundName? Name, bool IsCarried);

/// <summary>Chooses the speaker in the words that stand where a frame has one.</summary>
internal sealed class SpeakerFinder(ArticleContext article)
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "he", "she", "they", "it", "он", "она", "они", "оно", "его", "ее", "их", "او", "وي", "هو", "هي", "هم", "انها", "آنها",
    };

    private readonly ArticleTokens _text = article.Text;

    /// <summary>The speaker in a region; null when the region has nothing that could speak.</summary>
    /// <param name="region">The tokens where the frame expects the speaker.</param>
    /// <param name="nameMustLead">Whether a name counts only at the start of the region (Arabic: "a spokesman of X" is no X).</param>
    public FoundSpeaker? In(TokenRange region, bool nameMustLead)
    {
        region = Trim(region);
        if (region.Length == 0)
            return null;
        if (Pronouns.Contains(_text[region.Start].Form) && (region.Length <= 2 || !article.NamesIn(region).Any(n => n.Type == MentionType.Person)))
            return new FoundSpeaker(region with { End = region.Start + 1 }, 0, null, true);
        var inside = article.NamesIn(region).ToList();
        if (inside.Find(n => n.Type == MentionType.Person && !IsPossessor(n, region)) is { } person)
            return new FoundSpeaker(person.Tokens, person.Cut, person, false);
        var isRole = article.LexiconAt(region.Start).Roles.At(_text, region.Start, region.End) is not null;
        if (inside.Find(n => n.Type is MentionType.Organization or MentionType.Outlet && (n.Tokens.Start == region.Start || (!nameMustLead && !isRole) || Words(n.Tokens) + 1 >= Words(region))) is { } group && (!isRole || group.Tokens.Start == region.Start))
            return new FoundSpeaker(group.Tokens, group.Cut, group, false);
        if (inside.Find(n => n.Type == MentionType.Place && n.Tokens.Start == region.Start && n.Tokens.End >= region.End - 1) is { } place)
            return new FoundSpeaker(place.Tokens, place.Cut, place, false);
        return Words(region) == 0 ? null : new FoundSpeaker(region with { End = Math.Min(region.End, region.Start + 8) }, 0, null, false);
    }

    /// <summary>A region without marks at its ends.</summary>
    public TokenRange Trim(TokenRange region)
    {
        while (region.Length > 0 && _text[region.Start].Kind is TokenKind.Mark)
            region = region with { Start = region.Start + 1 };
        while (region.Length > 0 && _text[region.End - 1].Kind is TokenKind.Mark)
            region = region with { End = region.End - 1 };
        return region;
    }

    // "Адвокат Усманова": the lawyer speaks, not the man.
    private bool IsPossessor(FoundName name, TokenRange region)
    {
        if (name.Tokens.Start == region.Start || _text[name.Tokens.Start].Script != Script.Cyrillic)
            return false;
        return article.LexiconAt(region.Start).Roles.At(_text, region.Start, region.End) is { Tag: "title" } role && role.Tokens.End == name.Tokens.Start
            && !(_text[region.Start].Form[^1] is 'а' or 'я')
            && IsGenitive(_text[name.Tokens.End - 1].Form) && IsGenitive(_text[name.Tokens.Start].Form);
    }

    private static bool IsGenitive(string form) => form[^1] is 'а' or 'я' or 'и' or 'ы' || form.EndsWith("ого", StringComparison.Ordinal) || form.EndsWith("ой", StringComparison.Ordinal);

    private int Words(TokenRange range)
    {
        var words = 0;
        for (var i = range.Start; i < range.End; i++)
            words += _text[i].IsWord ? 1 : 0;
        return words;
    }
}
