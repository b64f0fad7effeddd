using System.Collections.Frozen;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Uk;

/// <summary>Reads the UK Sanctions List as csv: a row for each combination of a party's names, addresses and documents.</summary>
/// <remarks>Entry id: the Unique ID (RUS0001). The OFSI Group ID is a reference, so that entries of the retired list are followed.</remarks>
internal static class UkCsv
{
    private static readonly FrozenSet<string> Columns = FrozenSet.ToFrozenSet(
    [
        "Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5",
        "Name type", "Alias strength", "Title", "Name non-latin script", "Non-latin script type", "Non-latin script language", "Regime Name",
        "Designation Type", "Individual, Entity, Ship", "Designation source", "Sanctions Imposed", "Other Information", "UK Statement of Reasons",
        "Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6", "Address Postal Code",
        "Address Country", "Phone number", "Website", "Email address", "Date Designated", "D.O.B", "Nationality(/ies)",
        "National Identifier number", "National Identifier additional information", "Passport number", "Passport additional information",
        "Position", "Gender", "Town of birth", "Country of birth", "Type of entity", "Subsidiaries", "Parent Company",
        "Business registration number (s)", "IMO number", "Current owner/operator (s)", "Previous owner/operator (s)",
        "Current believed flag of ship", "Previous flags", "Type of ship", "Tonnage of ship", "Length of ship", "Year Built",
        "Hull identification number (HIN)",
    ], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListEntry> Read(FileReading file, TextFormat format)
    {
        var parties = new UkParties(file);
        foreach (var row in CsvColumns.Rows(file, UkParties.SkipBanner(file, CsvRecords.Read(file.Reading, file.File, format.Encoding, format.Delimiter)), Columns.Contains, "Unique ID", "Name 6"))
        {
            if (parties.Of(row["Unique ID"], row) is not { } party)
                continue;
            if (party.Line == row.Line)
                AddParty(party, row);
            AddRow(party, row);
        }
        return parties.Finish();
    }

    /// <summary>What every row of a party repeats.</summary>
    private static void AddParty(UkParty party, CsvRow row)
    {
        var draft = party.Draft;
        party.SetKind(row["Designation Type"].Length > 0 ? row["Designation Type"] : row["Individual, Entity, Ship"], "Designation Type");
        draft.AddProgram(row["Regime Name"], "Regime Name");
        foreach (var measure in row["Sanctions Imposed"].Split('|'))
            draft.AddRemark(measure.Trim(), "Sanctions Imposed");
        draft.AddRemark(row["Other Information"], "Other Information");
        draft.AddRemark(row["UK Statement of Reasons"], "UK Statement of Reasons");
        draft.AddRemark(row["Designation source"] is { Length: > 0 } source ? $"Designation source: {source}" : "", "Designation source");
        UnReferences.Add(draft, row["UN Reference Number"], "UN Reference Number");
        UnReferences.AddFromText(draft, row["Other Information"], "Other Information");
        if (row["OFSI Group ID"].Length > 0)
            draft.AddReference($"ofsi:{row["OFSI Group ID"]}", "OFSI Group ID");
        draft.SetListedOn(row["Date Designated"], "Date Designated");
        draft.SetChangedOn(row["Last Updated"], "Last Updated");
    }

    private static void AddRow(UkParty party, CsvRow row)
    {
        var draft = party.Draft;
        var names = new[] { "Name 1", "Name 2", "Name 3", "Name 4", "Name 5" }.Select(n => row[n]).ToList();
        party.AddName(names, row["Name 6"], row["Name type"], row["Alias strength"], "Name 6");
        party.AddOriginalName(row["Name non-latin script"], row["Non-latin script language"], "Name non-latin script");
        party.AddPositions(party.New(row, "Title"), "Title");
        party.AddPositions(party.New(row, "Position"), "Position");
        party.AddBirthDates(party.New(row, "D.O.B"), "D.O.B");
        party.AddBirthPlaces(row["Town of birth"], row["Country of birth"], "Town of birth");
        party.AddNationalities(party.New(row, "Nationality(/ies)"), "Nationality(/ies)");
        draft.AddGender(party.New(row, "Gender"), "Gender");
        NumberWording.Add(draft, IdentifierKind.Passport, party.New(row, "Passport number"), "Passport number");
        NumberWording.Add(draft, IdentifierKind.NationalId, party.New(row, "National Identifier number"), "National Identifier number");
        NumberWording.Add(draft, IdentifierKind.Registration, party.New(row, "Business registration number (s)"), "Business registration number (s)");
        draft.AddRemark(party.New(row, "Passport additional information"), "Passport additional information");
        draft.AddRemark(party.New(row, "National Identifier additional information"), "National Identifier additional information");
        party.AddAddress(Enumerable.Range(1, 6).Select(n => row[$"Address Line {n}"]), row["Address Postal Code"], row["Address Country"], "Address Line 1");
        party.AddContacts(IdentifierKind.Phone, party.New(row, "Phone number"), "Phone number");
        party.AddContacts(IdentifierKind.Email, party.New(row, "Email address"), "Email address");
        party.AddContacts(IdentifierKind.Website, party.New(row, "Website"), "Website");
        foreach (var column in new[] { "Subsidiaries", "Parent Company", "Current owner/operator (s)", "Previous owner/operator (s)" })
            draft.AddLinkedTo(row[column], column);
        AddShip(party, row);
    }

    private static void AddShip(UkParty party, CsvRow row)
    {
        var draft = party.Draft;
        NumberWording.Add(draft, IdentifierKind.Imo, party.New(row, "IMO number"), "IMO number");
        party.AddFlag(party.New(row, "Current believed flag of ship"), "Current believed flag of ship");
        party.AddFlag(party.New(row, "Previous flags"), "Previous flags");
        draft.AddDates(DateKind.Built, party.New(row, "Year Built"), "Year Built");
        foreach (var column in new[] { "Type of entity", "Type of ship", "Tonnage of ship", "Length of ship" })
            draft.AddRemark(row[column] is { Length: > 0 } text ? $"{column}: {text}" : "", column);
        draft.AddIdentifier(IdentifierKind.Other, party.New(row, "Hull identification number (HIN)"), "Hull identification number (HIN)", null, "HIN");
    }
}
