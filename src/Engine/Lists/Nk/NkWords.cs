using System.Collections.Immutable;
using System.Text;

namespace Marsad.Engine.Lists.Nk;

/// <summary>The words by which the format names kinds: the names of the enumerations in camel case, schemas as FollowTheMoney spells them.</summary>
internal static class NkWords
{
    public const string FormatVersion = "nk/1";

    public static readonly ImmutableArray<byte[]> Schemas = Of<EntrySchema>(camel: false);
    public static readonly ImmutableArray<byte[]> NameKinds = Of<NameKind>();
    public static readonly ImmutableArray<byte[]> NamePartKinds = Of<NamePartKind>();
    public static readonly ImmutableArray<byte[]> DateKinds = Of<DateKind>();
    public static readonly ImmutableArray<byte[]> CountryKinds = Of<CountryKind>();
    public static readonly ImmutableArray<byte[]> Genders = Of<Gender>();
    public static readonly ImmutableArray<byte[]> IdentifierKinds = Of<IdentifierKind>();

    /// <summary>The enumerations count from 0 without gaps, so a value is its own index.</summary>
    private static ImmutableArray<byte[]> Of<T>(bool camel = true) where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => Encoding.UTF8.GetBytes(camel ? char.ToLowerInvariant(name[0]) + name[1..] : name))];
}
