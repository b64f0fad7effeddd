using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>A Location of the advanced XML.</summary>
/// <param name="Street">Address lines, joined by commas.</param>
/// <param name="City">The city.</param>
/// <param name="Region">State or province, postal code and region.</param>
/// <param name="Country">The country's English name; empty where it is undetermined.</param>
internal sealed record OfacPlace(string Street, string City, string Region, string Country)
{
    private static readonly string[] Streets = ["ADDRESS1", "ADDRESS2", "ADDRESS3"];
    private static readonly string[] Regions = ["STATE/PROVINCE", "POSTAL CODE", "REGION"];

    public static OfacPlace From(XmlRecord location, OfacAdvancedValues values)
    {
        var parts = location.All("LocationPart")
            .Select(p => (Type: values.Text("LocPartType", p.Attribute("LocPartTypeID")).ToUpperInvariant(), Text: ListText.OneSpaced(p.Child("LocationPartValue")?["Value"]) ?? ""))
            .Where(p => p.Text.Length > 0).ToList();
        var country = values.Text("Country", location.Child("LocationCountry")?.Attribute("CountryID"));
        if (country.Length == 0)
            country = values.Attribute("AreaCode", location.Child("LocationAreaCode")?.Attribute("AreaCodeID"), "Description");
        return new(Join(Streets), Join(["CITY"]), Join(Regions.Concat(parts.Select(p => p.Type).Except(["CITY", .. Streets, .. Regions]))), country == "undetermined" ? "" : country);

        string Join(IEnumerable<string> types) => string.Join(", ", types.SelectMany(t => parts.Where(p => p.Type == t).Select(p => p.Text)));
    }
}
