using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Marsad.Engine.Lists.Fbi;

/// <summary>One notice of a page of the Wanted API.</summary>
internal sealed partial class FbiNotice(FileReading page, string path)
{
    /// <summary>Fields that say nothing that is matched or shown: looks, pictures, ranges of height and weight, the page's own address.</summary>
    private static readonly FrozenSet<string> Ignored = FrozenSet.ToFrozenSet(
    [
        "@id", "path", "files", "images", "coordinates", "status", "suspects", "person_classification", "poster_classification",
        "hair", "hair_raw", "eyes", "eyes_raw", "race", "race_raw", "complexion", "build", "scars_and_marks", "weight", "weight_min",
        "weight_max", "height_min", "height_max", "age_min", "age_max", "age_range", "reward_min", "reward_max", "field_offices",
        "possible_states", "locations", "languages", "pathId",
    ]);

    private readonly EntryDraft _draft = page.Draft(0);

    public ListEntry? Read(JsonElement item)
    {
        foreach (var field in item.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null || Ignored.Contains(field.Name))
                continue;
            if (!Take(field))
                _draft.Report(Path(field.Name), field.Value.ToString(), "is a field this reader does not know");
        }
        page.SeeDate(Text(item, "modified"));
        return page.Finish(_draft, Text(item, "uid"), Describes(item) ? EntrySchema.Person : EntrySchema.Other, 0);
    }

    /// <summary>The word of the notice that says that it is not about someone wanted; null when it is.</summary>
    public static string? NotWantedAs(JsonElement item)
    {
        var poster = Text(item, "poster_classification");
        if (poster is "missing" or "ecap" || (poster == "information" && !Describes(item)))
            return poster;
        if (Text(item, "person_classification") is "Victim" or "victim")
            return "victim";
        return item.TryGetProperty("subjects", out var subjects) && subjects.ValueKind == JsonValueKind.Array
            ? subjects.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.String).Select(s => s.GetString()!)
                .FirstOrDefault(s => s.Contains("Missing Persons", StringComparison.OrdinalIgnoreCase) || s.Contains("Unidentified Persons", StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>True when the notice tells anything of a person.</summary>
    private static bool Describes(JsonElement item) =>
        Text(item, "sex") is not null || Text(item, "nationality") is not null
        || (item.TryGetProperty("dates_of_birth_used", out var born) && born.ValueKind == JsonValueKind.Array && born.GetArrayLength() > 0);

    private static string? Text(JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool Take(JsonProperty field)
    {
        foreach (var value in Values(field))
        {
            var at = Path(field.Name);
            switch (field.Name)
            {
                case "uid":
                    break;
                case "title":
                    _draft.AddName(Plain(value), NameKind.Primary, at);
                    break;
                case "aliases":
                    AddAlias(value, at);
                    break;
                case "dates_of_birth_used":
                    _draft.AddDates(DateKind.Birth, value, at);
                    break;
                case "place_of_birth":
                    _draft.AddBirthPlace(value, at);
                    break;
                case "nationality":
                    _draft.AddCountry(CountryKind.Nationality, value, at);
                    break;
                case "possible_countries":
                    _draft.AddCountry(CountryKind.Related, value, at);
                    break;
                case "sex":
                    _draft.AddGender(value, at);
                    break;
                default:
                    if (!TakeText(field.Name, value, at))
                        return false;
                    break;
            }
        }
        return true;
    }

    private bool TakeText(string field, string value, string at)
    {
        switch (field)
        {
            case "occupations":
                _draft.AddPosition(Plain(value), at);
                return true;
            case "subjects":
                _draft.AddProgram(value, at);
                return true;
            case "ncic":
                _draft.AddIdentifier(IdentifierKind.Other, value, at, "us", "NCIC");
                return true;
            case "url":
                _draft.SetSourceUrl(value, at);
                return true;
            case "publication":
                _draft.SetListedOn(value, at);
                return true;
            case "modified":
                _draft.SetChangedOn(value, at);
                return true;
            case "description" or "details" or "remarks" or "caution" or "additional_information" or "warning_message" or "reward_text" or "legat_names":
                _draft.AddRemark(Plain(value), at);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A nickname stands in quotes; the FBI does not hold it for a name.</summary>
    private void AddAlias(string value, string at)
    {
        var plain = Plain(value).Trim();
        var bare = plain.Trim('"', '“', '”', '\'', ' ');
        _draft.AddName(bare, plain.Length > 0 && plain[0] is '"' or '“' ? NameKind.WeakAlias : NameKind.Alias, at);
    }

    private IEnumerable<string> Values(JsonProperty field)
    {
        IEnumerable<JsonElement> elements = field.Value.ValueKind == JsonValueKind.Array ? field.Value.EnumerateArray() : [field.Value];
        foreach (var element in elements)
        {
            if (element.ValueKind == JsonValueKind.String)
                yield return element.GetString()!;
            else if (element.ValueKind != JsonValueKind.Null)
                _draft.Report(Path(field.Name), element.ToString(), "not a text");
        }
    }

    private string Path(string field) => $"{path}/{field}";

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(InlineTag().Replace(html, ""), " ")).Replace('\u00A0', ' ');

    [GeneratedRegex("</?(?:a|b|i|u|em|strong|span|sup|sub)(?: [^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
