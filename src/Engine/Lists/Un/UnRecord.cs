using System.Buffers;
using System.Collections.Immutable;
using Marsad.Engine.Lists.Xml;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Un;

/// <summary>Turns one INDIVIDUAL or ENTITY into an entry.</summary>
internal sealed class UnRecord
{
    private static readonly (string Field, NamePartKind Kind)[] NameFields =
    [
        ("FIRST_NAME", NamePartKind.Given), ("SECOND_NAME", NamePartKind.Second), ("THIRD_NAME", NamePartKind.Third), ("FOURTH_NAME", NamePartKind.Fourth),
    ];

    private static readonly SearchValues<char> EndsOfLink = SearchValues.Create(" \n\t\r),");

    private readonly XmlRecord _element;
    private readonly ListReading _reading;
    private readonly string _file;
    private readonly Dictionary<string, int> _met = [];

    public UnRecord(XmlRecord element, ListReading reading, string file)
    {
        (_element, _reading, _file) = (element, reading, file);
        // The number of a repeated field stays out of its issues, so that issues of one kind are counted together.
        Draft = new(issue => reading.Report(issue with { File = file, Field = WithoutNumbers(issue.Field) }), element.Line);
        Reference = ListText.OneSpaced(element["REFERENCE_NUMBER"]) ?? "";
        Schema = element.Name == "INDIVIDUAL" ? EntrySchema.Person : EntrySchema.Organization;
    }

    /// <summary>The permanent reference number, trimmed; empty where it is missing.</summary>
    public string Reference { get; }

    public EntryDraft Draft { get; }

    public bool IsPerson => Schema == EntrySchema.Person;

    private EntrySchema Schema { get; }

    public ListEntry ToEntry()
    {
        AddPrimaryName();
        foreach (var field in _element.Children)
        {
            var number = _met[field.Name] = _met.GetValueOrDefault(field.Name) + 1;
            Take(field, number == 1 ? field.Name : $"{field.Name}[{number}]");
        }
        return Draft.Build($"{_reading.ListId}:{Reference}", Schema);
    }

    public void Report(IssueSeverity severity, string field, string value, string reason) =>
        _reading.Report(new(severity, _element.Line, field, value, reason) { File = _file });

    private void AddPrimaryName()
    {
        // The UN writes "na", small, where a third or fourth name is not available.
        var parts = NameFields.Select(f => (f.Kind, Text: ListText.OneSpaced(_element[f.Field]))).Where(p => p.Text is not (null or "na"))
            .Select(p => new ListNamePart(p.Kind, p.Text!)).ToImmutableArray();
        if (parts.IsEmpty)
            Report(IssueSeverity.Value, "FIRST_NAME", Reference, "is missing: the entry has no primary name");
        var path = _element["FIRST_NAME"].Length > 0 ? "FIRST_NAME" : "SECOND_NAME";
        var printed = string.Join(' ', parts.Select(p => p.Text));
        if (IsPerson)
        {
            Draft.AddName(printed, NameKind.Primary, path, parts);
            return;
        }
        // The name of an organization may hold its short form, or two names.
        foreach (var name in new UnAliasText(printed, isPerson: false).Names)
            Draft.AddName(name.Text, Draft.HasName ? name.Kind ?? NameKind.Alias : NameKind.Primary, path);
    }

    private void Take(XmlRecord field, string path)
    {
        switch (field.Name)
        {
            case "REFERENCE_NUMBER" or "FIRST_NAME" or "SECOND_NAME" or "THIRD_NAME" or "FOURTH_NAME":
            case "VERSIONNUM" or "SORT_KEY" or "SORT_KEY_LAST_MOD" or "LIST_TYPE":
                break;
            case "DATAID":
                Draft.AddReference("un-dataid:" + field.Text, path);
                break;
            case "NAME_ORIGINAL_SCRIPT":
                var original = new UnAliasText(field.Text, IsPerson);
                foreach (var name in original.Names)
                    Draft.AddName(name.Text, name.Kind ?? NameKind.Alias, path);
                foreach (var remark in original.Notes)
                    Draft.AddRemark(remark, path);
                break;
            case "INDIVIDUAL_ALIAS" or "ENTITY_ALIAS":
                UnAlias.Take(this, field, path);
                break;
            case "UN_LIST_TYPE":
                Draft.AddProgram(field.Text, path);
                break;
            case "LISTED_ON":
                Draft.SetListedOn(UnDates.Plain(field.Text), path);
                break;
            case "LAST_DAY_UPDATED":
                foreach (var (text, place) in Values(field, path))
                    Draft.SetChangedOn(UnDates.Plain(text), place);
                break;
            case "GENDER":
                if (!field.Text.Equals("unknown", StringComparison.OrdinalIgnoreCase))
                    Draft.AddGender(field.Text, path);
                break;
            case "COMMENTS1":
                Draft.AddRemark(field.Text, path);
                Draft.SetSourceUrl(InterpolNotice(field.Text), path);
                break;
            case "TITLE" or "DESIGNATION":
                foreach (var (text, place) in Values(field, path))
                    Draft.AddPosition(text, place);
                break;
            case "NATIONALITY" or "NATIONALITY2":
                foreach (var (text, place) in Values(field, path))
                    Draft.AddCountry(CountryKind.Nationality, text, place);
                break;
            case "SUBMITTED_BY" or "SUBMITTED_ON":
                foreach (var (text, place) in Values(field, path))
                    Draft.AddRemark($"{field.Name}: {text}", place);
                break;
            case "INDIVIDUAL_DATE_OF_BIRTH":
                AddBirthDate(field, path);
                break;
            case "INDIVIDUAL_PLACE_OF_BIRTH":
                ReportUnknown(field, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE");
                Draft.AddBirthPlace(Join(field, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"), path, CountryCode(field, "COUNTRY"));
                break;
            case "INDIVIDUAL_ADDRESS" or "ENTITY_ADDRESS":
                AddAddress(field, path);
                break;
            case "INDIVIDUAL_DOCUMENT":
                UnDocument.Take(this, field, path);
                break;
            default:
                Report(IssueSeverity.Value, $"{_element.Name}/{field.Name}", field.Text, "is a field this reader does not know");
                break;
        }
    }

    private static IEnumerable<(string Text, string Path)> Values(XmlRecord field, string path)
    {
        if (field.Text.Length > 0)
            yield return (field.Text, path);
        var number = 0;
        foreach (var value in field.All("VALUE"))
        {
            number++;
            if (value.Text.Length > 0)
                yield return (value.Text, number == 1 ? path + "/VALUE" : $"{path}/VALUE[{number}]");
        }
    }

    /// <summary>The address of the party's INTERPOL notice in the comments; null where the link is only that of the search page.</summary>
    private static string? InterpolNotice(string comments)
    {
        var start = comments.IndexOf("https://www.interpol.int/", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var length = comments.AsSpan(start).IndexOfAny(EndsOfLink);
        var link = (length < 0 ? comments[start..] : comments.Substring(start, length)).TrimEnd('.', ';');
        return link.Any(char.IsAsciiDigit) ? link : null;
    }

    private void AddBirthDate(XmlRecord field, string path)
    {
        ReportUnknown(field, "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE");
        var note = ListText.OneSpaced(field["NOTE"]) ?? "";
        var isCirca = field["TYPE_OF_DATE"].StartsWith("approx", StringComparison.OrdinalIgnoreCase) || note.StartsWith("approx", StringComparison.OrdinalIgnoreCase);
        var year = field["YEAR"];
        // "Sep." can stand in NOTE beside a YEAR, and NOTE alone can hold the whole date.
        var printed = field["FROM_YEAR"].Length > 0 || field["TO_YEAR"].Length > 0 ? $"{field["FROM_YEAR"]}-{field["TO_YEAR"]}".Trim('-')
            : field["DATE"].Length > 0 ? field["DATE"]
            : year.Length > 0 ? DateWording.TryRead($"{note} {year}", out _) && !isCirca ? $"{note} {year}" : year
            : note;
        if (printed.Length == 0)
            return;
        Draft.AddDate(DateKind.Birth, (isCirca ? "circa " : "") + UnDates.Plain(printed), path);
        if (note.Length > 0 && !printed.Contains(note, StringComparison.Ordinal) && !note.StartsWith("approx", StringComparison.OrdinalIgnoreCase))
            Draft.AddRemark($"Date of birth {printed}: {note}", path + "/NOTE");
    }

    private void AddAddress(XmlRecord field, string path)
    {
        ReportUnknown(field, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE");
        var text = Join(field, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY");
        Draft.AddAddress(text.Length > 0 ? text : field["NOTE"], path, field["CITY"], CountryCode(field, "COUNTRY"));
        if (text.Length > 0 && field["NOTE"].Length > 0)
            Draft.AddRemark($"Address {text}: {field["NOTE"]}", path + "/NOTE");
    }

    /// <summary>The code of a country printed in a child; null, with an issue, where the name is not known.</summary>
    public string? CountryCode(XmlRecord field, string child)
    {
        if (field[child] is not { Length: > 0 } printed)
            return null;
        var code = Countries.CodeOf(printed);
        if (code is null)
            Report(IssueSeverity.Value, $"{field.Name}/{child}", printed, "not a country that is known by this name or code");
        return code;
    }

    /// <summary>Reports the children of a field that are none of the known ones.</summary>
    public void ReportUnknown(XmlRecord field, params ReadOnlySpan<string> known)
    {
        foreach (var child in field.Children)
        {
            if (!known.Contains(child.Name))
                Report(IssueSeverity.Value, $"{field.Name}/{child.Name}", child.Text, "is a field this reader does not know");
        }
    }

    /// <summary>The texts of some children, joined by commas.</summary>
    public static string Join(XmlRecord field, params ReadOnlySpan<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            if (ListText.OneSpaced(field[name]) is { } text)
                texts.Add(text.TrimEnd(',', ' '));
        }
        return string.Join(", ", texts);
    }

    private static string WithoutNumbers(string path)
    {
        while (path.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open)
            path = path[..open] + path[(path.IndexOf(']', open) + 1)..];
        return path;
    }
}
