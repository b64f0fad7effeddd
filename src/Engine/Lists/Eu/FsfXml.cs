using System.Collections.Frozen;
using System.Globalization;
using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Eu;

/// <summary>Reads the FSF as XML 1.1: one sanctionEntity a party, facts in attributes.</summary>
/// <remarks>Entry id: the EU reference number (EU.27.28); where a party has none, its logical id.</remarks>
internal static class FsfXml
{
    private static readonly FrozenSet<string> Records = FrozenSet.ToFrozenSet(["sanctionEntity"]);
    private static readonly FrozenSet<string> Containers = FrozenSet.ToFrozenSet(["export"]);

    public static IEnumerable<ListEntry> Read(FileReading file)
    {
        var isRoot = true;
        foreach (var record in XmlRecords.Read(file.Reading, file.File, Records, Containers))
        {
            if (isRoot)
            {
                isRoot = false;
                file.SeeDate(record.Attribute("generationDate"));
                if (record.Name == "export")
                    continue;
                file.Report(IssueSeverity.Fatal, record.Line, record.Name, "", "is not the EU's financial sanctions file: its root is export");
                yield break;
            }
            file.Reading.Records++;
            if (ReadEntity(file, record) is { } entry)
                yield return entry;
        }
    }

    private static ListEntry? ReadEntity(FileReading file, XmlRecord record)
    {
        var entity = new FsfEntity(file.Draft(record.Line));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in record.Children)
        {
            var position = counts[child.Name] = counts.GetValueOrDefault(child.Name) + 1;
            Add(entity, child, string.Create(CultureInfo.InvariantCulture, $"{child.Name}[{position}]"));
        }
        var draft = entity.Draft;
        draft.SetListedOn(record.Attribute("designationDate"), "@designationDate");
        draft.AddRemark(record.Attribute("designationDetails"), "@designationDetails");
        AddUnReference(draft, record.Attribute("unitedNationId"), "@unitedNationId");
        var reference = record.Attribute("euReferenceNumber");
        var id = string.IsNullOrEmpty(reference) ? record.Attribute("logicalId") : reference;
        return file.Finish(draft, id, entity.Schema, record.Line);
    }

    /// <summary>QDi.430 is also the id on the UN's list; older references are kept as printed.</summary>
    internal static void AddUnReference(EntryDraft draft, string? reference, string path)
    {
        if (ListText.OneSpaced(reference) is { } text)
            draft.AddReference(text.Contains(':') ? text : $"un:{text}", path);
    }

    private static void Add(FsfEntity entity, XmlRecord element, string path)
    {
        var remark = element["remark"];
        switch (element.Name)
        {
            case "nameAlias":
                entity.AddName(Field, path, remark);
                break;
            case "birthdate":
                entity.AddBirth(Field, path);
                entity.Draft.AddRemark(remark, path);
                break;
            case "citizenship":
                entity.AddCitizenship(Field, path);
                break;
            case "address":
                entity.AddAddress(Field, path, remark);
                foreach (var contact in element.All("contactInfo"))
                    entity.AddContact(contact.Attribute("key") ?? "", contact.Attribute("value") ?? contact.Text, path);
                break;
            case "identification":
                entity.AddIdentification(Field, path, remark);
                break;
            case "subjectType":
                entity.SetKind(element.Attribute("code") ?? element.Attribute("classificationCode") ?? "", path);
                break;
            case "regulation":
                AddRegulation(entity.Draft, element, path);
                break;
            case "remark":
                entity.Draft.AddRemark(element.Text, path);
                break;
            default:
                entity.Draft.Report(path, element.Text, "is an element this reader does not know");
                break;
        }

        string Field(string attribute) => element.Attribute(attribute)?.Trim() ?? "";
    }

    private static void AddRegulation(EntryDraft draft, XmlRecord regulation, string path)
    {
        draft.AddProgram(regulation.Attribute("programme"), path);
        draft.AddProgram(regulation.Attribute("numberTitle"), path);
        draft.SetListedOn(regulation.Attribute("entryIntoForceDate"), path);
        draft.SetChangedOn(regulation.Attribute("publicationDate"), path);
        draft.SetSourceUrl(regulation["publicationUrl"], path);
    }
}
