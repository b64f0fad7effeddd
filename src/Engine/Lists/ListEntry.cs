using System.Collections.Immutable;

namespace Marsad.Engine.Lists;

/// <summary>One party on a watchlist, as its publisher printed it.</summary>
/// <remarks>Every value keeps the path of the field it came from, so that a reviewer can find it in the publisher's own file.</remarks>
public sealed record ListEntry
{
    /// <summary>The list's id and the publisher's own reference: <c>un:QDi.430</c>, <c>ofac-sdn:12345</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of party it is.</summary>
    public required EntrySchema Schema { get; init; }

    /// <summary>Its names, the primary one first.</summary>
    public ImmutableArray<ListName> Names { get; init; } = [];

    /// <summary>Dates of birth, death, founding or building.</summary>
    public ImmutableArray<ListDate> Dates { get; init; } = [];

    /// <summary>Places of birth.</summary>
    public ImmutableArray<ListPlace> BirthPlaces { get; init; } = [];

    /// <summary>Nationalities, flags, jurisdictions and residences.</summary>
    public ImmutableArray<ListCountry> Countries { get; init; } = [];

    /// <summary>Genders as printed; more than one only where the publisher contradicts itself.</summary>
    public ImmutableArray<Sourced<Gender>> Genders { get; init; } = [];

    /// <summary>Passports, registration numbers and the like.</summary>
    public ImmutableArray<Identifier> Identifiers { get; init; } = [];

    /// <summary>Addresses.</summary>
    public ImmutableArray<ListAddress> Addresses { get; init; } = [];

    /// <summary>Offices and functions, and titles the publisher prints apart from the name.</summary>
    public ImmutableArray<Sourced<string>> Positions { get; init; } = [];

    /// <summary>The sanctions programs or legal bases.</summary>
    public ImmutableArray<Sourced<string>> Programs { get; init; } = [];

    /// <summary>Free text of the publisher.</summary>
    public ImmutableArray<Sourced<string>> Remarks { get; init; } = [];

    /// <summary>Other parties the entry names ("Linked To"), by name or id.</summary>
    public ImmutableArray<Sourced<string>> LinkedTo { get; init; } = [];

    /// <summary>Ids of the same party elsewhere: former ids, a UN reference on another list, a merged entity's referents.</summary>
    public ImmutableArray<Sourced<string>> References { get; init; } = [];

    /// <summary>When the publisher listed it.</summary>
    public Sourced<PartialDate>? ListedOn { get; init; }

    /// <summary>When the publisher last changed it.</summary>
    public Sourced<PartialDate>? ChangedOn { get; init; }

    /// <summary>The publisher's page about it.</summary>
    public Sourced<string>? SourceUrl { get; init; }

    /// <summary>The name to show: the primary name, or the first there is.</summary>
    public string Caption => Names.FirstOrDefault(n => n.Kind == NameKind.Primary)?.Text ?? Names.FirstOrDefault()?.Text ?? Id;
}

/// <summary>What kind of party an entry or a subject is, after FollowTheMoney.</summary>
public enum EntrySchema
{
    /// <summary>Neither of the kinds below (a crypto wallet, a security, a family).</summary>
    Other,
    /// <summary>A human being.</summary>
    Person,
    /// <summary>A person or an organization: the publisher does not say which.</summary>
    LegalEntity,
    /// <summary>A group of people: a firm, a party, a terrorist organization.</summary>
    Organization,
    /// <summary>A commercial company.</summary>
    Company,
    /// <summary>A ministry, an agency, an army.</summary>
    PublicBody,
    /// <summary>A ship.</summary>
    Vessel,
    /// <summary>An aircraft.</summary>
    Airplane,
}

/// <summary>A value and the path of the field it came from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where the publisher's file has it: an element path or column, <c>INDIVIDUAL_ALIAS[2]/ALIAS_NAME</c>, <c>alt_name</c>.</param>
public sealed record Sourced<T>(T Value, string Path);

/// <summary>How a name relates to its party.</summary>
public enum NameKind
{
    /// <summary>The name the publisher lists first.</summary>
    Primary,
    /// <summary>Another name the party is known by.</summary>
    Alias,
    /// <summary>A name the publisher itself calls weak or low quality: by policy it never opens an alert alone.</summary>
    WeakAlias,
    /// <summary>A former name.</summary>
    Former,
    /// <summary>A name at birth, before marriage.</summary>
    Maiden,
}

/// <summary>A name of an entry.</summary>
/// <param name="Text">The whole name in one script, as printed (inner spaces reduced to one).</param>
/// <param name="Kind">How it relates to the party.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record ListName(string Text, NameKind Kind, string Path)
{
    /// <summary>The parts the publisher gives apart, in its order; empty where it prints one string.</summary>
    public ImmutableArray<ListNamePart> Parts { get; init; } = [];

    /// <summary>The language the publisher states for the name (ISO 639), or null.</summary>
    public string? Language { get; init; }
}

/// <summary>A part of a name that the publisher prints in a field of its own.</summary>
/// <param name="Kind">Which field: given, second, third, fourth, family, patronymic, maiden, title, suffix.</param>
/// <param name="Text">The text of the field.</param>
public sealed record ListNamePart(NamePartKind Kind, string Text);

/// <summary>The fields in which publishers print the parts of a name.</summary>
public enum NamePartKind
{
    /// <summary>First or given name.</summary>
    Given,
    /// <summary>Second name of a publisher that numbers them (UN).</summary>
    Second,
    /// <summary>Third name of a publisher that numbers them.</summary>
    Third,
    /// <summary>Fourth and later names of a publisher that numbers them.</summary>
    Fourth,
    /// <summary>Family name.</summary>
    Family,
    /// <summary>Middle name.</summary>
    Middle,
    /// <summary>Father's name.</summary>
    Patronymic,
    /// <summary>Name before marriage.</summary>
    Maiden,
    /// <summary>Title or rank.</summary>
    Title,
    /// <summary>Jr., III.</summary>
    Suffix,
}

/// <summary>What happened on a date.</summary>
public enum DateKind
{
    /// <summary>Birth of a person.</summary>
    Birth,
    /// <summary>Death of a person.</summary>
    Death,
    /// <summary>Founding or registration of an organization.</summary>
    Founded,
    /// <summary>Building of a ship or an aircraft.</summary>
    Built,
}

/// <summary>A date of an entry.</summary>
/// <param name="Kind">What happened then.</param>
/// <param name="Value">The date with its precision.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record ListDate(DateKind Kind, PartialDate Value, string Path);

/// <summary>A place of an entry.</summary>
/// <param name="Text">The place as printed, its fields joined by commas.</param>
/// <param name="CountryCode">Lower-case ISO 3166-1 alpha-2 code, or null when the country is not printed or not known.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record ListPlace(string Text, string? CountryCode, string Path);

/// <summary>How a country relates to a party.</summary>
public enum CountryKind
{
    /// <summary>Nationality or citizenship.</summary>
    Nationality,
    /// <summary>Where a person lives or an organization works.</summary>
    Residence,
    /// <summary>Under whose law an organization exists.</summary>
    Jurisdiction,
    /// <summary>The flag of a ship, the registry of an aircraft.</summary>
    Flag,
    /// <summary>The publisher does not say how.</summary>
    Related,
}

/// <summary>A country of an entry.</summary>
/// <param name="Kind">How it relates to the party.</param>
/// <param name="Text">As printed.</param>
/// <param name="Code">Lower-case ISO 3166-1 alpha-2 code, or null when it is not known.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record ListCountry(CountryKind Kind, string Text, string? Code, string Path);

/// <summary>The gender a list prints.</summary>
public enum Gender
{
    /// <summary>Male.</summary>
    Male,
    /// <summary>Female.</summary>
    Female,
    /// <summary>Printed, and neither.</summary>
    Other,
}

/// <summary>What an identifier identifies by.</summary>
public enum IdentifierKind
{
    /// <summary>None of the kinds below.</summary>
    Other,
    /// <summary>Passport or travel document.</summary>
    Passport,
    /// <summary>National identity number or card.</summary>
    NationalId,
    /// <summary>Tax number.</summary>
    TaxId,
    /// <summary>Number in a register of companies, chamber of commerce or the like.</summary>
    Registration,
    /// <summary>IMO number of a ship or a shipping company.</summary>
    Imo,
    /// <summary>Maritime mobile service identity.</summary>
    Mmsi,
    /// <summary>Radio call sign.</summary>
    CallSign,
    /// <summary>Registration mark (tail number) of an aircraft.</summary>
    TailNumber,
    /// <summary>Manufacturer's serial number of an aircraft.</summary>
    SerialNumber,
    /// <summary>Legal entity identifier, ISO 17442.</summary>
    Lei,
    /// <summary>Bank identifier, ISO 9362.</summary>
    Bic,
    /// <summary>Bank account.</summary>
    Account,
    /// <summary>Address of a digital currency.</summary>
    CryptoAddress,
    /// <summary>Driving license.</summary>
    DrivingLicense,
    /// <summary>Social security number.</summary>
    SocialSecurity,
    /// <summary>Dun and Bradstreet number.</summary>
    Duns,
    /// <summary>Electronic mail address.</summary>
    Email,
    /// <summary>Telephone number.</summary>
    Phone,
    /// <summary>Web site.</summary>
    Website,
}

/// <summary>An identifier of an entry.</summary>
/// <param name="Kind">What kind of identifier.</param>
/// <param name="Value">As printed, without its label.</param>
/// <param name="CountryCode">The issuing country's lower-case ISO 3166-1 alpha-2 code, or null.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record Identifier(IdentifierKind Kind, string Value, string? CountryCode, string Path)
{
    /// <summary>The publisher's own label or note, such as "Tazkira" or "issued 2004, expired"; null where there is none.</summary>
    public string? Note { get; init; }
}

/// <summary>An address of an entry.</summary>
/// <param name="Text">The whole address as printed, its fields joined by commas.</param>
/// <param name="City">The city, or null where the publisher does not print it apart.</param>
/// <param name="CountryCode">Lower-case ISO 3166-1 alpha-2 code, or null.</param>
/// <param name="Path">Where the publisher's file has it.</param>
public sealed record ListAddress(string Text, string? City, string? CountryCode, string Path);
