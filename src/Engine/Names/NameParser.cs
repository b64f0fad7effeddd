using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>Takes a raw name apart.</summary>
public static class NameParser
{
    /// <summary>Takes a person's name apart.</summary>
    /// <param name="raw">The name as given, in any script; any length (only the first 64 words are read).</param>
    /// <param name="known">Words whose role the publisher or the caller states; empty when nothing is known.</param>
    public static ParsedName Person(string raw, ImmutableArray<(PartRole Role, string Text)> known = default) => Parse(raw);

    /// <summary>Takes the name of an organization, vessel, aircraft or other thing apart.</summary>
    public static ParsedName Organization(string raw) => Parse(raw);

    private static ParsedName Parse(string raw) => new(raw,
        [.. raw.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new NamePart(w, w.ToLowerInvariant(), Transliterator.ScriptOf(w), PartRole.Unknown, Transliterator.Read(w)))]);
}
