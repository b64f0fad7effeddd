using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Matching.Candidates;

namespace Marsad.Engine.Matching.Index;

/// <summary>Prepares entries and writes them as an index.</summary>
internal static class IndexWriter
{
    private const int MostSections = 64;

    /// <summary>What an index is made from: all that decides its bytes, and how they are read.</summary>
    public static string IdentityOf(ScoringModel model, IReadOnlyList<string> lists) =>
        string.Join('\n', ["program " + typeof(IndexWriter).Module.ModuleVersionId.ToString("N"), "model " + model.Name, "tables " + model.TablesHash, .. lists.Select(l => "list " + l)]);

    /// <summary>Writes an index.</summary>
    /// <param name="entries">The entries, read once.</param>
    /// <param name="model">Prepares their names.</param>
    /// <param name="output">Must be able to seek.</param>
    /// <param name="identity">What the index is made from.</param>
    /// <param name="keepsEntries">Whether the entries are written too; otherwise the caller keeps them.</param>
    /// <returns>The prepared entries; empty when they are written.</returns>
    public static List<ListedParty> Write(IEnumerable<ListEntry> entries, ScoringModel model, Stream output, string identity, bool keepsEntries)
    {
        var writer = new IndexSections.Writer(output, identity, MostSections);
        var forms = model.NewForms();
        NameIndexBuilder people = new(model, true), others = new(model, false);
        var parties = new PartyTable();
        var groups = new EntryGroups();
        var kept = new List<ListedParty>();
        var entryLines = new EntryLines(writer, keepsEntries);
        foreach (var entry in entries)
        {
            var party = ListedParty.From(entry, entry.Schema == EntrySchema.Person, forms);
            var names = party.IsPerson ? people : others;
            for (var place = 0; place < party.Names.Length; place++)
                names.Add(parties.Count, place, party.Names[place]);
            parties.Add(entry, party.BirthDates);
            groups.Add(entry);
            entryLines.Add(entry);
            if (!keepsEntries)
                kept.Add(party);
        }
        entryLines.Write();
        parties.Write(writer, groups.Leaders());
        people.Write(writer);
        others.Write(writer);
        writer.Finish();
        return kept;
    }

    /// <summary>Writes an index of subjects, which is asked with names of entries; the subjects are not in it.</summary>
    /// <returns>The subjects, in their order.</returns>
    public static List<ListEntry> WriteSubjects(IEnumerable<ListEntry> subjects, ScoringModel model, Stream output)
    {
        var writer = new IndexSections.Writer(output, "subjects", MostSections);
        var forms = model.NewForms();
        NameIndexBuilder people = new(model, true, ofSubjects: true), others = new(model, false, ofSubjects: true);
        var parties = new PartyTable();
        var kept = new List<ListEntry>();
        foreach (var subject in subjects)
        {
            var asked = new AskedParty(Subject.From(subject), forms);
            foreach (var asPerson in (bool[])[true, false])
            {
                if (!Enum.GetValues<EntrySchema>().Any(s => s == EntrySchema.Person == asPerson && Schemas.Meet(subject.Schema, s)))
                    continue;
                var names = asked.Names(asPerson);
                for (var place = 0; place < names.Length; place++)
                    (asPerson ? people : others).Add(parties.Count, place, names[place]);
            }
            parties.Add(subject, asked.Subject.BirthDates);
            kept.Add(subject);
        }
        parties.Write(writer, []);
        people.Write(writer);
        others.Write(writer);
        writer.Finish();
        return kept;
    }

    /// <summary>The entries as lines of Marsad's own format, and where each begins.</summary>
    private sealed class EntryLines
    {
        private readonly IndexSections.Writer? _writer;
        private readonly NkWriter _lines = new(Stream.Null);
        private readonly List<long> _offsets = [0];

        public EntryLines(IndexSections.Writer writer, bool isKept)
        {
            _writer = isKept ? writer : null;
            _writer?.Begin();
        }

        public void Add(ListEntry entry)
        {
            if (_writer is null)
                return;
            var line = _lines.Write(entry);
            _writer.Append(line);
            _offsets.Add(_offsets[^1] + line.Length);
        }

        public void Write()
        {
            if (_writer is null)
                return;
            _writer.End(SectionId.Entries, true, 1);
            _writer.Write<long>(SectionId.EntryOffsets, true, CollectionsMarshal.AsSpan(_offsets));
        }
    }

    private sealed class PartyTable
    {
        private readonly List<PartyRecord> _records = [];
        private readonly List<DateRecord> _dates = [];
        private readonly List<string> _lists = [];
        private readonly List<KeyRecord> _keys = [];

        public int Count => _records.Count;

        public void Add(ListEntry entry, ImmutableArray<PartialDate> birthDates)
        {
            var list = ListedParties.ListOf(entry.Id);
            if (_lists.IndexOf(list) is var place && place < 0)
            {
                place = _lists.Count;
                _lists.Add(list);
            }
            _keys.Add(new KeyRecord(ListedParties.IdKey(entry.Id), Count));
            foreach (var identifier in entry.Identifiers.Where(IdentifierEvidence.Identifies))
                _keys.Add(new KeyRecord(ListedParties.IdentifierKey(identifier), Count));
            foreach (var key in EntryGroups.Keys(entry))
                _keys.Add(new KeyRecord(ListedParties.GroupKey(key), Count));
            _records.Add(new PartyRecord((int)entry.Schema, place, -1, _dates.Count));
            foreach (var date in birthDates)
                _dates.Add(DateRecord.Of(date));
        }

        public void Write(IndexSections.Writer writer, int[] leaders)
        {
            for (var i = 0; i < leaders.Length; i++)
                _records[i] = _records[i] with { Group = leaders[i] };
            _keys.Sort();
            int[] schemas = [.. _records.Select(r => r.Schema).Distinct().Order()];
            _records.Add(new PartyRecord(0, 0, -1, _dates.Count));
            writer.Write<PartyRecord>(SectionId.Parties, true, CollectionsMarshal.AsSpan(_records));
            writer.Write<byte>(SectionId.Lists, true, Encoding.UTF8.GetBytes(string.Join('\n', _lists)));
            writer.Write<DateRecord>(SectionId.Dates, true, CollectionsMarshal.AsSpan(_dates));
            writer.Write<int>(SectionId.Schemas, true, schemas);
            writer.Write<KeyRecord>(SectionId.PartyKeys, true, CollectionsMarshal.AsSpan(_keys));
        }
    }
}
