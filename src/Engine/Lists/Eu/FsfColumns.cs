using System.Collections.Frozen;

namespace Marsad.Engine.Lists.Eu;

/// <summary>The columns of the FSF csv, versions 1.1 and 1.0.</summary>
internal static class FsfColumns
{
    /// <summary>Where a column of 1.1 is not called as the element and its attribute.</summary>
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["BirthDate_dayOfMonth"] = "BirthDate_Day",
        ["BirthDate_monthOfYear"] = "BirthDate_Month",
        ["Identification_identificationTypeCode"] = "Identification_TypeCode",
        ["Identification_identificationTypeDescription"] = "Identification_TypeDescription",
        ["Identification_issueDate"] = "Identification_IssuedDate",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of 1.0 by element and attribute of 1.1. "plcae" is the publisher's spelling.</summary>
    private static readonly FrozenDictionary<string, string> Old = new Dictionary<string, string>
    {
        ["NameAlias_wholeName"] = "Naal_wholename",
        ["NameAlias_firstName"] = "Naal_firstname",
        ["NameAlias_middleName"] = "Naal_middlename",
        ["NameAlias_lastName"] = "Naal_lastname",
        ["NameAlias_gender"] = "Naal_gender",
        ["NameAlias_title"] = "Naal_title",
        ["NameAlias_function"] = "Naal_function",
        ["NameAlias_nameLanguage"] = "Naal_language",
        ["Address_street"] = "Addr_street",
        ["Address_poBox"] = "Addr_number",
        ["Address_zipCode"] = "Addr_zipcode",
        ["Address_city"] = "Addr_city",
        ["Address_countryDescription"] = "Addr_country",
        ["Address_place"] = "Addr_other",
        ["BirthDate_birthdate"] = "Birt_date",
        ["BirthDate_place"] = "Birt_plcae",
        ["BirthDate_city"] = "Birt_place",
        ["BirthDate_countryDescription"] = "Birt_country",
        ["Identification_number"] = "Iden_number",
        ["Identification_countryDescription"] = "Iden_country",
        ["Citizenship_countryDescription"] = "Citi_country",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known = All().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string column) => Known.Contains(column);

    /// <summary>The column of version 1.1 for an attribute of the XML.</summary>
    public static string Of(string element, string attribute) =>
        Renamed.GetValueOrDefault($"{element}_{attribute}") ?? $"{element}_{attribute}";

    /// <summary>The column of version 1.0, or null where it had none.</summary>
    public static string? Version10(string element, string attribute) => Old.GetValueOrDefault($"{element}_{attribute}");

    private static IEnumerable<string> All()
    {
        string[] regulation = ["Type", "OrganisationType", "PublicationDate", "EntryIntoForceDate", "NumberTitle", "Programme", "PublicationUrl"];
        string[] common = ["LogicalId", "RegulationLanguage", "Remark", "CountryIso2Code", "CountryDescription", "Region", "Place", "City", "ZipCode"];
        (string Family, string[] Own)[] families =
        [
            ("Entity", ["EU_ReferenceNumber", "UnitedNationId", "DesignationDate", "DesignationDetails", "SubjectType", "SubjectType_ClassificationCode"]),
            ("NameAlias", ["LastName", "FirstName", "MiddleName", "WholeName", "NameLanguage", "Gender", "Title", "Function", "Strong"]),
            ("Address", ["Street", "PoBox", "AsAtListingTime", "ContactInfo"]),
            ("BirthDate", ["BirthDate", "Day", "Month", "Year", "YearRangeFrom", "YearRangeTo", "Circa", "CalendarType"]),
            ("Identification",
            [
                "Number", "Diplomatic", "KnownExpired", "KnownFalse", "ReportedLost", "RevokedByIssuer", "IssuedBy", "IssuedDate", "ValidFrom",
                "ValidTo", "LatinNumber", "NameOnDocument", "TypeCode", "TypeDescription",
            ]),
            ("Citizenship", []),
        ];
        foreach (var (family, own) in families)
        {
            foreach (var name in own.Concat(common).Concat(regulation.Select(r => "Regulation_" + r)))
                yield return $"{family}_{name}";
        }
        foreach (var family in new[] { "Entity", "Naal", "Addr", "Birt", "Iden", "Citi" })
        {
            foreach (var name in new[] { "logical_id", "leba_numtitle", "leba_publication_date", "leba_url", "programme" })
                yield return $"{family}_{name}";
        }
        foreach (var name in Old.Values.Concat(["Date_file", "fileGenerationDate", "EU_ref_num", "Programme", "Subject_type", "Entity_remark", "Leba_numtitle", "Leba_publication_date", "Leba_url", "Iden_type"]))
            yield return name;
    }
}
