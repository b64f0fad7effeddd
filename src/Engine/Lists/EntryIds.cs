using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.Engine.Lists;

/// <summary>Ids for entries whose publisher prints none.</summary>
internal static class EntryIds
{
    /// <summary>
    /// A hash of schema, primary name and first birth date (or what else the format documents), so that the same party has the
    /// same id in tomorrow's file. 16 hexadecimal digits: two of a million different parties meet once in 30 million files.
    /// </summary>
    public static string Hash(EntrySchema schema, string name, string? discriminator)
    {
        var text = $"{schema}\n{ListText.OneSpaced(name)?.ToUpperInvariant()}\n{ListText.OneSpaced(discriminator)?.ToUpperInvariant()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>Lets an id end in a number where the file repeats it: <c>a</c>, <c>a-2</c>, <c>a-3</c>.</summary>
    public static string Numbered(string id, int occurrence) =>
        occurrence == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{occurrence}");
}
