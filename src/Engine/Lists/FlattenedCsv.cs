using System.Collections.Frozen;
using System.Text;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists;

/// <summary>
/// Reads the flattened csv that third parties make of the EU's and the UK's lists: Name, Alias, Nationality, Designation, Sanction
/// Type, Source. Aliases are joined by commas and repeat the name; the headings do not fit (Designation is the kind of party in
/// the EU's, an office in the UK's). No ids: a hash of schema and name serves.
/// </summary>
internal static class FlattenedCsv
{
    private static readonly FrozenSet<string> Columns = FrozenSet.ToFrozenSet(
        ["Name", "Alias", "Nationality", "Designation", "Sanction Type", "Source"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListEntry> Read(FileReading file, bool isEu)
    {
        foreach (var row in CsvColumns.Rows(file, Encoding.UTF8, ',', Columns.Contains, "Name", "Alias"))
        {
            file.Reading.Records++;
            var draft = file.Draft(row.Line);
            var schema = isEu ? SchemaOf(draft, row) : EntrySchema.LegalEntity;
            draft.AddName(row["Name"], NameKind.Primary, "Name");
            foreach (var alias in row["Alias"].Split(", "))
                draft.AddName(alias, NameKind.Alias, "Alias");
            AddCountries(draft, row["Nationality"], isEu ? CountryKind.Nationality : CountryKind.Related);
            if (!isEu)
                draft.AddPosition(row["Designation"], "Designation");
            draft.AddProgram(row["Sanction Type"], "Sanction Type");
            if (file.Finish(draft, null, schema, row.Line) is { } entry)
                yield return entry;
        }
    }

    private static EntrySchema SchemaOf(EntryDraft draft, CsvRow row)
    {
        if (SchemaWording.Read(row["Designation"]) is { } schema)
            return schema;
        draft.Report("Designation", row["Designation"], "not a kind of party that is known; person and enterprise are");
        return EntrySchema.LegalEntity;
    }

    /// <summary>"Afghanistan, Iran", but "KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF" is one.</summary>
    private static void AddCountries(EntryDraft draft, string printed, CountryKind kind)
    {
        var pieces = printed.Split(", ");
        if (pieces.All(p => Countries.CodeOf(p) is not null))
        {
            foreach (var piece in pieces)
                draft.AddCountry(kind, piece, "Nationality");
        }
        else
        {
            draft.AddCountry(kind, printed, "Nationality");
        }
    }
}
