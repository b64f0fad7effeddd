using System.Collections.Frozen;
using Marsad.Engine.Lists.Xml;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Ca;

/// <summary>Reads the consolidated list of Canada's Special Economic Measures Act and Magnitsky law (XML of Global Affairs Canada).</summary>
/// <remarks>
/// <para>Entry id: the publisher prints none, so country (or regulation), schedule and item serve, which together name one
/// party: <c>ca:russia/1-part-1/12</c>. An item is a place in a schedule, not a party for ever: when Canada renumbers
/// a schedule its ids move. An id that stands twice is numbered and reported.</para>
/// <para>Without <c>EntityOrShip</c> the record is a person; with an IMO number or the type of a ship in <c>TitleOrShip</c> it is a
/// vessel. Country and some titles stand in English and French in one element; the English half is kept. The list date is the
/// newest date of listing.</para>
/// </remarks>
public sealed class CaReader : IListReader
{
    private static readonly FrozenSet<string> Records = FrozenSet.ToFrozenSet(["record"]);
    private static readonly FrozenSet<string> Containers = FrozenSet.ToFrozenSet(["data-set"]);
    private static readonly FrozenSet<string> Fields = FrozenSet.ToFrozenSet(
    [
        "Country", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "ShipIMONumber", "DateOfBirthOrShipBuildDate", "Aliases",
        "Schedule", "Item", "DateOfListing",
    ]);

    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["Arabic"] = "ar",
        ["Belarusian"] = "be",
        ["Russian"] = "ru",
        ["Ukrainian"] = "uk",
        ["Persian"] = "fa",
        ["Farsi"] = "fa",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Format => "ca";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        return reading.Files.SelectMany(file => Read(new FileReading(reading, file, ids)));
    }

    private static IEnumerable<ListEntry> Read(FileReading file)
    {
        var isRoot = true;
        foreach (var record in XmlRecords.Read(file.Reading, file.File, Records, Containers))
        {
            if (isRoot)
            {
                isRoot = false;
                if (record.Name == "data-set")
                    continue;
                file.Report(IssueSeverity.Fatal, record.Line, record.Name, "", "is not Canada's list: its root is data-set");
                yield break;
            }
            file.Reading.Records++;
            if (ReadRecord(file, record) is { } entry)
                yield return entry;
        }
    }

    private static ListEntry? ReadRecord(FileReading file, XmlRecord record)
    {
        var draft = file.Draft(record.Line);
        foreach (var field in record.Children)
        {
            if (!Fields.Contains(field.Name))
                draft.Report(field.Name, field.Text, "is an element this reader does not know");
        }
        var schema = SchemaOf(record);
        AddNames(draft, record, schema);
        draft.AddDates(schema == EntrySchema.Vessel ? DateKind.Built : DateKind.Birth, record["DateOfBirthOrShipBuildDate"], "DateOfBirthOrShipBuildDate");
        if (schema != EntrySchema.Vessel)
            draft.AddPosition(record["TitleOrShip"].Split('/')[0], "TitleOrShip");
        else if (record["TitleOrShip"].Length > 0)
            draft.AddRemark($"TitleOrShip: {record["TitleOrShip"]}", "TitleOrShip");
        draft.AddIdentifier(IdentifierKind.Imo, record["ShipIMONumber"], "ShipIMONumber");

        var country = record["Country"];
        draft.AddProgram(country, "Country");
        // The country names the regulation; some regulations are about a subject and name none.
        if (Countries.CodeOf(country) is not null)
            draft.AddCountry(CountryKind.Related, country, "Country");
        draft.SetListedOn(record["DateOfListing"], "DateOfListing");
        file.SeeDate(record["DateOfListing"]);
        return file.Finish(draft, IdOf(record), schema, record.Line);
    }

    private static EntrySchema SchemaOf(XmlRecord record)
    {
        if (record["EntityOrShip"].Length == 0)
            return EntrySchema.Person;
        return record["ShipIMONumber"].Length > 0 ? EntrySchema.Vessel : EntrySchema.Organization;
    }

    private static void AddNames(EntryDraft draft, XmlRecord record, EntrySchema schema)
    {
        var (given, family) = (record["GivenName"], record["LastName"]);
        if (schema != EntrySchema.Person)
        {
            foreach (var name in InBothLanguages(record["EntityOrShip"]))
                draft.AddName(name, NameKind.Primary, "EntityOrShip");
        }
        else if (given.Length > 0 && family.Length > 0)
        {
            draft.AddName($"{given} {family}", NameKind.Primary, "LastName", [new(NamePartKind.Given, given), new(NamePartKind.Family, family)]);
        }
        else
        {
            draft.AddName(given + family, NameKind.Primary, given.Length > 0 ? "GivenName" : "LastName");
        }
        foreach (var alias in SplitAliases(record["Aliases"], schema == EntrySchema.Person))
            AddAlias(draft, alias, schema);
    }

    /// <summary>"Aerospace Organization/Organisation aérospatiale": a slash between two names of several words.</summary>
    private static string[] InBothLanguages(string name)
    {
        var halves = name.Split('/', StringSplitOptions.TrimEntries);
        return halves.Length == 2 && halves[0].Contains(' ') && halves[1].Contains(' ') ? halves : [name];
    }

    /// <summary>Semicolons and slashes between spaces separate aliases; so do commas, unless they may stand inside the name of a firm ("Trinity, JSC").</summary>
    private static string[] SplitAliases(string aliases, bool isPerson)
    {
        var byComma = isPerson || aliases.AsSpan().Count(',') > 3 || aliases.Split(',').All(p => p.Trim().AsSpan().Count(' ') >= 2 && !LegalForm(p));
        return aliases.Replace(" / ", ";", StringComparison.Ordinal)
            .Split(byComma ? [';', ','] : [';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static bool LegalForm(string piece) =>
        piece.Contains("Limited Liability", StringComparison.OrdinalIgnoreCase) || piece.Contains("Joint Stock", StringComparison.OrdinalIgnoreCase);

    /// <summary>An alias may say its language before a colon. One word of a person's name ("Andrei") is another spelling of that word, too little to be a name.</summary>
    private static void AddAlias(EntryDraft draft, string alias, EntrySchema schema)
    {
        string? language = null;
        var colon = alias.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && Languages.TryGetValue(alias[..colon], out language))
            alias = alias[(colon + 2)..].Trim();
        foreach (var word in new[] { "or ", "and " })
            alias = alias.StartsWith(word, StringComparison.Ordinal) ? alias[word.Length..] : alias;
        var isWeak = schema == EntrySchema.Person && ListText.OneSpaced(alias)?.Contains(' ') == false;
        draft.AddName(alias, isWeak ? NameKind.WeakAlias : NameKind.Alias, "Aliases", default, language);
    }

    private static string? IdOf(XmlRecord record)
    {
        var (country, schedule, item) = (record["Country"], record["Schedule"], record["Item"]);
        if (country.Length == 0 || item.Length == 0)
            return null;
        var english = country.Split(" / ")[0];
        // "Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR)" is known by its letters.
        var open = english.LastIndexOf('(');
        if (open >= 0 && english.EndsWith(')'))
            english = english[(open + 1)..^1];
        return string.Join('/', new[] { english, schedule, item }.Where(p => p.Length > 0).Select(EntryIds.Slug));
    }
}
