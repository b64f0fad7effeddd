using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching.Index;

/// <summary>The entries of an index, each prepared when it is needed.</summary>
internal sealed class ListedParties
{
    private readonly ScoringModel _model;
    private readonly IndexSections _sections;
    private readonly Section<PartyRecord> _records;
    private readonly Section<KeyRecord> _keys;
    private readonly Section<long> _offsets;
    private readonly Section<DateRecord> _dates;
    private readonly string[] _lists;
    private readonly EntrySchema[] _schemas;
    private readonly IReadOnlyList<ListedParty>? _all;
    private readonly Recent<Prepared> _recent = new(1 << 14);

    private sealed record Prepared(int Place, ListedParty Party);

    /// <summary>Opens the entries.</summary>
    /// <param name="model">Prepares their names.</param>
    /// <param name="sections">The index.</param>
    /// <param name="all">The prepared entries, where the index does not hold them; null where it does.</param>
    public ListedParties(ScoringModel model, IndexSections sections, IReadOnlyList<ListedParty>? all)
    {
        (_model, _sections, _all) = (model, sections, all);
        _records = sections.Of<PartyRecord>(SectionId.Parties);
        _keys = sections.Of<KeyRecord>(SectionId.PartyKeys);
        _lists = Encoding.UTF8.GetString(sections.Of<byte>(SectionId.Lists).Span).Split('\n');
        _dates = sections.Of<DateRecord>(SectionId.Dates);
        _schemas = [.. sections.Of<int>(SectionId.Schemas).Span.ToArray().Select(s => (EntrySchema)s)];
        _offsets = all is null ? sections.Of<long>(SectionId.EntryOffsets) : default;
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _records.Count - 1;

    /// <summary>A prepared entry.</summary>
    public ListedParty this[int place]
    {
        get
        {
            if (_all is not null)
                return _all[place];
            foreach (var known in _recent.At(place << 1))
            {
                if (known?.Place == place)
                    return known.Party;
            }
            var party = ListedParty.From(Read(place), IsPerson(place), _model.Forms);
            _recent.Add(place << 1, new Prepared(place, party));
            return party;
        }
    }

    /// <summary>Whether an entry is a human being.</summary>
    public bool IsPerson(int place) => SchemaOf(place) == EntrySchema.Person;

    /// <summary>Whether a subject of some kind may be an entry, and the entry is on one of the lists asked for.</summary>
    public bool IsAskedFor(int place, EntrySchema? schema, IReadOnlySet<string>? lists) =>
        Schemas.Meet(schema, SchemaOf(place)) && (lists is null || lists.Contains(_lists[_records.Span[place].List]));

    /// <summary>Whether a subject of some kind may be any of the people, or any of the other parties.</summary>
    public bool MayHold(EntrySchema? subject, bool people)
    {
        foreach (var schema in _schemas)
        {
            if (schema == EntrySchema.Person == people && Schemas.Meet(subject, schema))
                return true;
        }
        return false;
    }

    /// <summary>What the dates of birth of an entry and a subject weigh.</summary>
    public double WeighBirthDates(int place, Subject subject)
    {
        if (subject.BirthDates.IsEmpty)
            return 0;
        var records = _records.Span;
        var dates = _dates.Span[records[place].FirstDate..records[place + 1].FirstDate];
        Span<PartialDate> listed = dates.Length <= 16 ? stackalloc PartialDate[dates.Length] : new PartialDate[dates.Length];
        for (var i = 0; i < dates.Length; i++)
            listed[i] = dates[i].ToDate();
        return BirthDateEvidence.Weigh(subject.BirthDates.AsSpan(), listed, _model.Weights).Bits;
    }

    /// <summary>The id of the group of an entry; null when it stands alone.</summary>
    public string? GroupOf(int place) => _records.Span[place].Group is >= 0 and var leader ? this[leader].Entry.Id : null;

    /// <summary>The places of the entries of an id, usually one.</summary>
    public IEnumerable<int> Find(string entryId) =>
        KeyRecord.Find(_keys.Span, IdKey(entryId)).ToArray().Select(k => k.Value).Where(place => this[place].Entry.Id == entryId);

    /// <summary>The entries that hold one of a subject's numbers.</summary>
    public List<int> HoldersOf(Subject subject, bool people)
    {
        var holders = new List<int>();
        foreach (var identifier in subject.Identifiers.Where(IdentifierEvidence.Identifies))
        {
            // Another number of the same hash does no harm: its holder is weighed and found light.
            foreach (var key in KeyRecord.Find(_keys.Span, IdentifierKey(identifier)))
            {
                if (IsPerson(key.Value) == people && !holders.Contains(key.Value))
                    holders.Add(key.Value);
            }
        }
        return holders;
    }

    public static ulong IdKey(string entryId) => KeyRecord.HashOf(entryId, 1);

    public static ulong IdentifierKey(Identifier identifier) => KeyRecord.HashOf(IdentifierEvidence.Normalize(identifier), 2);

    public static ulong GroupKey(string key) => KeyRecord.HashOf(key, 3);

    /// <summary>The entries that share what makes entries one party.</summary>
    public IEnumerable<int> Sharing(string groupKey) =>
        KeyRecord.Find(_keys.Span, GroupKey(groupKey)).ToArray().Select(k => k.Value).Where(p => EntryGroups.Keys(this[p].Entry).Contains(groupKey, StringComparer.Ordinal));

    /// <summary>The list of an entry id.</summary>
    public static string ListOf(string entryId) => entryId[..Math.Max(entryId.IndexOf(':', StringComparison.Ordinal), 0)];

    private EntrySchema SchemaOf(int place) => (EntrySchema)_records.Span[place].Schema;

    private ListEntry Read(int place)
    {
        var offsets = _offsets.Span;
        var line = _sections.PartOf(SectionId.Entries, offsets[place], offsets[place + 1] - offsets[place]);
        return NkReader.ReadEntry(line.Span, _lists[_records.Span[place].List])
            ?? throw new InvalidDataException($"The index cannot be used: its entry {place} cannot be read");
    }
}
