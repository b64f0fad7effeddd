using System.Collections.Immutable;
using System.CommandLine;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Tables;

namespace Marsad.App.Screening;

/// <summary>Who is screened, as told on the command line.</summary>
internal sealed class SubjectOptions
{
    private static readonly Dictionary<string, EntrySchema?> Types = new(StringComparer.Ordinal)
    {
        ["any"] = null,
        ["person"] = EntrySchema.Person,
        ["organization"] = EntrySchema.Organization,
        ["vessel"] = EntrySchema.Vessel,
        ["aircraft"] = EntrySchema.Airplane,
    };

    private static readonly Dictionary<string, IdentifierKind> IdentifierKinds =
        Enum.GetValues<IdentifierKind>().ToDictionary(k => ScreeningJson.Word(k), StringComparer.OrdinalIgnoreCase);

    private readonly Argument<string[]> _name = new("NAME") { Description = "The name, in any script", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _type = new("--type") { Description = "person, organization, vessel, aircraft or any (default)", HelpName = "TYPE", DefaultValueFactory = _ => "any" };
    private readonly Option<string> _birthDate = new("--birth-date") { Description = "1971, 1971-03, 1971-03-14, 1965/1968 or 1971~ (circa)", HelpName = "D" };
    private readonly Option<string[]> _country = new("--country") { Description = "A country by code or name, in any language; may be repeated", HelpName = "C" };
    private readonly Option<string> _gender = new("--gender") { Description = "male, female or other", HelpName = "G" };
    private readonly Option<string[]> _id = new("--id") { Description = "A number and its kind, such as passport:A1234567 or imo:9187629; may be repeated", HelpName = "TYPE:VALUE" };

    public SubjectOptions()
    {
        _type.CompletionSources.Add([.. Types.Keys]);
        _gender.CompletionSources.Add("male", "female", "other");
        _id.CompletionSources.Add([.. IdentifierKinds.Keys.Select(k => k + ":")]);
    }

    public void AddTo(Command command)
    {
        command.Add(_name);
        foreach (var option in (Option[])[_type, _birthDate, _country, _gender, _id])
            command.Add(option);
    }

    /// <summary>True when the command line names somebody.</summary>
    public bool IsGiven(ParseResult parse) => parse.GetValue(_name) is { Length: > 0 } || parse.GetValue(_id) is { Length: > 0 };

    /// <summary>Reads the subject.</summary>
    /// <exception cref="WrongInputException">A value is not one that the option allows.</exception>
    public Subject Read(ParseResult parse)
    {
        // Words that were not quoted are one name all the same.
        var words = parse.GetValue(_name) ?? [];
        var name = string.Join(' ', words).Trim();
        // A script whose variable was empty must not read that nobody was found.
        if (words.Length > 0 && name.Length == 0)
            throw new WrongInputException("NAME is empty: allowed is a name in any script, or --id TYPE:VALUE without one");
        return new Subject
        {
            Schema = Types.TryGetValue(parse.GetValue(_type)!, out var schema) ? schema : throw Wrong("--type", parse.GetValue(_type)!, string.Join(", ", Types.Keys)),
            Names = name.Length == 0 ? [] : [new ListName(name, NameKind.Primary, "NAME")],
            BirthDates = parse.GetValue(_birthDate) is { } date ? [BirthDate(date)] : [],
            Countries = [.. (parse.GetValue(_country) ?? []).Select(Country)],
            Gender = parse.GetValue(_gender) is { } gender ? GenderOf(gender) : null,
            Identifiers = [.. (parse.GetValue(_id) ?? []).Select(IdentifierOf)],
        };
    }

    private static PartialDate BirthDate(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw Wrong("--birth-date", text, "a year, month, day or range such as 1971, 1971-03, 1971-03-14, 1965/1968, or 1971~ for circa");

    private static ListCountry Country(string text) =>
        Countries.CodeOf(text) is { } code ? new ListCountry(CountryKind.Related, text, code, "--country") : throw Wrong("--country", text, "an ISO 3166 code or the name of a country");

    private static Gender GenderOf(string text) => text.ToLowerInvariant() switch
    {
        "male" or "m" => Gender.Male,
        "female" or "f" => Gender.Female,
        "other" => Gender.Other,
        _ => throw Wrong("--gender", text, "male, female or other"),
    };

    private static Identifier IdentifierOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && IdentifierKinds.TryGetValue(text[..colon], out var kind)
            ? new Identifier(kind, text[(colon + 1)..].Trim(), null, "--id")
            : throw Wrong("--id", text, "TYPE:VALUE, where TYPE is " + string.Join(", ", IdentifierKinds.Keys));
    }

    private static WrongInputException Wrong(string option, string value, string allowed) => new($"{option} \"{value}\": allowed is {allowed}");
}
