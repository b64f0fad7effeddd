using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Uk;

/// <summary>Reads the UK Sanctions List as XML: one Designation a party, lists of values each in an element of their own.</summary>
/// <remarks>Entry id: UniqueID. The same fields as the csv.</remarks>
internal static class UkXml
{
    private static readonly FrozenSet<string> Records = FrozenSet.ToFrozenSet(["Designation", "DateGenerated"]);
    private static readonly FrozenSet<string> Containers = FrozenSet.ToFrozenSet(["Designations"]);

    /// <summary>Elements that only group others of their kind.</summary>
    private static readonly FrozenSet<string> Groups = FrozenSet.ToFrozenSet(
    [
        "Names", "NonLatinNames", "Titles", "Addresses", "PhoneNumbers", "EmailAddresses", "Websites", "IndividualDetails", "Individual",
        "EntityDetails", "Entity", "ShipDetails", "Ship", "DOBs", "Nationalities", "NationalIdentifierDetails", "PassportDetails", "Positions",
        "Genders", "BirthDetails", "TypeOfEntities", "Subsidiaries", "ParentCompanies", "BusinessRegistrationNumbers", "IMONumbers",
        "CurrentOwnerOperators", "PreviousOwnerOperators", "CurrentBelievedFlagOfShips", "PreviousFlags", "TypeOfShipDetails",
        "TonnageOfShipDetails", "LengthOfShipDetails", "YearsBuilt", "YearBuiltDetails", "HullIdentificationNumbers",
    ]);

    public static IEnumerable<ListEntry> Read(FileReading file)
    {
        var isRoot = true;
        foreach (var record in XmlRecords.Read(file.Reading, file.File, Records, Containers))
        {
            if (isRoot)
            {
                isRoot = false;
                if (record.Name == "Designations")
                    continue;
                file.Report(IssueSeverity.Fatal, record.Line, record.Name, "", "is not the UK Sanctions List: its root is Designations");
                yield break;
            }
            if (record.Name == "DateGenerated")
            {
                file.SeeDate(record.Text);
                continue;
            }
            file.Reading.Records++;
            var party = new UkParty(file.Draft(record.Line), record["UniqueID"], record.Line);
            party.SetKind(record["IndividualEntityShip"], "IndividualEntityShip");
            AddAll(party, record, "");
            if (party.Id.Length == 0)
                file.Report(IssueSeverity.Record, record.Line, "UniqueID", "", "the record has no id");
            else if (file.Finish(party.Draft, party.Id, party.Schema, party.Line) is { } entry)
                yield return entry;
        }
    }

    private static void AddAll(UkParty party, XmlRecord parent, string parentPath)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in parent.Children)
        {
            var position = counts[element.Name] = counts.GetValueOrDefault(element.Name) + 1;
            var path = parentPath + (parent.All(element.Name).Skip(1).Any()
                ? string.Create(CultureInfo.InvariantCulture, $"{element.Name}[{position}]") : element.Name);
            if (Groups.Contains(element.Name) && element.Children.Count > 0)
                AddAll(party, element, path + "/");
            else
                Add(party, element, path);
        }
    }

    private static void Add(UkParty party, XmlRecord element, string path)
    {
        switch (element.Name)
        {
            case "UniqueID" or "IndividualEntityShip":
                break;
            case "Name":
                party.AddName([element["Name1"], element["Name2"], element["Name3"], element["Name4"], element["Name5"]], element["Name6"],
                    element["NameType"], element["AliasStrength"], path);
                break;
            case "NonLatinName":
                party.AddOriginalName(element["NameNonLatinScript"], element["NonLatinScriptLanguage"], path);
                break;
            case "Address":
                party.AddAddress(Enumerable.Range(1, 6).Select(n => element[$"AddressLine{n}"]), element["AddressPostalCode"], element["AddressCountry"], path);
                break;
            case "Location":
                party.AddBirthPlaces(element["TownOfBirth"], element["CountryOfBirth"], path);
                break;
            case "Passport":
                AddDocument(party, IdentifierKind.Passport, element, "PassportNumber", "PassportAdditionalInformation", path);
                break;
            case "NationalIdentifier":
                AddDocument(party, IdentifierKind.NationalId, element, "NationalIdentifierNumber", "NationalIdentifierAdditionalInformation", path);
                break;
            default:
                if (!AddText(party, element.Name, element.Text, path))
                    party.Draft.Report(path, element.Text, "is an element this reader does not know");
                break;
        }
    }

    private static void AddDocument(UkParty party, IdentifierKind kind, XmlRecord element, string number, string information, string path)
    {
        NumberWording.Add(party.Draft, kind, element[number], path);
        party.Draft.AddRemark(element[information], path);
    }

    private static bool AddText(UkParty party, string name, string text, string path)
    {
        var draft = party.Draft;
        switch (name)
        {
            case "Title" or "Position":
                party.AddPositions(text, path);
                return true;
            case "DOB":
                party.AddBirthDates(text, path);
                return true;
            case "Nationality":
                party.AddNationalities(text, path);
                return true;
            case "Gender":
                draft.AddGender(text, path);
                return true;
            case "PhoneNumber":
                party.AddContacts(IdentifierKind.Phone, text, path);
                return true;
            case "EmailAddress":
                party.AddContacts(IdentifierKind.Email, text, path);
                return true;
            case "Website":
                party.AddContacts(IdentifierKind.Website, text, path);
                return true;
            case "BusinessRegistrationNumber":
                NumberWording.Add(draft, IdentifierKind.Registration, text, path);
                return true;
            case "Subsidiary" or "ParentCompany" or "CurrentOwnerOperator" or "PreviousOwnerOperator":
                draft.AddLinkedTo(text, path);
                return true;
            default:
                return AddShip(party, name, text, path) || AddDesignation(draft, name, text, path);
        }
    }

    private static bool AddShip(UkParty party, string name, string text, string path)
    {
        switch (name)
        {
            case "IMONumber":
                NumberWording.Add(party.Draft, IdentifierKind.Imo, text, path);
                return true;
            case "CurrentBelievedFlagOfShip" or "PreviousFlag":
                party.AddFlag(text, path);
                return true;
            case "YearBuilt":
                party.Draft.AddDates(DateKind.Built, text, path);
                return true;
            case "HullIdentificationNumber":
                party.Draft.AddIdentifier(IdentifierKind.Other, text, path, null, "HIN");
                return true;
            case "TypeOfShip" or "TonnageOfShip" or "LengthOfShip" or "TypeOfEntity":
                party.Draft.AddRemark($"{name}: {text}", path);
                return true;
            default:
                return false;
        }
    }

    private static bool AddDesignation(EntryDraft draft, string name, string text, string path)
    {
        switch (name)
        {
            case "LastUpdated":
                draft.SetChangedOn(text, path);
                return true;
            case "DateDesignated":
                draft.SetListedOn(text, path);
                return true;
            case "RegimeName":
                draft.AddProgram(text, path);
                return true;
            case "OFSIGroupID":
                draft.AddReference(text.Length == 0 ? "" : $"ofsi:{text}", path);
                return true;
            case "UNReferenceNumber":
                UnReferences.Add(draft, text, path);
                return true;
            case "SanctionsImposed":
                foreach (var measure in text.Split('|'))
                    draft.AddRemark(measure.Trim(), path);
                return true;
            case "OtherInformation":
                UnReferences.AddFromText(draft, text, path);
                draft.AddRemark(text, path);
                return true;
            case "UKStatementofReasons" or "DesignationSource" or "SanctionsImposedIndicators" or "AdditionalInformation":
                draft.AddRemark(text, path);
                return true;
            default:
                // An empty group is nothing to report.
                return text.Length == 0;
        }
    }
}
