namespace Marsad.Engine.Articles.Scanning;

/// <summary>Where an alias comes from.</summary>
internal enum AliasOrigin
{
    /// <summary>The list prints it.</summary>
    Listed,
    /// <summary>The table of well-known names gives it to a listed entry.</summary>
    Curated,
}

/// <summary>A name by which a text may mean an entry of a list.</summary>
/// <param name="Entry">The number of the entry in the index.</param>
/// <param name="Text">The name as the list or the table prints it.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="IsWeak">Whether its source calls it weak, or only a part of the listed name is written so.</param>
/// <param name="Informative">How many of its words say who is meant; of one such word, the context must say the rest.</param>
internal sealed record Alias(int Entry, string Text, AliasOrigin Origin, bool IsWeak, int Informative);

/// <summary>Tokens of a text that are written like an alias.</summary>
/// <param name="Tokens">Where.</param>
/// <param name="Cut">Letters of the first token that do not belong to the name.</param>
/// <param name="Alias">The alias.</param>
/// <param name="BySound">Whether they are only written in the same consonants.</param>
internal readonly record struct Candidate(Text.TokenRange Tokens, int Cut, Alias Alias, bool BySound);
