using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>One part of a name: the word as written, and what comparing needs to know of it.</summary>
/// <param name="Text">The word as written, in its own script, without surrounding punctuation.</param>
/// <param name="Form">The word normalized in its own script: case folded, marks and letter variants unified (أ ا, ё е, é e).</param>
/// <param name="Script">The script of the word.</param>
/// <param name="Role">What the word is for.</param>
/// <param name="Readings">Its Latin readings, likeliest first; never empty for a word with a letter or digit that can be read.</param>
public sealed record NamePart(string Text, string Form, Script Script, PartRole Role, ImmutableArray<Reading> Readings);

/// <summary>A raw name taken apart.</summary>
/// <param name="Raw">The name as given.</param>
/// <param name="Parts">Its parts in reading order (a name with a comma is turned: SOLEIMANI, Qasem → Qasem Soleimani).</param>
public sealed record ParsedName(string Raw, ImmutableArray<NamePart> Parts);
