using Marsad.Engine.Articles.Mentions;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Statements;

/// <summary>A statement as a frame found it, before its speaker is named and its hedges are read.</summary>
/// <param name="Speaker">Who speaks; null when nobody does or the last speaker goes on.</param>
/// <param name="Cue">The reporting phrase; empty for a quotation without one.</param>
/// <param name="Sense">The sense of the cue.</param>
/// <param name="Content">What is reported.</param>
/// <param name="Outlet">The medium spoken to; null when none is.</param>
/// <param name="HasNoSpeaker">Whether the frame has no speaker at all ("it is believed").</param>
internal sealed record StatementDraft(
    FoundSpeaker? Speaker, TokenRange Cue, string Sense, IReadOnlyList<TokenRange> Content, FoundName? Outlet, bool HasNoSpeaker = false)
{
    /// <summary>The quotation that a clause completes ("…", he said) comes before it.</summary>
    public int Start => Content.Count > 0 ? Content[0].Start : Cue.Start;
}
