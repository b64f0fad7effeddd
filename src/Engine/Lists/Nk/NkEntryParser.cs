using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Marsad.Engine.Lists.Nk;

/// <summary>Makes an entry of one line. The lists are loaded at every start, so it walks the bytes and shares repeated strings.</summary>
internal sealed class NkEntryParser(string file, ListReading reading)
{
    private const int LongestShared = 64;
    private const int MostShared = 100_000;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _shared =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private long _line;

    /// <summary>The fields an item may have; which of them, its array says.</summary>
    [Flags]
    private enum Fields
    {
        None = 0,
        Kind = 1,
        Country = 2,
        City = 4,
        Language = 8,
        Parts = 16,
        Note = 32,

        /// <summary>The values repeat from entry to entry, so they are worth sharing.</summary>
        Repeats = 64,
    }

    /// <summary>An item of any array, before it becomes a name, a date or another value.</summary>
    private struct Item
    {
        public int Kind;
        public string? Value;
        public string? Path;
        public string? Country;
        public string? City;
        public string? Language;
        public string? Note;
        public ImmutableArray<ListNamePart> Parts;
    }

    /// <summary>The entry, or null when the line is none: then an issue says why.</summary>
    public ListEntry? Parse(ReadOnlySpan<byte> line, long number)
    {
        _line = number;
        try
        {
            var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 8 });
            Expect(json.Read() && json.TokenType == JsonTokenType.StartObject, "an entry is an object");
            var entry = Entry(ref json);
            Expect(!json.Read(), "a line holds one object");
            return entry;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            var reason = error is FormatException ? error.Message : "The line is not JSON";
            reading.Report(new ListIssue(IssueSeverity.Record, number, "", Excerpt(line), reason) { File = file });
            return null;
        }
    }

    private ListEntry Entry(ref Utf8JsonReader json)
    {
        string? id = null, schema = null;
        ImmutableArray<ListName> names = [];
        ImmutableArray<ListDate> dates = [];
        ImmutableArray<ListPlace> birthPlaces = [];
        ImmutableArray<ListCountry> countries = [];
        ImmutableArray<Sourced<Gender>> genders = [];
        ImmutableArray<Identifier> identifiers = [];
        ImmutableArray<ListAddress> addresses = [];
        ImmutableArray<Sourced<string>> positions = [], programs = [], remarks = [], linkedTo = [], references = [];
        Sourced<PartialDate>? listedOn = null, changedOn = null;
        Sourced<string>? sourceUrl = null;
        var kind = EntrySchema.Other;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                id = Value(ref json, share: false);
            else if (json.ValueTextEquals("schema"u8))
                (kind, schema) = ((EntrySchema)Word(ref json, NkWords.Schemas), "");
            else if (json.ValueTextEquals("names"u8))
                names = Items(ref json, Fields.Kind | Fields.Language | Fields.Parts, NkWords.NameKinds, Name);
            else if (json.ValueTextEquals("dates"u8))
                dates = Items(ref json, Fields.Kind | Fields.Repeats, NkWords.DateKinds, i => new ListDate((DateKind)i.Kind, Date(i.Value!), i.Path!));
            else if (json.ValueTextEquals("birthPlaces"u8))
                birthPlaces = Items(ref json, Fields.Country, [], i => new ListPlace(i.Value!, i.Country, i.Path!));
            else if (json.ValueTextEquals("countries"u8))
                countries = Items(ref json, Fields.Kind | Fields.Country | Fields.Repeats, NkWords.CountryKinds,
                    i => new ListCountry((CountryKind)i.Kind, i.Value!, i.Country, i.Path!));
            else if (json.ValueTextEquals("genders"u8))
                genders = Items(ref json, Fields.Repeats, [], i => new Sourced<Gender>((Gender)Word(i.Value!, NkWords.Genders), i.Path!));
            else if (json.ValueTextEquals("identifiers"u8))
                identifiers = Items(ref json, Fields.Kind | Fields.Country | Fields.Note, NkWords.IdentifierKinds,
                    i => new Identifier((IdentifierKind)i.Kind, i.Value!, i.Country, i.Path!) { Note = i.Note });
            else if (json.ValueTextEquals("addresses"u8))
                addresses = Items(ref json, Fields.Country | Fields.City, [], i => new ListAddress(i.Value!, i.City, i.Country, i.Path!));
            else if (json.ValueTextEquals("positions"u8))
                positions = Texts(ref json);
            else if (json.ValueTextEquals("programs"u8))
                programs = Texts(ref json, Fields.Repeats);
            else if (json.ValueTextEquals("remarks"u8))
                remarks = Texts(ref json);
            else if (json.ValueTextEquals("linkedTo"u8))
                linkedTo = Texts(ref json);
            else if (json.ValueTextEquals("references"u8))
                references = Texts(ref json);
            else if (json.ValueTextEquals("listedOn"u8))
                listedOn = One(ref json, i => new Sourced<PartialDate>(Date(i.Value!), i.Path!));
            else if (json.ValueTextEquals("changedOn"u8))
                changedOn = One(ref json, i => new Sourced<PartialDate>(Date(i.Value!), i.Path!));
            else if (json.ValueTextEquals("sourceUrl"u8))
                sourceUrl = One(ref json, i => new Sourced<string>(i.Value!, i.Path!));
            else
                ReportUnknown(ref json);
        }
        Expect(!string.IsNullOrEmpty(id), "an entry has an id");
        Expect(schema is not null, "an entry has a schema");
        return new ListEntry
        {
            Id = UnderList(id!),
            Schema = kind,
            Names = names,
            Dates = dates,
            BirthPlaces = birthPlaces,
            Countries = countries,
            Genders = genders,
            Identifiers = identifiers,
            Addresses = addresses,
            Positions = positions,
            Programs = programs,
            Remarks = remarks,
            LinkedTo = linkedTo,
            References = references,
            ListedOn = listedOn,
            ChangedOn = changedOn,
            SourceUrl = sourceUrl,
        };
    }

    /// <summary>An entry belongs to the list it is imported as, whatever list the file was written from.</summary>
    private string UnderList(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && id.AsSpan(0, colon).SequenceEqual(reading.ListId) ? id : reading.ListId + ":" + id[(colon + 1)..];
    }

    private static ListName Name(Item item) =>
        new(item.Value!, (NameKind)item.Kind, item.Path!) { Language = item.Language, Parts = item.Parts.IsDefault ? [] : item.Parts };

    private ImmutableArray<Sourced<string>> Texts(ref Utf8JsonReader json, Fields fields = Fields.None) =>
        Items(ref json, fields, [], i => new Sourced<string>(i.Value!, i.Path!));

    private ImmutableArray<T> Items<T>(ref Utf8JsonReader json, Fields fields, ImmutableArray<byte[]> words, Func<Item, T> make)
    {
        json.Read();
        Expect(json.TokenType == JsonTokenType.StartArray, "names, dates and the like are arrays");
        var items = ImmutableArray.CreateBuilder<T>(1);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            items.Add(make(ReadItem(ref json, fields, words)));
        return items.DrainToImmutable();
    }

    private T One<T>(ref Utf8JsonReader json, Func<Item, T> make)
    {
        json.Read();
        return make(ReadItem(ref json, Fields.Repeats, []));
    }

    private Item ReadItem(ref Utf8JsonReader json, Fields fields, ImmutableArray<byte[]> words)
    {
        Expect(json.TokenType == JsonTokenType.StartObject, "a value is an object with v and p");
        var item = new Item { Kind = -1, Path = "" };
        while (NextProperty(ref json))
        {
            var name = json.ValueSpan;
            if (name.SequenceEqual("v"u8))
                item.Value = Value(ref json, share: (fields & Fields.Repeats) != 0);
            else if (name.SequenceEqual("p"u8))
                item.Path = Value(ref json, share: true);
            else if (name.SequenceEqual("k"u8) && (fields & Fields.Kind) != 0)
                item.Kind = Word(ref json, words);
            else if (name.SequenceEqual("c"u8) && (fields & Fields.Country) != 0)
                item.Country = Value(ref json, share: true);
            else if (name.SequenceEqual("l"u8) && (fields & Fields.Language) != 0)
                item.Language = Value(ref json, share: true);
            else if (name.SequenceEqual("city"u8) && (fields & Fields.City) != 0)
                item.City = Value(ref json, share: true);
            else if (name.SequenceEqual("note"u8) && (fields & Fields.Note) != 0)
                item.Note = Value(ref json, share: true);
            else if (name.SequenceEqual("parts"u8) && (fields & Fields.Parts) != 0)
                item.Parts = Parts(ref json);
            else
                ReportUnknown(ref json);
        }
        Expect(item.Value is not null, "a value has v");
        Expect(item.Kind >= 0 || (fields & Fields.Kind) == 0, "a value of this array has its kind, k");
        return item;
    }

    private ImmutableArray<ListNamePart> Parts(ref Utf8JsonReader json)
    {
        json.Read();
        Expect(json.TokenType == JsonTokenType.StartArray, "parts are an array of pairs");
        var parts = ImmutableArray.CreateBuilder<ListNamePart>(4);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Expect(json.TokenType == JsonTokenType.StartArray, "a part is a pair of kind and text");
            var kind = (NamePartKind)Word(ref json, NkWords.NamePartKinds);
            parts.Add(new ListNamePart(kind, Value(ref json, share: false)));
            json.Read();
            Expect(json.TokenType == JsonTokenType.EndArray, "a part is a pair of kind and text");
        }
        return parts.DrainToImmutable();
    }

    private static bool NextProperty(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    private string Value(ref Utf8JsonReader json, bool share)
    {
        json.Read();
        Expect(json.TokenType == JsonTokenType.String, "a text is a string");
        if (!share || json.ValueSpan.Length > LongestShared)
            return json.GetString()!;
        Span<char> letters = stackalloc char[LongestShared];
        letters = letters[..json.CopyString(letters)];
        if (_shared.TryGetValue(letters, out var known))
            return known;
        var text = letters.ToString();
        if (_shared.Set.Count < MostShared)
            _shared.Set.Add(text);
        return text;
    }

    private static int Word(ref Utf8JsonReader json, ImmutableArray<byte[]> words)
    {
        json.Read();
        Expect(json.TokenType == JsonTokenType.String, "a kind is a string");
        for (var i = 0; i < words.Length; i++)
            if (json.ValueSpan.SequenceEqual(words[i]))
                return i;
        throw UnknownWord(json.GetString()!, words);
    }

    private static int Word(string text, ImmutableArray<byte[]> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (Encoding.UTF8.GetString(words[i]) == text)
                return i;
        throw UnknownWord(text, words);
    }

    private static FormatException UnknownWord(string text, ImmutableArray<byte[]> words) =>
        new($"\"{text}\" is not one of {string.Join(", ", words.Select(Encoding.UTF8.GetString))}");

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date)
        ? date
        : throw new FormatException($"\"{text}\" is no date: 1971, 1971-03, 1971-03-14, 1965/1968, with ~ for circa, are allowed");

    private void ReportUnknown(ref Utf8JsonReader json)
    {
        var name = json.GetString()!;
        json.Read();
        var value = json.ValueSpan.IsEmpty ? "" : Excerpt(json.ValueSpan);
        json.Skip();
        reading.Report(new ListIssue(IssueSeverity.Value, _line, name, value, "The format has no such property here") { File = file });
    }

    private static string Excerpt(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 200)]);

    private static void Expect(bool holds, string expected)
    {
        if (!holds)
            throw new FormatException("Not an entry of Marsad's format: " + expected);
    }
}
