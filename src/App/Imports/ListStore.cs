using System.Globalization;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>The lists of a data folder: <c>lists/ID/VERSION/</c>, one folder per published version, and which of them is in force.</summary>
/// <remarks>
/// A version appears by renaming its finished folder, so it is there whole or not at all. <c>lists/ID/current</c> names the version in
/// force: the newest that is not disabled. The folders are the truth; a missing or stale <c>current</c> is worked out again.
/// </remarks>
internal sealed class ListStore(string dataFolder)
{
    private const string CurrentName = "current";
    private const string DisabledName = "disabled";
    private const string Everything = "*";

    private const string ConfirmedName = "confirmed";

    /// <summary>The folder of all lists.</summary>
    public string Folder { get; } = Path.Combine(dataFolder, "lists");

    /// <summary>The ids of the lists that were imported into this folder.</summary>
    public IReadOnlyList<string> Imported => Directory.Exists(Folder)
        ? [.. Directory.GetDirectories(Folder).Select(Path.GetFileName).Where(id => ListId.IsValid(id) && HasVersions(id!)).Order(StringComparer.Ordinal)!]
        : [];

    /// <summary>The ids of all lists there are: imported ones and starters.</summary>
    public IReadOnlyList<string> Ids => [.. Imported.Union(StarterLists.Ids, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Loads the lists to screen against.</summary>
    /// <param name="asOf">Takes the newest version of each list whose date is not after this day; null for the version in force.</param>
    /// <param name="lists">The lists wanted; null for all that are not disabled.</param>
    /// <exception cref="WrongInputException">A list that is wanted is not there, is disabled, or has no version of that day.</exception>
    public IReadOnlyList<LoadedList> Open(DateOnly? asOf = null, IReadOnlyCollection<string>? lists = null)
    {
        var loaded = new List<LoadedList>();
        foreach (var id in lists is null ? Ids : [.. lists.Distinct(StringComparer.Ordinal)])
        {
            if (lists is not null && !Ids.Contains(id))
                throw new WrongInputException($"there is no list \"{id}\"; there are: {string.Join(", ", Ids)}");
            if (Load(id, asOf) is { } list)
                loaded.Add(list);
            else if (lists is not null)
                throw new WrongInputException(IsDisabled(id) ? $"the list {id} is disabled" : $"the list {id} has no version of {asOf:yyyy-MM-dd} or before");
        }
        return loaded.Count > 0 ? loaded : throw new WrongInputException(asOf is null
            ? "no list is in force: import one or enable one"
            : $"no list has a version of {asOf:yyyy-MM-dd} or before");
    }

    private LoadedList? Load(string id, DateOnly? asOf)
    {
        if (IsDisabled(id))
            return null;
        var version = asOf is null ? Current(id) : Newest(id, asOf.Value);
        if (version is not null)
            return version.Load() with { KnownGoodOn = KnownGoodOn(version) };
        var mayStart = asOf is not null || Versions(id).Count == 0;
        return mayStart && StarterLists.Header(id) is { } header && (asOf is null || header.Date <= asOf) ? StarterLists.Load(id, header) : null;
    }

    /// <summary>The published versions of a list, oldest first, disabled ones included.</summary>
    public IReadOnlyList<ListVersion> Versions(string id)
    {
        var folder = FolderOf(id);
        return Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Select(ListVersion.Find).OfType<ListVersion>()
                .OrderBy(v => v.Manifest.Date).ThenBy(v => v.Manifest.ImportedAt).ThenBy(v => v.Label, StringComparer.Ordinal)]
            : [];
    }

    // What the versions say is not read: every start of the program asks this.
    private bool HasVersions(string id) => Directory.EnumerateDirectories(FolderOf(id)).Any(folder => File.Exists(Path.Combine(folder, ListVersion.ManifestName)));

    /// <summary>The version in force; null when the list has none (a starter may stand in) or is disabled.</summary>
    public ListVersion? Current(string id)
    {
        if (IsDisabled(id))
            return null;
        var pointer = Path.Combine(FolderOf(id), CurrentName);
        var label = File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : "";
        return (ListId.IsValidVersion(label) && !IsDisabled(id, label) ? ListVersion.Find(Path.Combine(FolderOf(id), label)) : null) ?? Newest(id, DateOnly.MaxValue);
    }

    /// <summary>Finds what a person wrote: <c>un@2026-02-27</c>, or <c>un</c> for the version in force.</summary>
    /// <exception cref="WrongInputException">There is no such version.</exception>
    public ListVersion Find(string reference)
    {
        var parts = reference.Split('@', 2);
        if (!ListId.IsValid(parts[0]) || (parts.Length == 2 && !ListId.IsValidVersion(parts[1])))
            throw new WrongInputException($"\"{reference}\" is no LIST or LIST@VERSION");
        var found = parts.Length == 2 ? ListVersion.Find(Path.Combine(FolderOf(parts[0]), parts[1])) : Current(parts[0]);
        return found ?? throw new WrongInputException(Versions(parts[0]) is { Count: > 0 } versions
            ? $"there is no {reference}; there are: {string.Join(", ", versions.Select(v => v.Reference))}"
            : $"the list {parts[0]} was never imported; imported are: {(Imported.Count == 0 ? "none" : string.Join(", ", Imported))}");
    }

    public string FolderOf(string id) => ListId.IsValid(id)
        ? Path.Combine(Folder, id)
        : throw new WrongInputException($"\"{id}\" is no list id: a to z, 0 to 9, - and _ are allowed");

    /// <summary>Whether the whole list, or one version of it, is out of use.</summary>
    public bool IsDisabled(string id, string version = Everything) => Disabled(id).Contains(version);

    /// <summary>Takes a list or a version out of use, or back into it. Hold the list's lock.</summary>
    public void Disable(string id, string? version, bool isDisabled)
    {
        Directory.CreateDirectory(FolderOf(id));
        var lines = Disabled(id);
        if (isDisabled)
            lines.Add(version ?? Everything);
        else
            lines.Remove(version ?? Everything);
        DurableFile.Replace(Path.Combine(FolderOf(id), DisabledName), string.Join('\n', lines.Order(StringComparer.Ordinal)));
        PointToNewest(id);
    }

    /// <summary>Deletes a version for good. Hold the list's lock.</summary>
    public void Remove(ListVersion version)
    {
        // Out of sight first and at once, so that a crash in the middle of deleting leaves no half version.
        var trash = Path.Combine(Folder, Staging.Name, version.Id, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path.GetDirectoryName(trash)!);
        Directory.Move(version.Folder, trash);
        PointToNewest(version.Id);
        Directory.Delete(trash, recursive: true);
    }

    /// <summary>Writes down which version is in force. Hold the list's lock.</summary>
    public void PointToNewest(string id) =>
        DurableFile.Replace(Path.Combine(FolderOf(id), CurrentName), Newest(id, DateOnly.MaxValue)?.Label ?? "");

    /// <summary>The newest version whose date is not after a day and that is not disabled.</summary>
    public ListVersion? Newest(string id, DateOnly day) => Versions(id).LastOrDefault(v => v.Manifest.Date <= day && !IsDisabled(id, v.Label));

    /// <summary>Notes that the publisher offered the same content again on a later day: the version is as old as that day says.</summary>
    public void Confirm(string id, string version, DateOnly day) =>
        DurableFile.Replace(Path.Combine(FolderOf(id), ConfirmedName), string.Create(CultureInfo.InvariantCulture, $"{version} {day:yyyy-MM-dd}"));

    /// <summary>The day a version was last known to be what the publisher offers: its own date, or a later confirmation.</summary>
    public DateOnly KnownGoodOn(ListVersion version)
    {
        var file = Path.Combine(FolderOf(version.Id), ConfirmedName);
        var words = File.Exists(file) ? File.ReadAllText(file).Split(' ', StringSplitOptions.TrimEntries) : [];
        return words.Length == 2 && words[0] == version.Label
            && DateOnly.TryParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > version.Manifest.Date
            ? day
            : version.Manifest.Date;
    }

    private HashSet<string> Disabled(string id)
    {
        var file = Path.Combine(FolderOf(id), DisabledName);
        return File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => line.Length > 0)] : [];
    }
}
