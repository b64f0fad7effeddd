using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>All that a token is made from, so that no other name decides what a word weighs.</summary>
/// <remarks>Words of one form may be two words to compare: Müller also reads Mueller, Muller does not, and SA is a legal form here
/// and a word there.</remarks>
/// <param name="Form">The word normalized in its own script.</param>
/// <param name="Script">Its script.</param>
/// <param name="IsPerson">Whether it stands in the name of a person.</param>
/// <param name="LegalForm">The legal form that it is everywhere, whatever its letters; null for any other word.</param>
/// <param name="Readings">Its Latin readings.</param>
/// <param name="Rarity">The bits of a joined word, which its parts decide, and of an acronym, which has no readings; null for any other.</param>
internal readonly record struct TokenKey(string Form, Script Script, bool IsPerson, string? LegalForm, ImmutableArray<Reading> Readings, float? Rarity)
{
    /// <inheritdoc/>
    public bool Equals(TokenKey other) => Script == other.Script && IsPerson == other.IsPerson && LegalForm == other.LegalForm
        && Rarity == other.Rarity && Form == other.Form && (Readings == other.Readings || Readings.AsSpan().SequenceEqual(other.Readings.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => Form.GetHashCode(StringComparison.Ordinal) ^ (IsPerson ? 2 : 0) ^ (LegalForm is null ? 0 : 4);
}
