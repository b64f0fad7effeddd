namespace Marsad.Engine.Transliteration;

/// <summary>One way to write a word of any script in the letters a to z.</summary>
/// <param name="Latin">Lower-case letters a–z only (digits are kept); empty when nothing of the word can be read.</param>
/// <param name="OmitsVowels">
/// True when the script leaves short vowels out (Arabic, Hebrew): محمد reads <c>mhmd</c>, and a vowel that the other spelling
/// has in such a place says next to nothing.
/// </param>
public readonly record struct Reading(string Latin, bool OmitsVowels);
