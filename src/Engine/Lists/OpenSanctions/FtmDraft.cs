using System.Collections.Immutable;

namespace Marsad.Engine.Lists.OpenSanctions;

/// <summary>An entry while its FollowTheMoney properties come in one by one, from JSON or from the columns of a csv file.</summary>
internal sealed class FtmDraft(Action<ListIssue>? report, long line = 0)
{
    /// <summary>In the order in which the parts of a composed name stand.</summary>
    private static readonly NamePartKind[] PartOrder =
        [NamePartKind.Given, NamePartKind.Second, NamePartKind.Middle, NamePartKind.Patronymic, NamePartKind.Family, NamePartKind.Suffix];

    private readonly List<(NamePartKind Kind, string Text, string Path)> _parts = [];
    private readonly List<(string Text, string Path)> _primaries = [];

    public EntryDraft Entry { get; } = new(report, line);

    /// <summary>The name that the source shows; it becomes the primary name if it is one of the names.</summary>
    public string? Caption { get; set; }

    public void Add(FtmUse use, string value, string path)
    {
        switch (use.Becomes)
        {
            case FtmBecomes.Name when use.Kind == (int)NameKind.Primary:
                _primaries.Add((value, path));
                break;
            case FtmBecomes.Name:
                Entry.AddName(value, (NameKind)use.Kind, path);
                break;
            case FtmBecomes.Part when ListText.OneSpaced(value) is { } part:
                _parts.Add(((NamePartKind)use.Kind, part, path));
                break;
            case FtmBecomes.Date:
                Entry.AddDate((DateKind)use.Kind, value, path);
                break;
            case FtmBecomes.Country:
                Entry.AddCountry((CountryKind)use.Kind, value, path);
                break;
            case FtmBecomes.BirthPlace:
                Entry.AddBirthPlace(value, path, use.Property == "birthCountry" ? Tables.Countries.CodeOf(value) : null);
                break;
            case FtmBecomes.Gender:
                Entry.AddGender(value, path);
                break;
            case FtmBecomes.Identifier:
                var kind = (IdentifierKind)use.Kind;
                Entry.AddIdentifier(kind, value, path, use.Country, kind == IdentifierKind.Other ? use.Property : null);
                break;
            default:
                AddText(use.Becomes, value, path);
                break;
        }
    }

    public ListEntry Build(string id, string? schema)
    {
        AddPrimaries();
        if (!Entry.HasName)
            Compose();
        else
            GiveParts();
        var kind = FtmProperties.SchemaOf(schema);
        if (schema is not null && kind is null)
            Entry.Report("schema", schema, FtmProperties.UnknownSchema);
        return Entry.Build(id, kind ?? (schema is null ? EntrySchema.LegalEntity : EntrySchema.Other));
    }

    private void AddText(FtmBecomes becomes, string value, string path)
    {
        switch (becomes)
        {
            case FtmBecomes.Address:
                Entry.AddAddress(value, path);
                break;
            case FtmBecomes.Position:
                Entry.AddPosition(value, path);
                break;
            case FtmBecomes.Program:
                Entry.AddProgram(value, path);
                break;
            case FtmBecomes.Remark:
                Entry.AddRemark(value, path);
                break;
            case FtmBecomes.Reference:
                Entry.AddReference(value, path);
                break;
            case FtmBecomes.ListedOn:
                Entry.SetListedOn(value, path);
                break;
            case FtmBecomes.ChangedOn:
                Entry.SetChangedOn(value, path);
                break;
            case FtmBecomes.SourceUrl:
                Entry.SetSourceUrl(value, path);
                break;
        }
    }

    private void AddPrimaries()
    {
        var shown = ListText.OneSpaced(Caption);
        foreach (var (text, path) in _primaries.OrderBy(p => shown is not null && ListText.OneSpaced(p.Text) == shown ? 0 : 1))
            Entry.AddName(text, NameKind.Primary, path);
    }

    /// <summary>
    /// Makes names of parts. Parts of several persons' worth (two first and two last names) cannot be told apart: the n-th of a
    /// kind goes with the n-th of the others, and a kind that has only one goes with all.
    /// </summary>
    private void Compose()
    {
        var kinds = PartOrder.Select(k => _parts.FindAll(p => p.Kind == k)).Where(p => p.Count > 0).ToList();
        var names = kinds.Count == 0 ? 0 : kinds.Max(k => k.Count);
        for (var n = 0; n < names; n++)
        {
            var parts = kinds.Where(k => k.Count > n || k.Count == 1).Select(k => k.Count == 1 ? k[0] : k[n]).ToList();
            Entry.AddName(string.Join(' ', parts.Select(p => p.Text)), NameKind.Primary, parts[0].Path,
                [.. parts.Select(p => new ListNamePart(p.Kind, p.Text))]);
        }
    }

    private void GiveParts()
    {
        if (_parts.Count is 0 or > 40)
            return;
        for (var i = 0; i < Entry.Names.Count; i++)
        {
            var parts = PartsOf(Entry.Names[i].Text);
            if (parts.Length > 1)
                Entry.SetParts(i, parts);
        }
    }

    /// <summary>The parts that account for every word of the name once; none when a word is left or claimed twice.</summary>
    private ImmutableArray<ListNamePart> PartsOf(string name)
    {
        var words = name.Split(' ');
        if (words.Length is < 2 or > 12)
            return [];
        var claimed = new bool[words.Length];
        var parts = new List<ListNamePart>();
        foreach (var (kind, text, _) in _parts)
        {
            var at = Find(words, text.Split(' '));
            if (at < 0)
                continue;
            var length = text.Count(' ') + 1;
            if (Array.IndexOf(claimed, true, at, length) >= 0)
                return [];
            Array.Fill(claimed, true, at, length);
            parts.Add(new ListNamePart(kind, text));
        }
        return Array.TrueForAll(claimed, c => c) ? [.. parts] : [];
    }

    private static int Find(string[] words, string[] sought)
    {
        for (var at = 0; at + sought.Length <= words.Length; at++)
        {
            var same = 0;
            while (same < sought.Length && words[at + same].TrimEnd(',').Equals(sought[same], StringComparison.OrdinalIgnoreCase))
                same++;
            if (same == sought.Length)
                return at;
        }
        return -1;
    }
}
