using System.Collections.Concurrent;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching.Candidates;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Matching;

/// <summary>A subject that a listed entry may be, and how well the two fit.</summary>
/// <param name="Subject">The subject, with the facts it gave.</param>
/// <param name="Hit">What screening the subject would have found.</param>
public sealed record SubjectHit(ListEntry Subject, Hit Hit);

/// <summary>Subjects prepared to be asked which of them an entry may be: the list changed, and those who were screened before are looked at again.</summary>
/// <remarks>
/// The index of a watchlist the other way round. It returns the subjects that a screening of each against a list of that one entry
/// would find, with the same bits; the cost follows how many subjects the entry's names may reach, not how many there are.
/// Immutable and thread-safe.
/// </remarks>
public sealed class SubjectIndex
{
    private const double Slack = 0.01;

    private readonly ScoringModel _model;
    private readonly List<ListEntry> _subjects;
    private readonly Section<KeyRecord> _keys;
    private readonly NameIndex _asPeople;
    private readonly NameIndex _asOthers;
    private readonly ConcurrentBag<Scratch> _scratch = [];

    private SubjectIndex(ScoringModel model, List<ListEntry> subjects, IndexSections sections)
    {
        (_model, _subjects) = (model, subjects);
        _keys = sections.Of<KeyRecord>(SectionId.PartyKeys);
        _asPeople = new NameIndex(model, true, sections, ofSubjects: true);
        _asOthers = new NameIndex(model, false, sections, ofSubjects: true);
    }

    /// <summary>How many subjects it holds.</summary>
    public int Count => _subjects.Count;

    /// <summary>Prepares subjects, each with the facts an entry holds; see <see cref="Subject.From"/>.</summary>
    public static SubjectIndex Prepare(IEnumerable<ListEntry> subjects, ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(model);
        using var bytes = new MemoryStream();
        var kept = IndexWriter.WriteSubjects(subjects, model, bytes);
        return new SubjectIndex(model, kept, new IndexSections(IndexBytes.Of(bytes.GetBuffer().AsMemory(0, (int)bytes.Length))));
    }

    /// <summary>Finds the subjects that an entry may be, in their order.</summary>
    /// <param name="entry">The entry that is new or changed.</param>
    /// <param name="options">The policy; its lists and limit do not matter here.</param>
    public IReadOnlyList<SubjectHit> Screen(ListEntry entry, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(options);
        var listed = ListedParty.From(entry, entry.Schema == EntrySchema.Person, _model.Forms);
        var needed = _model.Screening.WeightFor(options.Threshold);
        var scratch = _scratch.TryTake(out var used) ? used : new Scratch();
        var hits = Candidates(listed, needed, scratch).Order().Select(place => Weigh(place, listed, needed, options)).OfType<SubjectHit>().ToList();
        _scratch.Add(scratch);
        return hits;
    }

    private IEnumerable<int> Candidates(ListedParty listed, double needed, Scratch scratch)
    {
        // What is known of the entry may agree with any subject.
        var neededOfNames = _model.Parties.NeededOfNames(Subject.From(listed.Entry), needed) - Slack;
        var index = listed.IsPerson ? _asPeople : _asOthers;
        scratch.Pairs.Clear();
        if (neededOfNames <= 0)
            return Enumerable.Range(0, Count);
        for (var i = 0; i < listed.Names.Length; i++)
        {
            if (!index.Find(listed.Names[i], i, neededOfNames, scratch))
                return Enumerable.Range(0, Count);
        }
        var places = scratch.Pairs.Select(p => p.Party).ToHashSet();
        foreach (var identifier in listed.Entry.Identifiers.Where(IdentifierEvidence.Identifies))
        {
            foreach (var key in KeyRecord.Find(_keys.Span, ListedParties.IdentifierKey(identifier)))
                places.Add(key.Value);
        }
        return places;
    }

    private SubjectHit? Weigh(int place, ListedParty listed, double needed, ScreeningOptions options)
    {
        var asked = new AskedParty(Subject.From(_subjects[place]), _model.Forms);
        if (!Schemas.Meet(asked.Subject.Schema, listed.Entry.Schema))
            return null;
        var names = asked.Names(listed.IsPerson);
        var best = _model.Parties.WeighNames(names, listed, _model.Pairs.CostWithin);
        var others = _model.Parties.WeighOthers(asked.Subject, listed);
        if (_model.Parties.Total(best.Weight.Bits, others) < needed)
            return null;
        // By policy a weak alias opens nothing by itself.
        if (!options.WeakAliasesOpen && best.Listed >= 0 && listed.Names[best.Listed].IsWeak
            && _model.Parties.Total(_model.Parties.WeighNames(names, listed, _model.Pairs.CostWithin, withWeak: false).Weight.Bits, others) < needed)
            return null;
        var comparison = _model.Parties.Conclude(asked, listed, best, others, _model.Screening, _model.Pairs.CostWithin, options.Explain);
        return new SubjectHit(_subjects[place], new Hit(listed.Entry, comparison, comparison.Probability >= options.Threshold, EntryGaps.Of(listed), null));
    }
}
