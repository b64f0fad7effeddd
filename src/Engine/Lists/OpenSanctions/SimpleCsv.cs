using System.Collections.Frozen;
using System.Text;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.OpenSanctions;

/// <summary>Reads <c>targets.simple.csv</c>: one row a party, several values of a cell joined by semicolons.</summary>
internal static class SimpleCsv
{
    /// <summary>The FollowTheMoney property of each column; null for columns that say nothing of the party.</summary>
    private static readonly FrozenDictionary<string, string?> Columns = new Dictionary<string, string?>
    {
        ["id"] = null,
        ["schema"] = null,
        ["name"] = "name",
        ["aliases"] = "alias",
        ["birth_date"] = "birthDate",
        ["countries"] = "country",
        ["addresses"] = "address",
        ["identifiers"] = "idNumber",
        ["sanctions"] = "program",
        ["phones"] = "phone",
        ["emails"] = "email",
        ["program_ids"] = "programId",
        ["dataset"] = "program",
        ["first_seen"] = null,
        ["last_seen"] = null,
        ["last_change"] = "modifiedAt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListEntry> Read(FileReading file)
    {
        foreach (var row in CsvColumns.Rows(file, Encoding.UTF8, ',', Columns.ContainsKey, "id", "schema", "name"))
        {
            file.Reading.Records++;
            file.SeeDate(row["last_seen"]);
            if (file.Finish(ReadRow(file, row), row["id"], row.Line) is { } entry)
                yield return entry;
        }
    }

    private static ListEntry ReadRow(FileReading file, CsvRow row)
    {
        var draft = new FtmDraft(file.Report, row.Line);
        foreach (var (column, property) in Columns)
        {
            if (property is null || FtmProperties.UseOf(property) is not { } use)
                continue;
            // A number of unknown kind: it may meet any.
            if (column == "identifiers")
                use = use with { Kind = (int)IdentifierKind.Other, Property = "identifiers" };
            foreach (var value in row.Values(column))
                draft.Add(use, value, column);
        }
        var schema = row["schema"];
        return draft.Build("", schema.Length == 0 ? null : schema);
    }
}
