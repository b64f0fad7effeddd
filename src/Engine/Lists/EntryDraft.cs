using System.Collections.Frozen;
using System.Collections.Immutable;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists;

/// <summary>
/// Collects the values of one entry while its record is read, in the publisher's order. A value that cannot be understood is
/// reported and kept as printed: as text where the field has text, else as a remark that names the field.
/// </summary>
internal sealed class EntryDraft(Action<ListIssue>? report, long line = 0)
{
    /// <summary>Longer names are cut and reported: no party is called by more, and matching takes time by length.</summary>
    public const int LongestName = 500;

    /// <summary>Longer values of other fields are cut and reported.</summary>
    public const int LongestValue = 20_000;

    /// <summary>What publishers write where they know no country.</summary>
    private static readonly FrozenSet<string> NoCountry = FrozenSet.ToFrozenSet(
        ["none", "none identified", "unknown", "not known", "n/a", "-", "stateless"], StringComparer.OrdinalIgnoreCase);

    private readonly List<ListName> _names = [];
    private readonly Dictionary<string, int> _namesByText = new(StringComparer.Ordinal);
    private readonly HashSet<(string Field, string Value)> _seen = [];
    private readonly List<ListDate> _dates = [];
    private readonly List<ListPlace> _birthPlaces = [];
    private readonly List<ListCountry> _countries = [];
    private readonly List<Sourced<Gender>> _genders = [];
    private readonly List<Identifier> _identifiers = [];
    private readonly List<ListAddress> _addresses = [];
    private readonly List<Sourced<string>> _positions = [];
    private readonly List<Sourced<string>> _programs = [];
    private readonly List<Sourced<string>> _remarks = [];
    private readonly List<Sourced<string>> _linkedTo = [];
    private readonly List<Sourced<string>> _references = [];
    private bool _hasPrimary;
    private Sourced<PartialDate>? _listedOn;
    private Sourced<PartialDate>? _changedOn;
    private Sourced<string>? _sourceUrl;

    public bool HasName => _names.Count > 0;

    public IReadOnlyList<ListName> Names => _names;

    public IReadOnlyList<ListDate> Dates => _dates;

    public IReadOnlyList<ListAddress> Addresses => _addresses;

    public void Report(string field, string value, string reason, IssueSeverity severity = IssueSeverity.Value) =>
        report?.Invoke(new ListIssue(severity, line, field, value, reason));

    /// <summary>Adds a name. The first primary name stays primary, later ones are aliases.</summary>
    /// <remarks>The same text twice is one name, of the stronger kind: a publisher that prints an alias as weak and as good vouches for it.</remarks>
    public void AddName(string? text, NameKind kind, string path, ImmutableArray<ListNamePart> parts = default, string? language = null)
    {
        if (Clean(text, path, LongestName) is not { } name)
            return;
        // Copies in which every letter beyond Latin became "?" are in circulation.
        if (name.Contains("??", StringComparison.Ordinal))
            Report(path, name, "has question marks in a row: its letters were lost on the way, fetch the file from its publisher");
        if (kind == NameKind.Primary)
            kind = _hasPrimary ? NameKind.Alias : NameKind.Primary;
        _hasPrimary |= kind == NameKind.Primary;
        var added = new ListName(name, kind, path) { Parts = parts.IsDefault ? [] : parts, Language = language };
        if (!_namesByText.TryGetValue(name, out var at))
        {
            _namesByText.Add(name, _names.Count);
            _names.Add(added);
        }
        else if (kind == NameKind.Primary || (_names[at].Kind == NameKind.WeakAlias && kind != NameKind.WeakAlias))
            _names[at] = added;
    }

    /// <summary>Gives a name the parts that the publisher prints elsewhere.</summary>
    public void SetParts(int index, ImmutableArray<ListNamePart> parts) => _names[index] = _names[index] with { Parts = parts };

    public void AddDate(DateKind kind, string? text, string path)
    {
        if (Clean(text, path) is not { } printed)
            return;
        if (DateWording.TryRead(printed, out var date))
            AddDate(kind, date, path);
        else
            KeepAsRemark(path, printed, "not a date that can be read");
    }

    /// <summary>Adds the dates of a text that may hold alternatives: "1963 or 1964", "(a) 3 May 1960, (b) 1961".</summary>
    public void AddDates(DateKind kind, string? text, string path)
    {
        foreach (var numbered in Alternatives.Split(text))
        {
            foreach (var single in Alternatives.SplitAtOr(numbered))
                AddDate(kind, single, path);
        }
    }

    public void AddDate(DateKind kind, PartialDate date, string path)
    {
        if (IsNew($"date {kind}", date.ToString()))
            _dates.Add(new ListDate(kind, date, path));
    }

    public void AddBirthPlace(string? text, string path, string? countryCode = null)
    {
        if (Clean(text, path) is { } place && IsNew("birth place", place))
            _birthPlaces.Add(new ListPlace(place, countryCode ?? CountryAtEnd(place), path));
    }

    /// <summary>Adds the countries a text names ("French, Turkish"); one that is not known keeps its text, has no code and is reported.</summary>
    public void AddCountry(CountryKind kind, string? text, string path)
    {
        if (Clean(text, path) is not { } printed)
            return;
        if (NoCountry.Contains(printed))
            return;
        var codes = Countries.CodesOf(printed);
        if (codes.IsEmpty && BeforeNote(printed) is { } bare)
            codes = Countries.CodesOf(bare);
        foreach (var code in codes)
        {
            if (IsNew($"country {kind}", code))
                _countries.Add(new ListCountry(kind, printed, code, path));
        }
        if (!codes.IsEmpty)
            return;
        Report(path, printed, "not a country that is known by this name or code");
        if (IsNew($"country {kind}", printed))
            _countries.Add(new ListCountry(kind, printed, null, path));
    }

    public void AddGender(string? text, string path)
    {
        if (Clean(text, path) is not { } printed)
            return;
        Gender? gender = printed.ToLowerInvariant() switch
        {
            "m" or "male" or "man" => Gender.Male,
            "f" or "female" or "woman" => Gender.Female,
            "other" or "x" or "non-binary" => Gender.Other,
            _ => null,
        };
        if (gender is null)
            KeepAsRemark(path, printed, "not a gender; male, female or other are read");
        else if (IsNew("gender", $"{gender}"))
            _genders.Add(new Sourced<Gender>(gender.Value, path));
    }

    public void AddIdentifier(IdentifierKind kind, string? text, string path, string? countryCode = null, string? note = null)
    {
        if (Clean(text, path) is { } value && IsNew($"identifier {kind}", value))
            _identifiers.Add(new Identifier(kind, value, countryCode, path) { Note = Clean(note, path) });
    }

    public void AddAddress(string? text, string path, string? city = null, string? countryCode = null)
    {
        if (Clean(text, path) is { } address && IsNew("address", address))
            _addresses.Add(new ListAddress(address, Clean(city, path), countryCode ?? CountryAtEnd(address), path));
    }

    public void AddPosition(string? text, string path) => Add(_positions, "position", text, path);

    public void AddProgram(string? text, string path) => Add(_programs, "program", text, path);

    public void AddRemark(string? text, string path) => Add(_remarks, "remark", text, path);

    public void AddLinkedTo(string? text, string path) => Add(_linkedTo, "linked to", text, path);

    public void AddReference(string? text, string path) => Add(_references, "reference", text, path);

    /// <summary>Sets when the party was listed; of several dates the earliest counts.</summary>
    public void SetListedOn(string? text, string path)
    {
        if (ReadDate(text, path) is { } date && (_listedOn is null || date.From < _listedOn.Value.From))
            _listedOn = new Sourced<PartialDate>(date, path);
    }

    /// <summary>Sets when the entry was last changed; of several dates the latest counts.</summary>
    public void SetChangedOn(string? text, string path)
    {
        if (ReadDate(text, path) is { } date && (_changedOn is null || date.From > _changedOn.Value.From))
            _changedOn = new Sourced<PartialDate>(date, path);
    }

    /// <summary>Sets the publisher's page; the first one stays.</summary>
    public void SetSourceUrl(string? text, string path)
    {
        if (_sourceUrl is null && Clean(text, path) is { } url)
            _sourceUrl = new Sourced<string>(url, path);
    }

    /// <summary>The entry, its primary name first. A draft without any name is not an entry: check <see cref="HasName"/>.</summary>
    public ListEntry Build(string id, EntrySchema schema) => new()
    {
        Id = id,
        Schema = schema,
        Names = [.. _names.OrderBy(n => n.Kind == NameKind.Primary ? 0 : 1)],
        Dates = [.. _dates],
        BirthPlaces = [.. _birthPlaces],
        Countries = [.. _countries],
        Genders = [.. _genders],
        Identifiers = [.. _identifiers],
        Addresses = [.. _addresses],
        Positions = [.. _positions],
        Programs = [.. _programs],
        Remarks = [.. _remarks],
        LinkedTo = [.. _linkedTo],
        References = [.. _references],
        ListedOn = _listedOn,
        ChangedOn = _changedOn,
        SourceUrl = _sourceUrl,
    };

    /// <summary>
    /// The country a place or an address ends with, after a comma or in brackets. Two and three letters are left alone: CA is
    /// California as often as Canada.
    /// </summary>
    public static string? CountryAtEnd(string text)
    {
        var last = text.TrimEnd('.', ' ');
        last = last.EndsWith(')') && last.LastIndexOf('(') is >= 0 and var open ? last[(open + 1)..^1] : last[(last.LastIndexOf(',') + 1)..].Trim();
        return last.Length > 3 ? Countries.CodeOf(last) : null;
    }

    /// <summary>Italian of "Italian since 1990", Iraqi of "Iraqi. Also believed to hold …".</summary>
    private static string? BeforeNote(string printed)
    {
        var since = printed.IndexOf(" since ", StringComparison.OrdinalIgnoreCase);
        var stop = printed.IndexOf(". ", StringComparison.Ordinal);
        var end = since < 0 ? stop : stop < 0 ? since : Math.Min(since, stop);
        return end > 0 ? printed[..end] : null;
    }

    private PartialDate? ReadDate(string? text, string path)
    {
        if (Clean(text, path) is not { } printed)
            return null;
        if (DateWording.TryRead(printed, out var date))
            return date;
        KeepAsRemark(path, printed, "not a date that can be read");
        return null;
    }

    private void KeepAsRemark(string path, string printed, string reason)
    {
        Report(path, printed, reason);
        _remarks.Add(new Sourced<string>($"{path}: {printed}", path));
    }

    private void Add(List<Sourced<string>> to, string field, string? text, string path)
    {
        if (Clean(text, path) is { } value && IsNew(field, value))
            to.Add(new Sourced<string>(value, path));
    }

    private bool IsNew(string field, string value) => _seen.Add((field, value));

    /// <summary>Inner spaces reduced to one, outer ones removed; null for nothing; too long is cut and reported.</summary>
    private string? Clean(string? text, string path, int longest = LongestValue)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length > longest)
        {
            Report(path, text, $"longer than {longest} characters; the rest was cut");
            text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
        }
        return ListText.OneSpaced(text);
    }
}
