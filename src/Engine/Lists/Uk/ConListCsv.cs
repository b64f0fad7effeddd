using System.Collections.Frozen;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Uk;

/// <summary>Reads the OFSI consolidated list (ConList.csv): a row a name, rows of one party share a Group ID.</summary>
/// <remarks>
/// Retired on 28 January 2026: for archives. It is windows-1252, its first line is "Last Updated,13/04/2018", its second the header,
/// and it is sorted by name, so that the whole file is grouped in memory. Entry id: the Group ID.
/// </remarks>
internal static class ConListCsv
{
    private static readonly FrozenSet<string> Columns = FrozenSet.ToFrozenSet(
    [
        "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "DOB", "Town of Birth", "Country of Birth", "Nationality",
        "Passport Details", "NI Number", "Position", "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6",
        "Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type", "Regime", "Listed On", "Last Updated", "Group ID",
        // Later editions:
        "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "Passport Number", "National Identification Number",
        "National Identification Details", "Alias Quality", "UK Sanctions List Date Designated", "UK Statement of Reasons",
    ], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ListEntry> Read(FileReading file, TextFormat format)
    {
        var parties = new UkParties(file);
        foreach (var row in CsvColumns.Rows(file, UkParties.SkipBanner(file, CsvRecords.Read(file.Reading, file.File, format.Encoding)), Columns.Contains, "Group ID", "Name 6"))
        {
            if (parties.Of(row["Group ID"], row) is not { } party)
                continue;
            if (party.Line == row.Line)
                party.SetKind(row["Group Type"], "Group Type");
            AddRow(party, row);
        }
        return parties.Finish();
    }

    private static void AddRow(UkParty party, CsvRow row)
    {
        var draft = party.Draft;
        var names = new[] { "Name 1", "Name 2", "Name 3", "Name 4", "Name 5" }.Select(n => row[n]).ToList();
        party.AddName(names, row["Name 6"], row["Alias Type"], row["Alias Quality"], "Name 6");
        party.AddOriginalName(row["Name Non-Latin Script"], row["Non-Latin Script Language"], "Name Non-Latin Script");
        party.AddPositions(party.New(row, "Title"), "Title");
        party.AddPositions(party.New(row, "Position"), "Position");
        party.AddBirthDates(party.New(row, "DOB"), "DOB");
        party.AddBirthPlaces(row["Town of Birth"], row["Country of Birth"], "Town of Birth");
        party.AddNationalities(party.New(row, "Nationality"), "Nationality");
        NumberWording.Add(draft, IdentifierKind.Passport, party.New(row, "Passport Details"), "Passport Details");
        NumberWording.Add(draft, IdentifierKind.Passport, party.New(row, "Passport Number"), "Passport Number");
        NumberWording.Add(draft, IdentifierKind.NationalId, party.New(row, "NI Number"), "NI Number");
        NumberWording.Add(draft, IdentifierKind.NationalId, party.New(row, "National Identification Number"), "National Identification Number");
        party.AddAddress(new[] { "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6" }.Select(a => row[a]),
            row["Post/Zip Code"], row["Country"], "Address 1");
        draft.AddProgram(party.New(row, "Regime"), "Regime");
        var information = party.New(row, "Other Information");
        draft.AddRemark(information, "Other Information");
        UnReferences.AddFromText(draft, information, "Other Information");
        draft.AddRemark(party.New(row, "UK Statement of Reasons"), "UK Statement of Reasons");
        draft.AddRemark(party.New(row, "National Identification Details"), "National Identification Details");
        draft.SetListedOn(party.New(row, "Listed On"), "Listed On");
        draft.SetChangedOn(party.New(row, "Last Updated"), "Last Updated");
    }
}
