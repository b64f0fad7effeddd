using System.Globalization;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads the csv set: merges the rows of aliases, addresses and comments into the main rows, all sorted by ent_num.</summary>
internal sealed class OfacCsv(ListReading reading, IReadOnlyList<ListFile> files)
{
    private const int MainColumns = OfacCsvRows.MainColumns, AliasColumns = 5, AddressColumns = 6, CommentColumns = 2;

    private string _mainFile = "";

    public IEnumerable<ListEntry> Read()
    {
        var parts = files.Select(f => new OfacCsvRows(reading, f)).ToList();
        try
        {
            if (Only(parts, MainColumns, "main rows (sdn.csv, cons_prim.csv)") is not { } main)
            {
                Report(IssueSeverity.Fatal, "files", "no file of the set has the 12 columns of sdn.csv or cons_prim.csv");
                yield break;
            }
            var aliases = Only(parts, AliasColumns, "aliases");
            var addresses = Only(parts, AddressColumns, "addresses");
            var comments = Only(parts, CommentColumns, "comments");
            foreach (var part in parts.Where(p => p.Columns is not (MainColumns or AliasColumns or AddressColumns or CommentColumns)))
                Report(IssueSeverity.Fatal, "files", "is no file of an OFAC csv set: 12, 6, 5 or 2 columns are", part.FileName);
            if (aliases is null)
                Report(IssueSeverity.Value, "files", OfacReader.AliasFileMissing);
            if (addresses is null)
                Report(IssueSeverity.Value, "files.add", OfacReader.AddressFileMissing);
            _mainFile = main.FileName;
            long last = -1;
            while (!reading.IsBroken && main.Next() is { } row)
            {
                reading.Records++;
                if (row.Number == last)
                    Report(IssueSeverity.Record, "ent_num", "stands twice in the list: the first record was taken", row.Cell(0), row.Line);
                else
                    yield return ToEntry(row, aliases, addresses, comments);
                last = row.Number;
            }
            foreach (var side in new[] { aliases, addresses, comments })
                side?.SkipRest();
        }
        finally
        {
            parts.ForEach(p => p.Dispose());
        }
    }

    private ListEntry ToEntry(OfacRow row, OfacCsvRows? aliases, OfacCsvRows? addresses, OfacCsvRows? comments)
    {
        var draft = new EntryDraft(issue => reading.Report(issue with { File = _mainFile }), row.Line);
        var party = new OfacParty(draft, OfacParty.SchemaOf(row.Cell(2)));
        if (party.Schema == EntrySchema.Other)
            draft.Report("SDN_Type", row.Cell(2), "is a type this reader does not know: individual, vessel, aircraft and -0- are");
        party.AddName(row.Cell(1), NameKind.Primary, "SDN_Name");
        foreach (var alias in aliases?.Of(row.Number) ?? [])
        {
            if (OfacParty.AliasKindOf(alias.Cell(2)) is not { } kind)
            {
                kind = NameKind.Alias;
                aliases!.Report(IssueSeverity.Value, alias.Line, "alt_type", alias.Cell(2), "is a type of alias this reader does not know: aka, fka and nka are");
            }
            party.AddName(alias.Cell(3), kind, "alt_name");
            draft.AddRemark(alias.Cell(4), "alt_remarks");
        }
        foreach (var program in row.Cell(3).Split(["] [", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            draft.AddProgram(program.Trim('[', ']'), "Program");
        draft.AddPosition(row.Cell(4), "Title");
        AddShip(draft, row);
        foreach (var address in addresses?.Of(row.Number) ?? [])
        {
            party.AddAddress(address.Cell(2), address.Cell(3), "", address.Cell(4), "Address", "Country");
            draft.AddRemark(address.Cell(5), "Add_remarks");
        }
        OfacRemarks.Mine(party, row.Cell(11) + string.Concat(comments?.Of(row.Number).Select(c => c.Cell(1)) ?? []));
        return draft.Build($"{reading.ListId}:{row.Number.ToString(CultureInfo.InvariantCulture)}", party.Schema);
    }

    private static void AddShip(EntryDraft draft, OfacRow row)
    {
        draft.AddIdentifier(IdentifierKind.CallSign, row.Cell(5), "Call_Sign");
        draft.AddRemark(row.Cell(6) is { Length: > 0 } type ? "Vessel type " + type : "", "Vess_type");
        draft.AddRemark(row.Cell(7) is { Length: > 0 } tonnage ? "Tonnage " + tonnage : "", "Tonnage");
        draft.AddRemark(row.Cell(8) is { Length: > 0 } gross ? "Gross registered tonnage " + gross : "", "GRT");
        draft.AddCountry(CountryKind.Flag, row.Cell(9) is "None Identified" ? "" : row.Cell(9), "Vess_flag");
        draft.AddLinkedTo(row.Cell(10), "Vess_owner");
    }

    private OfacCsvRows? Only(List<OfacCsvRows> parts, int columns, string what)
    {
        var found = parts.Where(p => p.Columns == columns).ToList();
        if (found.Count > 1)
            Report(IssueSeverity.Fatal, "files", $"the set has two files of {what}", found[1].FileName);
        return found.FirstOrDefault();
    }

    private void Report(IssueSeverity severity, string field, string reason, string value = "", long line = 0) =>
        reading.Report(new(severity, line, field, value, reason) { File = _mainFile });
}
