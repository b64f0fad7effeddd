using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>A name while the article is read: later steps say what it is linked to and what it does.</summary>
/// <param name="tokens">Where it stands.</param>
/// <param name="cut">Letters of its first token that belong to the word before.</param>
/// <param name="type">What it names.</param>
internal sealed class FoundName(TokenRange tokens, int cut, MentionType type)
{
    public TokenRange Tokens { get; set; } = tokens;

    public int Cut { get; set; } = cut;

    public MentionType Type { get; set; } = type;

    /// <summary>A generic word before the name that belongs to what is shown and not to what is compared (تنظيم); tokens.</summary>
    public int HeadLength { get; init; }

    /// <summary>Whether a title, a head or another cue says what kind of party it is.</summary>
    public bool HasCue { get; set; }

    /// <summary>The listed entries, the likeliest first.</summary>
    public List<MentionedEntry> Entries { get; set; } = [];

    /// <summary>The name in the text that this one repeats; null for a first mention.</summary>
    public FoundName? Antecedent { get; set; }

    public string? Canonical { get; set; }

    public MentionRole Role { get; set; }

    public bool IsNegated { get; set; }

    /// <summary>The tokens that are compared.</summary>
    public TokenRange Core => Tokens with { Start = Tokens.Start + HeadLength };

    /// <summary>The first mention of the party.</summary>
    public FoundName First => Antecedent?.First ?? this;

    /// <summary>The best entry above the threshold of an alert; null when there is none.</summary>
    public MentionedEntry? Linked => Entries.Count > 0 && Entries[0].Probability >= 0.5 ? Entries[0] : null;
}
