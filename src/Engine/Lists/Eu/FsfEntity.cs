using System.Collections.Immutable;

namespace Marsad.Engine.Lists.Eu;

/// <summary>A field of an FSF element by its name in the XML schema, wherever the value comes from: an attribute or a csv column.</summary>
internal delegate string FsfField(string attribute);

/// <summary>One sanctioned entity of the FSF while its names, addresses, births and documents come in, from XML or from csv rows.</summary>
internal sealed class FsfEntity(EntryDraft draft)
{
    public EntryDraft Draft => draft;

    public EntrySchema Schema { get; private set; } = EntrySchema.LegalEntity;

    /// <summary>The kind of party: person or enterprise, P or E.</summary>
    public void SetKind(string printed, string path)
    {
        if (SchemaWording.Read(printed) is { } schema)
            Schema = schema;
        else
            draft.Report(path, printed, "not a kind of party that is known; person and enterprise are");
    }

    /// <summary>A name. One that is not strong, or whose remark says low quality, is weak.</summary>
    public void AddName(FsfField field, string path, string remark)
    {
        var isWeak = field("strong").Equals("false", StringComparison.OrdinalIgnoreCase)
            || remark.Contains("low quality", StringComparison.OrdinalIgnoreCase);
        var parts = Parts(field);
        var whole = field("wholeName");
        if (whole.Length == 0)
            whole = string.Join(' ', parts.Select(p => p.Text));
        var language = field("nameLanguage");
        draft.AddName(whole, isWeak ? NameKind.WeakAlias : NameKind.Primary, path, parts, language.Length == 0 ? null : language.ToLowerInvariant());
        foreach (var title in Alternatives.Split(field("title")))
            draft.AddPosition(title, path);
        foreach (var function in Alternatives.Split(field("function")))
        {
            // What a firm does is no office.
            if (Schema == EntrySchema.Person)
                draft.AddPosition(function, path);
            else
                draft.AddRemark(function, path);
        }
        draft.AddGender(field("gender"), path);
        draft.AddRemark(remark, path);
    }

    public void AddBirth(FsfField field, string path)
    {
        AddBirthDate(field, path);
        var place = Joined(field("place"), field("city"), field("region"), Country(field));
        draft.AddBirthPlace(place, path, CodeOf(field));
    }

    public void AddCitizenship(FsfField field, string path) => draft.AddCountry(CountryKind.Nationality, Country(field), path);

    public void AddAddress(FsfField field, string path, string remark)
    {
        var country = Country(field);
        var text = Joined(field("street"), Labelled("PO Box ", field("poBox")), field("place"), field("zipCode"), field("city"), field("region"), country);
        if (text == country)
            draft.AddCountry(CountryKind.Residence, country, path);
        else
            draft.AddAddress(text, path, field("city"), CodeOf(field));
        draft.AddRemark(remark, path);
    }

    /// <summary>A contact of an address: EMAIL, WEB, PHONE, FAX.</summary>
    public void AddContact(string key, string value, string path)
    {
        IdentifierKind? kind = key.ToUpperInvariant() switch
        {
            "EMAIL" or "E-MAIL" => IdentifierKind.Email,
            "WEB" or "WEBSITE" => IdentifierKind.Website,
            "PHONE" or "TELEPHONE" or "TEL" or "MOBILE" => IdentifierKind.Phone,
            _ => null,
        };
        foreach (var single in value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (kind is { } known)
                draft.AddIdentifier(known, single, path);
            else
                draft.AddRemark($"{key}: {single}", path);
        }
    }

    public void AddIdentification(FsfField field, string path, string remark)
    {
        var (code, description) = (field("identificationTypeCode"), field("identificationTypeDescription"));
        var number = field("number").Length > 0 ? field("number") : field("latinNumber");
        var notes = new[]
        {
            description, Labelled("issued by ", field("issuedBy")), Labelled("issued ", field("issueDate")), Labelled("valid to ", field("validTo")),
            Labelled("name on document ", field("nameOnDocument")), Flag("diplomatic"), Flag("knownExpired"), Flag("knownFalse"),
            Flag("reportedLost"), Flag("revokedByIssuer"), remark,
        };
        var note = Joined(notes);
        var kind = KindOf(code);
        draft.AddIdentifier(kind, number, path, CodeOf(field), note);
        if (field("latinNumber") is { Length: > 0 } latin && latin != number)
            draft.AddIdentifier(kind, latin, path, CodeOf(field), note);

        string Flag(string attribute) => field(attribute).Equals("true", StringComparison.OrdinalIgnoreCase) ? attribute : "";
    }

    private void AddBirthDate(FsfField field, string path)
    {
        var isCirca = field("circa").Equals("true", StringComparison.OrdinalIgnoreCase);
        var (from, to) = (field("yearRangeFrom"), field("yearRangeTo"));
        if (from.Length + to.Length > 0)
        {
            // An open end is the other end: born 1980 at the latest says 1980, about.
            isCirca |= from.Length == 0 || to.Length == 0;
            AddRead(from.Length > 0 && to.Length > 0 ? $"{from}/{to}" : from + to);
        }
        else if (field("birthdate").Length > 0)
        {
            AddRead(field("birthdate"));
        }
        else if (field("year").Length > 0)
        {
            var (month, day) = (field("monthOfYear").PadLeft(2, '0'), field("dayOfMonth").PadLeft(2, '0'));
            AddRead($"{field("year")}-{month}-{day}");
        }

        void AddRead(string text)
        {
            if (!DateWording.TryRead(text, out var date))
                draft.AddDate(DateKind.Birth, text, path);
            else
                draft.AddDate(DateKind.Birth, isCirca ? Circa(date) : date, path);
        }
    }

    private static PartialDate Circa(PartialDate date) =>
        PartialDate.TryParse(date.ToString().TrimEnd('~') + "~", out var circa) ? circa : date;

    private static ImmutableArray<ListNamePart> Parts(FsfField field)
    {
        var parts = new List<ListNamePart>();
        foreach (var (attribute, kind) in new[] { ("firstName", NamePartKind.Given), ("middleName", NamePartKind.Middle), ("lastName", NamePartKind.Family) })
        {
            if (ListText.OneSpaced(field(attribute)) is { } text)
                parts.Add(new ListNamePart(kind, text));
        }
        return parts.Count > 1 ? [.. parts] : [];
    }

    /// <summary>The publisher writes UNKNOWN (code 00) where it knows no country.</summary>
    private static string Country(FsfField field) =>
        field("countryDescription") is var name && name.Equals("UNKNOWN", StringComparison.OrdinalIgnoreCase) ? "" : name;

    private static string? CodeOf(FsfField field) =>
        Tables.Countries.CodeOf(Country(field)) ?? (field("countryIso2Code") is { Length: 2 } code && code != "00" ? Tables.Countries.CodeOf(code) : null);

    private static string Labelled(string label, string value) => value.Length == 0 ? "" : label + value;

    private static string Joined(params string[] pieces) => string.Join(", ", pieces.Where(p => p.Length > 0));

    private static IdentifierKind KindOf(string code) => code.ToLowerInvariant() switch
    {
        "passport" or "diplopass" or "travel" or "travel-doc" or "servpass" => IdentifierKind.Passport,
        "id" or "nationalid" or "electoral" or "birthcert" or "residentperm" => IdentifierKind.NationalId,
        "fiscalcode" or "tax" or "taxid" or "inn" => IdentifierKind.TaxId,
        "regnumber" or "tradelic" or "ogrn" => IdentifierKind.Registration,
        "ssn" => IdentifierKind.SocialSecurity,
        "driverlic" => IdentifierKind.DrivingLicense,
        "imo" => IdentifierKind.Imo,
        "swiftbic" or "swift" => IdentifierKind.Bic,
        "iban" or "account" => IdentifierKind.Account,
        _ => IdentifierKind.Other,
    };
}
