using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>A subject as the JSON that an API client would have sent for it.</summary>
internal static class SubjectJson
{
    public static byte[] Of(Subject subject) => ScreeningJson.Line(json =>
    {
        if (subject.Schema is { } schema)
            json.WriteString("schema", schema.ToString());
        json.WriteStartObject("properties");
        Write("name", subject.Names.Select(n => n.Text));
        Write("birthDate", subject.BirthDates.Select(d => d.ToString()));
        Write("country", subject.Countries.Select(c => c.Code ?? c.Text));
        Write("birthPlace", subject.BirthPlaces);
        Write("address", subject.Addresses.Select(a => a.Text));
        Write("gender", subject.Gender is { } gender ? [ScreeningJson.Word(gender)] : []);
        foreach (var numbers in subject.Identifiers.GroupBy(i => i.Kind))
            Write(Property(numbers.Key), numbers.Select(i => i.Value));
        json.WriteEndObject();

        void Write(string name, IEnumerable<string> values)
        {
            var all = values.ToList();
            if (all.Count == 0)
                return;
            json.WriteStartArray(name);
            foreach (var value in all)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }
    });

    /// <summary>The FollowTheMoney property that becomes an identifier of a kind (data/lists/ftm-properties.tsv).</summary>
    public static string Property(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Passport => "passportNumber",
        IdentifierKind.NationalId => "idNumber",
        IdentifierKind.TaxId => "taxNumber",
        IdentifierKind.Registration => "registrationNumber",
        IdentifierKind.Imo => "imoNumber",
        IdentifierKind.Mmsi => "mmsi",
        IdentifierKind.CallSign => "callSign",
        IdentifierKind.TailNumber => "tailNumber",
        IdentifierKind.SerialNumber => "serialNumber",
        IdentifierKind.Lei => "leiCode",
        IdentifierKind.Bic => "swiftBic",
        IdentifierKind.Account => "accountNumber",
        IdentifierKind.CryptoAddress => "publicKey",
        IdentifierKind.DrivingLicense => "drivingLicense",
        IdentifierKind.SocialSecurity => "socialSecurityNumber",
        IdentifierKind.Duns => "dunsCode",
        IdentifierKind.Email => "email",
        IdentifierKind.Phone => "phone",
        IdentifierKind.Website => "website",
        _ => "giiNumber", // a number of no particular kind
    };
}
