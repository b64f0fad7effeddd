using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.UsCsl;

/// <summary>Reads the US Consolidated Screening List (csv): thirteen lists of Commerce, State and Treasury in one file.</summary>
/// <remarks>
/// <para>Entry id: the short name of the source list and the column <c>_id</c>, <c>us-csl:SDN-21944</c>: one party of several
/// source lists stands several times with one <c>_id</c>. OFAC's number is a reference to OFAC's own list.</para>
/// <para>Several values of a cell are joined by semicolons. Lists of State and Commerce do not say what kind of party it is.</para>
/// </remarks>
public sealed class UsCslReader : IListReader
{
    private static readonly FrozenSet<string> Columns = FrozenSet.ToFrozenSet(
    [
        "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice", "start_date",
        "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type", "gross_tonnage",
        "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
        "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns that are kept as text: nothing in them is matched.</summary>
    private static readonly ImmutableArray<string> RemarkColumns =
        ["federal_register_notice", "end_date", "standard_order", "license_requirement", "license_policy", "vessel_type", "remarks"];

    /// <inheritdoc/>
    public string Format => "us-csl";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        return reading.Files.SelectMany(file => Read(new FileReading(reading, file, ids)));
    }

    private static IEnumerable<ListEntry> Read(FileReading file)
    {
        foreach (var row in CsvColumns.Rows(file, Encoding.UTF8, ',', Columns.Contains, "name", "source"))
        {
            file.Reading.Records++;
            var draft = file.Draft(row.Line);
            var schema = SchemaOf(draft, row);
            AddFacts(draft, schema, row);
            AddTexts(draft, row);
            if (file.Finish(draft, IdOf(row), schema, row.Line) is { } entry)
                yield return entry;
        }
    }

    private static string? IdOf(CsvRow row)
    {
        var id = row["_id"].Length > 0 ? row["_id"] : row["entity_number"];
        return id.Length == 0 ? null : $"{ShortName(row["source"])}-{id}";
    }

    /// <summary>SDN of "Specially Designated Nationals (SDN) - Treasury Department", NS-MBS of "… (NS-MBS List) - …".</summary>
    private static string ShortName(string source)
    {
        var open = source.IndexOf('(', StringComparison.Ordinal);
        var close = source.IndexOf(')', open + 1);
        return open < 0 || close < 0 ? EntryIds.Slug(source) : source[(open + 1)..close].Replace(" List", "", StringComparison.Ordinal);
    }

    private static EntrySchema SchemaOf(EntryDraft draft, CsvRow row)
    {
        var schema = SchemaWording.Read(row["type"]);
        if (schema is null && row["type"].Length > 0)
            draft.Report("type", row["type"], "not a kind of party that is known");
        return schema ?? EntrySchema.LegalEntity;
    }

    private static void AddFacts(EntryDraft draft, EntrySchema schema, CsvRow row)
    {
        AddName(draft, schema, row["name"], NameKind.Primary, "name");
        foreach (var name in row.Values("alt_names"))
            AddName(draft, schema, name.StartsWith("and ", StringComparison.Ordinal) ? name[4..] : name, NameKind.Alias, "alt_names");
        foreach (var born in row.Values("dates_of_birth"))
            draft.AddDate(DateKind.Birth, born, "dates_of_birth");
        foreach (var place in row.Values("places_of_birth"))
            draft.AddBirthPlace(place, "places_of_birth");
        foreach (var column in new[] { "nationalities", "citizenships" })
        {
            foreach (var country in row.Values(column))
                draft.AddCountry(CountryKind.Nationality, country, column);
        }
        draft.AddCountry(CountryKind.Flag, row["vessel_flag"], "vessel_flag");
        draft.AddIdentifier(IdentifierKind.CallSign, row["call_sign"], "call_sign");
        foreach (var address in row.Values("addresses"))
            AddAddress(draft, address);
        foreach (var id in row.Values("ids"))
            UsCslIds.Add(draft, id, "ids");
    }

    private static void AddTexts(EntryDraft draft, CsvRow row)
    {
        foreach (var title in row.Values("title"))
            draft.AddPosition(title, "title");
        foreach (var program in row.Values("programs"))
            draft.AddProgram(program, "programs");
        draft.AddProgram(row["source"], "source");
        foreach (var column in RemarkColumns)
            draft.AddRemark(row[column], column);
        draft.AddLinkedTo(row["vessel_owner"], "vessel_owner");
        AddLinks(draft, row["remarks"]);
        if (row["entity_number"].Length > 0)
            draft.AddReference($"{(ShortName(row["source"]) == "SDN" ? "ofac-sdn" : "ofac-cons")}:{row["entity_number"]}", "entity_number");
        draft.SetListedOn(row["start_date"], "start_date");
        draft.SetSourceUrl(row["source_information_url"], "source_information_url");
    }

    /// <summary>Treasury prints persons as FAMILY, Given.</summary>
    private static void AddName(EntryDraft draft, EntrySchema schema, string name, NameKind kind, string path)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        if (schema != EntrySchema.Person || comma <= 0)
            draft.AddName(name, kind, path);
        else
            draft.AddName(name, kind, path, [new(NamePartKind.Family, name[..comma].Trim()), new(NamePartKind.Given, name[(comma + 2)..].Trim())]);
    }

    /// <summary>An address ends with the code of its country; often the code is all there is.</summary>
    private static void AddAddress(EntryDraft draft, string address)
    {
        var last = address[(address.LastIndexOf(',') + 1)..].Trim();
        var code = last.Length == 2 && last.All(char.IsAsciiLetterUpper) ? Countries.CodeOf(last) : null;
        if (code is not null && last.Length == address.Length)
            draft.AddCountry(CountryKind.Residence, address, "addresses");
        else
            draft.AddAddress(address, "addresses", null, code);
    }

    /// <summary>"(Linked To: ONE; Linked To: TWO)".</summary>
    private static void AddLinks(EntryDraft draft, string remarks)
    {
        const string Mark = "Linked To:";
        foreach (var piece in remarks.Trim('(', ')').Split(';'))
        {
            var at = piece.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                draft.AddLinkedTo(piece[(at + Mark.Length)..].Trim(' ', '.', ')'), "remarks");
        }
    }
}
