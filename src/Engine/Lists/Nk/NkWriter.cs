using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.Engine.Lists.Nk;

/// <summary>Writes a list in Marsad's own format, one JSON object a line: a header, then the entries.</summary>
/// <remarks>
/// <para><b>Canonical.</b> The same entry always gives the same bytes, on any machine and runtime: fixed order of properties, empty
/// arrays and nulls left out, no white space, and only what JSON demands is escaped. So the hash of the line is the hash of the entry.</para>
/// <para><b>Lossless.</b> <see cref="NkReader"/> reads back an equal entry, paths included. A lone surrogate, which UTF-8 cannot
/// carry, becomes U+FFFD.</para>
/// </remarks>
/// <param name="output">Where the lines go; the caller disposes it.</param>
public sealed class NkWriter(Stream output)
{
    private readonly ArrayBufferWriter<byte> _line = new(4096);
    private bool _needsComma;

    /// <summary>Writes the header line.</summary>
    public void Write(NkHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        Begin();
        Property("marsad"u8, NkWords.FormatVersion);
        Property("list"u8, header.List);
        Property("version"u8, header.Version);
        Property("date"u8, header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Property("title"u8, header.Title);
        Property("publisher"u8, header.Publisher);
        Property("attribution"u8, header.Attribution);
        if (header.Entries is { } count)
        {
            Name("entries"u8);
            Raw(Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)));
        }
        Property("leftOut"u8, header.LeftOut);
        End();
    }

    /// <summary>Writes an entry and gives its canonical bytes, without the line end; they are good until the next call.</summary>
    public ReadOnlySpan<byte> Write(ListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Begin();
        Property("id"u8, entry.Id);
        Kind("schema"u8, NkWords.Schemas[(int)entry.Schema]);
        Array("names"u8, entry.Names, Item);
        Array("dates"u8, entry.Dates, d => { Kind("k"u8, NkWords.DateKinds[(int)d.Kind]); ValueAndPath(d.Value.ToString(), d.Path); });
        Array("birthPlaces"u8, entry.BirthPlaces, p => { Property("c"u8, p.CountryCode); ValueAndPath(p.Text, p.Path); });
        Array("countries"u8, entry.Countries,
            c => { Kind("k"u8, NkWords.CountryKinds[(int)c.Kind]); Property("c"u8, c.Code); ValueAndPath(c.Text, c.Path); });
        Array("genders"u8, entry.Genders, g => { Kind("v"u8, NkWords.Genders[(int)g.Value]); Property("p"u8, g.Path); });
        Array("identifiers"u8, entry.Identifiers, Item);
        Array("addresses"u8, entry.Addresses,
            a => { Property("c"u8, a.CountryCode); Property("city"u8, a.City); ValueAndPath(a.Text, a.Path); });
        Array("positions"u8, entry.Positions, Item);
        Array("programs"u8, entry.Programs, Item);
        Array("remarks"u8, entry.Remarks, Item);
        Array("linkedTo"u8, entry.LinkedTo, Item);
        Array("references"u8, entry.References, Item);
        One("listedOn"u8, entry.ListedOn?.Value.ToString(), entry.ListedOn?.Path);
        One("changedOn"u8, entry.ChangedOn?.Value.ToString(), entry.ChangedOn?.Path);
        One("sourceUrl"u8, entry.SourceUrl?.Value, entry.SourceUrl?.Path);
        End();
        return _line.WrittenSpan[..^1];
    }

    /// <summary>The SHA-256 of an entry's canonical bytes, in lower-case hexadecimal digits: the name of this version of the entry.</summary>
    public static string Hash(ListEntry entry) => Convert.ToHexStringLower(SHA256.HashData(new NkWriter(Stream.Null).Write(entry)));

    private void Item(ListName name)
    {
        Kind("k"u8, NkWords.NameKinds[(int)name.Kind]);
        Property("l"u8, name.Language);
        ValueAndPath(name.Text, name.Path);
        if (name.Parts.IsDefaultOrEmpty)
            return;
        Name("parts"u8);
        Raw("["u8);
        for (var i = 0; i < name.Parts.Length; i++)
        {
            Raw(i == 0 ? "[\""u8 : ",[\""u8);
            Raw(NkWords.NamePartKinds[(int)name.Parts[i].Kind]);
            Raw("\","u8);
            Text(name.Parts[i].Text);
            Raw("]"u8);
        }
        Raw("]"u8);
    }

    private void Item(Identifier identifier)
    {
        Kind("k"u8, NkWords.IdentifierKinds[(int)identifier.Kind]);
        Property("c"u8, identifier.CountryCode);
        ValueAndPath(identifier.Value, identifier.Path);
        Property("note"u8, identifier.Note);
    }

    private void Item(Sourced<string> text) => ValueAndPath(text.Value, text.Path);

    private void ValueAndPath(string value, string path)
    {
        Property("v"u8, value);
        Property("p"u8, path);
    }

    private void One(ReadOnlySpan<byte> name, string? value, string? path)
    {
        if (value is null)
            return;
        Name(name);
        Open();
        ValueAndPath(value, path ?? "");
        Close();
    }

    private void Array<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsDefaultOrEmpty)
            return;
        Name(name);
        Raw("["u8);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                Raw(","u8);
            Open();
            write(items[i]);
            Close();
        }
        Raw("]"u8);
    }

    private void Begin()
    {
        _line.ResetWrittenCount();
        Open();
    }

    private void End()
    {
        Close();
        Raw("\n"u8);
        output.Write(_line.WrittenSpan);
    }

    private void Open()
    {
        Raw("{"u8);
        _needsComma = false;
    }

    private void Close()
    {
        Raw("}"u8);
        _needsComma = true;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        Raw(_needsComma ? ",\""u8 : "\""u8);
        Raw(name);
        Raw("\":"u8);
        _needsComma = true;
    }

    private void Property(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        Name(name);
        Text(value);
    }

    private void Kind(ReadOnlySpan<byte> name, byte[] word)
    {
        Name(name);
        Raw("\""u8);
        Raw(word);
        Raw("\""u8);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => _line.Write(bytes);

    /// <summary>Escapes as RFC 8785 does: quotation mark, reverse solidus and control characters, nothing else.</summary>
    private void Text(string text)
    {
        Raw("\""u8);
        var rest = text.AsSpan();
        for (var at = IndexOfEscape(rest); at >= 0; at = IndexOfEscape(rest))
        {
            Encoding.UTF8.GetBytes(rest[..at], _line);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, _line);
        Raw("\""u8);
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    private static int IndexOfEscape(ReadOnlySpan<char> text) => text.IndexOfAny(Escaped);

    private void Escape(char letter)
    {
        switch (letter)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\f': Raw("\\f"u8); break;
            case '\r': Raw("\\r"u8); break;
            default: Raw(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"))); break;
        }
    }
}
