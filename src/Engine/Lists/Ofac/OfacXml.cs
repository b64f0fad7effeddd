using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads the classic XML (sdn.xml, consolidated.xml), one entry at a time.</summary>
internal sealed class OfacXml(ListReading reading, ListFile file)
{
    private static readonly HashSet<string> Records = ["publshInformation", "sdnEntry"];
    private static readonly HashSet<string> Containers = [];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IEnumerable<ListEntry> Read()
    {
        foreach (var element in XmlRecords.Read(reading, file, Records, Containers))
        {
            if (element.Name == "publshInformation")
                TakePublication(element);
            else if (element.Name == "sdnEntry" && ToEntry(element) is { } entry)
                yield return entry;
        }
    }

    private void TakePublication(XmlRecord element)
    {
        var parts = element["Publish_Date"].Split('/');
        // Always month first: 03/04/2025 is 4 March.
        if (parts is [var month, var day, var year] && DateWording.TryRead($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", out var date))
            reading.ListDate = date.From;
        else
            Report(IssueSeverity.Value, element.Line, "publshInformation/Publish_Date", element["Publish_Date"], "is not a date such as 03/28/2025");
    }

    private ListEntry? ToEntry(XmlRecord element)
    {
        reading.Records++;
        var uid = element["uid"];
        if (uid.Length == 0 || !uid.All(char.IsAsciiDigit))
        {
            Report(IssueSeverity.Record, element.Line, "uid", uid, "is not the number of a party: an entry has no id without it");
            return null;
        }
        if (!_seen.Add(uid))
        {
            Report(IssueSeverity.Record, element.Line, "uid", uid, "stands twice in the list: the first record was taken");
            return null;
        }
        var party = new OfacParty(new(issue => reading.Report(issue with { File = file.Name }), element.Line), OfacParty.SchemaOf(element["sdnType"]));
        if (party.Schema == EntrySchema.Other)
            party.Draft.Report("sdnType", element["sdnType"], "is a type this reader does not know: Individual, Entity, Vessel and Aircraft are");
        party.AddName(Name(element), NameKind.Primary, "lastName");
        foreach (var field in element.Children)
            Take(party, field);
        return party.Draft.Build($"{reading.ListId}:{uid}", party.Schema);
    }

    private static void Take(OfacParty party, XmlRecord field)
    {
        var draft = party.Draft;
        switch (field.Name)
        {
            case "uid" or "firstName" or "lastName" or "sdnType":
                break;
            case "title":
                draft.AddPosition(field.Text, "title");
                break;
            case "remarks":
                OfacRemarks.Mine(party, field.Text, path: "remarks");
                break;
            case "programList":
                foreach (var program in field.All("program"))
                    draft.AddProgram(program.Text, "programList/program");
                break;
            case "akaList":
                foreach (var (aka, path) in Items(field, "aka"))
                    TakeAlias(party, aka, path);
                break;
            case "addressList":
                foreach (var (address, path) in Items(field, "address"))
                    party.AddAddress(Join(address, "address1", "address2", "address3"), Join(address, "city"), Join(address, "stateOrProvince", "postalCode"), address["country"], path, path + "/country");
                break;
            case "dateOfBirthList":
                foreach (var (item, path) in Items(field, "dateOfBirthItem"))
                    draft.AddDate(DateKind.Birth, item["dateOfBirth"], path);
                break;
            case "placeOfBirthList":
                foreach (var (item, path) in Items(field, "placeOfBirthItem"))
                    draft.AddBirthPlace(item["placeOfBirth"], path);
                break;
            case "nationalityList" or "citizenshipList":
                foreach (var (item, path) in Items(field, field.Name[..^4]))
                    draft.AddCountry(CountryKind.Nationality, item["country"], path + "/country");
                break;
            case "idList":
                foreach (var (id, path) in Items(field, "id"))
                    OfacPaper.Take(party, new(id["idType"], id["idNumber"], id["idCountry"], Dates(id)), path);
                break;
            case "vesselInfo":
                TakeVessel(draft, field);
                break;
            default:
                draft.Report(field.Name, field.Text, "is a field this reader does not know");
                break;
        }
    }

    private static void TakeAlias(OfacParty party, XmlRecord aka, string path)
    {
        var kind = OfacParty.AliasKindOf(aka["type"]);
        if (kind is null)
            party.Draft.Report("akaList/aka/type", aka["type"], "is a type of alias this reader does not know: a.k.a., f.k.a. and n.k.a. are");
        party.AddName(Name(aka), aka["category"] == "weak" ? NameKind.WeakAlias : kind ?? NameKind.Alias, path);
    }

    private static void TakeVessel(EntryDraft draft, XmlRecord vessel)
    {
        foreach (var field in vessel.Children)
        {
            var path = "vesselInfo/" + field.Name;
            switch (field.Name)
            {
                case "callSign":
                    draft.AddIdentifier(IdentifierKind.CallSign, field.Text, path);
                    break;
                case "vesselFlag":
                    draft.AddCountry(CountryKind.Flag, field.Text, path);
                    break;
                case "vesselOwner":
                    draft.AddLinkedTo(field.Text, path);
                    break;
                case "vesselType":
                    draft.AddRemark("Vessel type " + field.Text, path);
                    break;
                case "tonnage":
                    draft.AddRemark("Tonnage " + field.Text, path);
                    break;
                case "grossRegisteredTonnage":
                    draft.AddRemark("Gross registered tonnage " + field.Text, path);
                    break;
                default:
                    draft.Report(path, field.Text, "is a field this reader does not know");
                    break;
            }
        }
    }

    /// <summary>The name as the csv files print it: FAMILY, Given.</summary>
    private static string Name(XmlRecord element) =>
        element["firstName"] is { Length: > 0 } first ? $"{element["lastName"]}, {first}" : element["lastName"];

    private static string Dates(XmlRecord id)
    {
        var issued = id["issueDate"] is { Length: > 0 } from ? "issued " + from : "";
        return id["expirationDate"] is { Length: > 0 } to ? $"{issued} expires {to}".Trim() : issued;
    }

    private static IEnumerable<(XmlRecord Item, string Path)> Items(XmlRecord list, string name) =>
        list.All(name).Select((item, i) => (item, i == 0 ? $"{list.Name}/{name}" : $"{list.Name}/{name}[{i + 1}]"));

    private static string Join(XmlRecord element, params ReadOnlySpan<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            if (element[name].Length > 0)
                texts.Add(element[name]);
        }
        return string.Join(", ", texts);
    }

    private void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
        reading.Report(new(severity, line, field, value, reason) { File = file.Name });
}
