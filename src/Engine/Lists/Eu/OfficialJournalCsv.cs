using System.Collections.Frozen;
using System.Text;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.OpenSanctions;

namespace Marsad.Engine.Lists.Eu;

/// <summary>Reads the csv of one act of the Official Journal: a row a designation, FollowTheMoney columns in the act's own wording.</summary>
/// <remarks>
/// Entry id: CELEX number of the act, annex and the entry's number as printed, <c>eu:32001R2580-ii.a-5</c>; acts that do not number
/// their entries get a hash. Values are separated by semicolons, in some acts by "(a)", "(b)", and aliases also by commas.
/// </remarks>
internal static class OfficialJournalCsv
{
    private static readonly FrozenSet<string> OwnColumns = FrozenSet.ToFrozenSet(
        ["celex", "recordId", "programKey", "annex", "measure", "startDate", "reason", "schema"], StringComparer.OrdinalIgnoreCase);

    private const string PreviouslyListed = "(as previously listed)";

    /// <summary>Properties whose numbers are worded: "C0000001 (Iran)".</summary>
    private static readonly FrozenSet<string> NumberColumns = FrozenSet.ToFrozenSet(
        ["passportNumber", "idNumber", "taxNumber", "registrationNumber"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        .. OwnColumns, "name", "alias", "weakAlias", "previousName", "country", "nationality", "jurisdiction", "birthDate", "birthPlace",
        "position", "passportNumber", "gender", "appearance", "ethnicity", "fatherName", "motherName", "incorporationDate", "legalForm",
        "sector", "registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "kppCode", "okpoCode", "leiCode", "swiftBic",
        "ticker", "imoNumber", "mmsi", "flag", "address", "phone", "email", "website", "notes",
    ], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListEntry> Read(FileReading file)
    {
        foreach (var row in CsvColumns.Rows(file, Encoding.UTF8, ',', Known.Contains, "celex", "name"))
        {
            file.Reading.Records++;
            var draft = new FtmDraft(file.Report, row.Line);
            foreach (var column in Known)
            {
                if (!OwnColumns.Contains(column) && row[column].Length > 0)
                    Add(draft, column, row);
            }
            var entry = draft.Entry;
            entry.AddProgram(row["programKey"], "programKey");
            entry.AddProgram(row["celex"], "celex");
            entry.AddRemark(row["measure"], "measure");
            entry.AddRemark(row["reason"], "reason");
            entry.SetListedOn(row["startDate"], "startDate");
            if (file.Finish(draft.Build("", row["schema"].Length == 0 ? null : row["schema"]), IdOf(row), row.Line) is { } listed)
                yield return listed;
        }
    }

    private static string? IdOf(CsvRow row) =>
        row["recordId"].Length == 0 ? null : $"{row["celex"]}-{EntryIds.Slug(row["annex"])}-{EntryIds.Slug(row["recordId"])}";

    private static void Add(FtmDraft draft, string column, CsvRow row)
    {
        if (FtmProperties.UseOf(column) is not { } use)
            return;
        foreach (var value in Values(column, row[column]))
        {
            if (NumberColumns.Contains(column))
                NumberWording.Add(draft.Entry, (IdentifierKind)use.Kind, value, column);
            else if (use.Becomes == FtmBecomes.Name && value.EndsWith(PreviouslyListed, StringComparison.OrdinalIgnoreCase))
                draft.Entry.AddName(value[..^PreviouslyListed.Length], NameKind.Former, column);
            else if (use.Becomes == FtmBecomes.Date)
                draft.Entry.AddDates((DateKind)use.Kind, value, column);
            else if (use.Becomes != FtmBecomes.Ignored)
                draft.Add(use, value, column);
        }
    }

    private static IEnumerable<string> Values(string column, string cell)
    {
        var values = CellValues.Split(cell);
        // Acts that separate aliases by commas have no semicolon; names of parties in these acts have no comma.
        if (column == "alias" && !cell.Contains(';'))
            values = cell.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return values.SelectMany(v => Alternatives.Split(v));
    }
}
