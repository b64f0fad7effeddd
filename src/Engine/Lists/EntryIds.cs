using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.Engine.Lists;

/// <summary>The ids of the entries of one reading: none twice. For publishers that print none, a hash.</summary>
/// <remarks>Of each id only 64 bits are kept, so that a list of millions is read in little memory; ids that stand twice are kept whole.</remarks>
internal sealed class EntryIds(string listId)
{
    private readonly HashSet<ulong> _taken = [];
    private readonly Dictionary<string, int> _repeated = new(StringComparer.Ordinal);

    /// <summary>
    /// The full id of an entry, with the list's id before it. An id that was taken by an earlier record gets a number
    /// (<c>-2</c>) and <paramref name="isNew"/> is false: the record is kept, and the caller reports it.
    /// </summary>
    public string Take(string id, out bool isNew)
    {
        isNew = _taken.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan())));
        if (isNew)
            return $"{listId}:{id}";
        var times = _repeated[id] = _repeated.GetValueOrDefault(id, 1) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{listId}:{id}-{times}");
    }

    /// <summary>
    /// A hash of schema, primary name and first birth date (or what else the format documents), so that the same party has the
    /// same id in tomorrow's file. 16 hexadecimal digits: of a million parties two collide in one list of 37 million.
    /// </summary>
    public static string Hash(EntrySchema schema, string name, string? discriminator)
    {
        var text = $"{schema}\n{ListText.OneSpaced(name)?.ToUpperInvariant()}\n{ListText.OneSpaced(discriminator)?.ToUpperInvariant()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>The hash of an entry by its schema, primary name and first date of birth.</summary>
    public static string Hash(ListEntry entry) =>
        Hash(entry.Schema, entry.Caption, entry.Dates.FirstOrDefault(d => d.Kind == DateKind.Birth)?.Value.ToString());

    /// <summary>Words as a part of an id: lower-case letters and digits, a hyphen for what is between them.</summary>
    public static string Slug(string words)
    {
        var slug = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c) || c == '.')
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
