using Marsad.Engine.Matching.Index;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The names of one kind (of people, or of all others) of a watchlist, by the words in them.</summary>
/// <remarks>
/// <para>For a subject's name it gives every listed name whose weight can reach what is needed, each with an upper bound of that
/// weight. The bound is the sum of the best pair of each of the subject's words, as if several could take one listed word; all else
/// that weighing a name does can only lower the sum, except what <see cref="Start"/> and <see cref="Finish"/> add.</para>
/// <para>1. Each word finds the terms it may be paired with, and what the pair brings; what was found is remembered. 2. Words that
/// cannot reach what is needed among themselves are left for later: a name must hold one of the others. 3. The names that hold one
/// are credited. 4. Only for names that can still reach what is needed, the words left for later are looked up.</para>
/// </remarks>
internal sealed class NameIndex
{
    // Words of the subject's name have a bit each; words written as one follow.
    private const int FirstJoined = 32;

    private readonly ScoringModel _model;
    private readonly bool _ofPeople;
    private readonly bool _ofSubjects;
    private readonly Section<NameRecord> _names;
    private readonly Section<int> _nameTerms;
    private readonly Section<TermRecord> _terms;
    private readonly Section<int> _postings;
    private readonly Vocabulary _vocabulary;
    private readonly Recent<Credits> _credits = new(1 << 16);
    private double _leastAlone = double.NaN;

    /// <summary>Opens the names of one kind.</summary>
    /// <param name="model">Weighs names.</param>
    /// <param name="ofPeople">Which kind.</param>
    /// <param name="sections">The index.</param>
    /// <param name="ofSubjects">Whether it holds subjects and is asked with entries; otherwise it is the other way round.</param>
    public NameIndex(ScoringModel model, bool ofPeople, IndexSections sections, bool ofSubjects = false)
    {
        (_model, _ofPeople, _ofSubjects) = (model, ofPeople, ofSubjects);
        _names = sections.Of<NameRecord>(SectionId.Names, ofPeople);
        _nameTerms = sections.Of<int>(SectionId.NameTerms, ofPeople);
        _terms = sections.Of<TermRecord>(SectionId.Terms, ofPeople);
        _postings = sections.Of<int>(SectionId.Postings, ofPeople);
        _vocabulary = new Vocabulary(model, ofPeople, sections, ofSubjects);
    }

    /// <summary>How many names it holds.</summary>
    public int Count => _names.Count - 1;

    /// <summary>A name.</summary>
    public ref readonly NameRecord this[int name] => ref _names.Span[name];

    /// <summary>Finds the names that can reach what is needed.</summary>
    /// <param name="query">The subject's name.</param>
    /// <param name="place">Which of the subject's names it is.</param>
    /// <param name="needed">The bits that the names must reach.</param>
    /// <param name="scratch">Takes the pairs of names that can reach them.</param>
    /// <returns>False when every name can: then none is given.</returns>
    public bool Find(NameForm query, int place, double needed, Scratch scratch)
    {
        var start = Start(query, scratch.Parts, out var whole, out var telling, out var spared);
        if (start + whole >= needed)
            return false;
        scratch.Bounds.Clear();
        // 2. What is held by many names comes first: those words are left for later.
        scratch.Parts.Sort((a, b) => b.List.Postings.CompareTo(a.List.Postings));
        var later = 0;
        for (var most = start + whole; later < scratch.Parts.Count && (most += scratch.Parts[later].MostGain) < needed;)
            later++;
        // 3.
        for (var i = later; i < scratch.Parts.Count; i++)
            Credit(scratch.Parts[i], scratch.Bounds);
        double mostLater = 0;
        for (var i = 0; i < later; i++)
            mostLater += scratch.Parts[i].Most;
        var bound = new Finishing(query, place, needed, start, whole, telling, mostLater, spared);
        for (var i = 0; i < scratch.Bounds.Count; i++)
            Finish(bound, scratch.Bounds.At(i), later, scratch);
        return true;
    }

    private readonly record struct Finishing(NameForm Query, int Place, double Needed, double Start, double Whole, ulong Telling, double MostLater, double Spared);

    /// <summary>The most a name weighs none of whose words is met, what its own words cost left aside; and the parts of the subject's name.</summary>
    private double Start(NameForm query, List<AskedPart> parts, out double whole, out ulong telling, out double spared)
    {
        spared = 0;
        parts.Clear();
        telling = 0;
        whole = _model.Weights.WholeNameAgrees;
        var start = query.Numbers.IsEmpty ? 0 : _model.Weights.NumberMatched;
        for (var i = 0; i < query.Words.Length; i++)
        {
            var word = query.Words[i];
            var alone = Alone(word);
            start += alone;
            // An initial may be paired with any word that begins like it.
            if (word.Role == PartRole.Initial)
            {
                start += Math.Max(_model.Weights.InitialMatched - alone, 0);
                spared -= LeastAlone();
                continue;
            }
            if (NameEvidence.IsTelling(word))
                telling |= 1UL << i;
            // 1.
            var credits = CreditsOf(word);
            Add(credits.Plain, -alone, i);
            Add(credits.Joined, -alone, i);
        }
        for (var i = 0; i < query.Joined.Length; i++)
        {
            var joined = query.Joined[i];
            Add(CreditsOf(joined.Word).Plain,
                -Alone(query.Words[joined.First]) - Alone(query.Words[joined.First + 1]), FirstJoined + i % (64 - FirstJoined));
        }
        return start;

        void Add(CreditList list, double alone, int bit)
        {
            if (list.Terms.Length > 0)
                parts.Add(new AskedPart(list, (float)alone, bit));
        }
    }

    private double Alone(NameWord word) => _ofSubjects ? _model.Names.ListedAlone(word, _ofPeople) : _model.Names.QueryAlone(word, _ofPeople);

    private void Credit(AskedPart part, Bounds bounds)
    {
        bounds.NextPart();
        ReadOnlySpan<TermRecord> terms = _terms.Span;
        ReadOnlySpan<int> postings = _postings.Span;
        for (var i = 0; i < part.List.Terms.Length; i++)
        {
            var value = part.List.Values[i] + part.Alone;
            if (!(value > 0))
                continue;
            var term = part.List.Terms[i];
            foreach (var name in postings[terms[term].FirstPosting..terms[term + 1].FirstPosting])
                bounds.Credit(name, value, 1UL << part.Bit);
        }
    }

    // 4. The bound of a name, which becomes a pair of names if it suffices.
    private void Finish(in Finishing finishing, in Bounds.Cell cell, int later, Scratch scratch)
    {
        var name = cell.Key - 1;
        if (finishing.Start + cell.Sum + finishing.MostLater + finishing.Whole < finishing.Needed)
            return;
        ref readonly var record = ref _names.Span[name];
        // The words that initials are paired with cost nothing alone, but no more is spared than the name's words cost.
        var bound = finishing.Start + Math.Min(record.Alone + finishing.Spared, 0) + cell.Sum;
        var words = cell.Words;
        if (!finishing.Query.Numbers.IsEmpty && (record.Flags & NameFlags.HasNumbers) == 0)
            bound -= _model.Weights.NumberMatched;
        if (bound + finishing.MostLater + finishing.Whole < finishing.Needed)
            return;
        if (later > 0)
        {
            var terms = _nameTerms.Span[record.FirstTerm.._names.Span[name + 1].FirstTerm];
            for (var i = 0; i < later; i++)
            {
                var best = Best(scratch.Parts[i], terms);
                bound += best;
                words |= best > 0 ? 1UL << scratch.Parts[i].Bit : 0;
            }
        }
        // Names that agree as a whole weigh more; each telling word must be met, by itself or written together with its neighbor.
        if ((words & finishing.Telling) == finishing.Telling || words >> FirstJoined != 0)
            bound += finishing.Whole;
        if (bound >= finishing.Needed)
            scratch.Pairs.Add(new NamePair(record.Party, finishing.Place, record.Place, bound));
    }

    // What the dearest of all listed words costs alone.
    private double LeastAlone()
    {
        if (double.IsNaN(_leastAlone))
        {
            double least = 0;
            foreach (ref readonly var term in _terms.Span)
                least = Math.Min(least, term.IsJoined ? 0 : term.Alone);
            _leastAlone = least;
        }
        return _leastAlone;
    }

    private static float Best(AskedPart part, ReadOnlySpan<int> terms)
    {
        var best = 0f;
        foreach (var term in terms)
            best = Math.Max(best, part.List.ValueOf(term) is { } value ? value + part.Alone : 0);
        return best;
    }

    private Credits CreditsOf(NameWord word)
    {
        var hash = HashCode.Combine(word.Token.Key, word.Role);
        foreach (var known in _credits.At(hash))
        {
            if (known is not null && known.Word.Role == word.Role && (ReferenceEquals(known.Word.Token, word.Token) || known.Word.Token.Key == word.Token.Key))
                return known;
        }
        var credits = _vocabulary.CreditsOf(word, _terms.Span);
        _credits.Add(hash, credits);
        return credits;
    }
}

/// <summary>A name of a subject and a name of a party that may reach what is needed.</summary>
/// <param name="Party">The party.</param>
/// <param name="Query">The place of the subject's name.</param>
/// <param name="Listed">The place of the party's name.</param>
/// <param name="Bound">The most they can weigh.</param>
internal readonly record struct NamePair(int Party, int Query, int Listed, double Bound);

/// <summary>The working memory of one screening, used again by the next one on the same thread.</summary>
internal sealed class Scratch
{
    /// <summary>The bounds of names.</summary>
    public Bounds Bounds { get; } = new();

    /// <summary>The parts of the subject's name.</summary>
    public List<AskedPart> Parts { get; } = [];

    /// <summary>The pairs of names that may reach what is needed.</summary>
    public List<NamePair> Pairs { get; } = [];
}
