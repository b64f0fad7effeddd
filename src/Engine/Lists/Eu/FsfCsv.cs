using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Eu;

/// <summary>Reads the FSF as csv 1.1 or 1.0: semicolons, a row for each name, address, birth, document or citizenship of a party.</summary>
/// <remarks>Rows of one party follow each other. Entry id as in the XML; version 1.0 prints the same numbers.</remarks>
internal static class FsfCsv
{
    public static IEnumerable<ListEntry> Read(FileReading file, TextFormat format)
    {
        FsfEntity? entity = null;
        CsvRow first = default;
        string? current = null;
        var records = CsvRecords.Read(file.Reading, file.File, format.Encoding, ';');
        foreach (var row in CsvColumns.Rows(file, records, FsfColumns.IsKnown))
        {
            var logicalId = First(row, "Entity_LogicalId", "Entity_logical_id");
            if (logicalId.Length == 0)
            {
                file.Reading.Records++;
                file.Report(IssueSeverity.Record, row.Line, "Entity_LogicalId", "", "the record has no id");
                continue;
            }
            if (logicalId != current)
            {
                if (entity is not null && Finish(file, entity, first) is { } finished)
                    yield return finished;
                file.Reading.Records++;
                (entity, first, current) = (Start(file, row), row, logicalId);
            }
            Add(entity!, row);
        }
        if (entity is not null && Finish(file, entity, first) is { } last)
            yield return last;
    }

    private static ListEntry? Finish(FileReading file, FsfEntity entity, CsvRow first)
    {
        var id = First(first, "Entity_EU_ReferenceNumber", "EU_ref_num");
        if (id.Length == 0)
            id = First(first, "Entity_LogicalId", "Entity_logical_id");
        return file.Finish(entity.Draft, id, entity.Schema, first.Line);
    }

    private static FsfEntity Start(FileReading file, CsvRow row)
    {
        file.SeeDate(First(row, "fileGenerationDate", "Date_file"));
        var draft = file.Draft(row.Line);
        var entity = new FsfEntity(draft);
        entity.SetKind(First(row, "Entity_SubjectType", "Subject_type"), "Entity_SubjectType");
        draft.AddProgram(First(row, "Entity_Regulation_Programme", "Programme"), "Entity_Regulation_Programme");
        draft.AddProgram(First(row, "Entity_Regulation_NumberTitle", "Leba_numtitle"), "Entity_Regulation_NumberTitle");
        draft.AddRemark(First(row, "Entity_Remark", "Entity_remark"), "Entity_Remark");
        draft.AddRemark(row["Entity_DesignationDetails"], "Entity_DesignationDetails");
        draft.SetListedOn(row["Entity_DesignationDate"], "Entity_DesignationDate");
        draft.SetListedOn(row["Entity_Regulation_EntryIntoForceDate"], "Entity_Regulation_EntryIntoForceDate");
        draft.SetChangedOn(First(row, "Entity_Regulation_PublicationDate", "Leba_publication_date"), "Entity_Regulation_PublicationDate");
        draft.SetSourceUrl(First(row, "Entity_Regulation_PublicationUrl", "Leba_url"), "Entity_Regulation_PublicationUrl");
        FsfXml.AddUnReference(draft, row["Entity_UnitedNationId"], "Entity_UnitedNationId");
        return entity;
    }

    private static void Add(FsfEntity entity, CsvRow row)
    {
        var name = Fields(row, "NameAlias");
        if (name("wholeName").Length + name("lastName").Length + name("firstName").Length > 0)
            entity.AddName(name, "NameAlias_WholeName", row["NameAlias_Remark"]);
        entity.AddAddress(Fields(row, "Address"), "Address_City", row["Address_Remark"]);
        if (row["Address_ContactInfo"].Length > 0)
            entity.Draft.AddRemark(row["Address_ContactInfo"], "Address_ContactInfo");
        entity.AddBirth(Fields(row, "BirthDate"), "BirthDate_BirthDate");
        entity.AddIdentification(Fields(row, "Identification"), "Identification_Number", row["Identification_Remark"]);
        entity.AddCitizenship(Fields(row, "Citizenship"), "Citizenship_CountryDescription");
    }

    private static FsfField Fields(CsvRow row, string element) => attribute =>
    {
        var column = FsfColumns.Of(element, attribute);
        return row.Columns.Has(column) || FsfColumns.Version10(element, attribute) is not { } old ? row[column] : row[old];
    };

    private static string First(CsvRow row, string column, string old) => row[column].Length > 0 ? row[column] : row[old];
}
