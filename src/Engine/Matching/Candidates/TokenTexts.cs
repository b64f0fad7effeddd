using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Marsad.Engine.Matching.Index;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>What the words of an index are made from, as bytes: enough to prepare each again, as it was prepared for the index.</summary>
internal static class TokenTexts
{
    private const byte HasLegalForm = 1, HasRarity = 2;

    /// <summary>Appends what a token is made from.</summary>
    public static void Write(Stream output, Token token)
    {
        var key = token.Key;
        output.WriteByte((byte)((key.LegalForm is null ? 0 : HasLegalForm) | (key.Rarity is null ? 0 : HasRarity)));
        output.WriteByte((byte)key.Script);
        WriteText(output, key.Form);
        if (key.Rarity is { } rarity)
        {
            Span<byte> bits = stackalloc byte[sizeof(float)];
            BinaryPrimitives.WriteSingleLittleEndian(bits, rarity);
            output.Write(bits);
        }
        if (key.LegalForm is { } legalForm)
            WriteText(output, legalForm);
        output.WriteByte((byte)key.Readings.Length);
        foreach (var reading in key.Readings)
        {
            output.WriteByte((byte)(reading.OmitsVowels ? 1 : 0));
            WriteText(output, reading.Latin);
        }
    }

    /// <summary>Prepares a token again.</summary>
    public static Token Read(ReadOnlySpan<byte> text, bool ofPeople, NameForms forms)
    {
        byte flags = text[0];
        var script = (Script)text[1];
        text = text[2..];
        var form = ReadText(ref text);
        float? rarity = null;
        if ((flags & HasRarity) != 0)
        {
            rarity = BinaryPrimitives.ReadSingleLittleEndian(text);
            text = text[sizeof(float)..];
        }
        var legalForm = (flags & HasLegalForm) != 0 ? ReadText(ref text) : null;
        var readings = ImmutableArray.CreateBuilder<Reading>(text[0]);
        text = text[1..];
        for (var i = 0; i < readings.Capacity; i++)
        {
            var omitsVowels = text[0] != 0;
            text = text[1..];
            readings.Add(new Reading(ReadText(ref text), omitsVowels));
        }
        return forms.TokenOf(new TokenKey(form, script, ofPeople, legalForm, readings.MoveToImmutable(), rarity));
    }

    /// <summary>The keys under which others find a token.</summary>
    public static IEnumerable<ulong> KeysOf(Token token)
    {
        if (!token.IsJoined)
            yield return FormKey(token);
        foreach (var group in token.Equivalents)
            yield return EquivalentKey(group);
        if (token.Concept is { } concept)
            yield return ConceptKey(concept);
    }

    public static ulong FormKey(Token token) => KeyRecord.HashOf(token.Form, 1 + (int)token.Script);

    public static ulong EquivalentKey(int group) => KeyRecord.HashOf("equivalent", ~group);

    public static ulong ConceptKey(string concept) => KeyRecord.HashOf(concept, 0);

    /// <summary>The key of words cut to a first letter.</summary>
    public static ulong InitialKey(byte letter) => KeyRecord.HashOf("initial", letter);

    // As the characters are: a form may hold what is no valid text.
    private static void WriteText(Stream output, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        output.Write(length);
        output.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static string ReadText(ref ReadOnlySpan<byte> text)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(text) * sizeof(char);
        var read = new string(MemoryMarshal.Cast<byte, char>(text.Slice(sizeof(int), length)));
        text = text[(sizeof(int) + length)..];
        return read;
    }
}
