using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Un;

/// <summary>Reads one identity document.</summary>
internal static class UnDocument
{
    public static void Take(UnRecord record, XmlRecord field, string path)
    {
        record.ReportUnknown(field, "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE", "DATE_OF_ISSUE", "NOTE");
        var type = field["TYPE_OF_DOCUMENT"];
        var type2 = ListText.OneSpaced(field["TYPE_OF_DOCUMENT2"]) ?? "";
        var kind = KindOf(type2) is var precise and not IdentifierKind.Other ? precise : KindOf(type);
        var country = record.CountryCode(field, "ISSUING_COUNTRY") ?? record.CountryCode(field, "COUNTRY_OF_ISSUE");
        // The country of issue is the identifier's country, unless another one issued it.
        var place = field["ISSUING_COUNTRY"].Length > 0 && field["ISSUING_COUNTRY"] != field["COUNTRY_OF_ISSUE"] ? "COUNTRY_OF_ISSUE" : "";
        var issued = UnRecord.Join(field, "DATE_OF_ISSUE", "CITY_OF_ISSUE", place);
        var note = string.Join(", ", new[] { type2 != type ? type2.TrimEnd(':') : "", issued.Length > 0 ? "issued " + issued : "", field["NOTE"] }.Where(t => t.Length > 0));
        if (field["NUMBER"].Length > 0)
            record.Draft.AddIdentifier(kind, field["NUMBER"], path, country, note);
        else
            record.Draft.AddRemark(note.Length > 0 ? $"{type}: {note}".TrimStart(':', ' ') : "", path);
    }

    private static IdentifierKind KindOf(string type) => type switch
    {
        "" => IdentifierKind.Other,
        _ when Has(type, "passport") || Has(type, "passeport") || Has(type, "pasaporte") || Has(type, "travel document") => IdentifierKind.Passport,
        _ when Has(type, "social security") => IdentifierKind.SocialSecurity,
        _ when Has(type, "driver") || Has(type, "driving") => IdentifierKind.DrivingLicense,
        _ when Has(type, "fiscal") || Has(type, "tax") => IdentifierKind.TaxId,
        _ when Has(type, "identi") || Has(type, "national number") || Has(type, "tazkira") => IdentifierKind.NationalId,
        _ => IdentifierKind.Other,
    };

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
