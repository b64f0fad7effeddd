using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>The names of one kind (of people, or of all others) of a watchlist, by the words in them.</summary>
/// <remarks>
/// For a subject's name it gives every listed name whose weight can reach a bound, each with an upper bound of that weight: lossless,
/// because a pair of words weighs at most what its rarity says and everything else in a name can only lower the sum.
/// </remarks>
internal sealed class NameIndex
{
    private readonly ScoringModel _model;
    private readonly bool _asPerson;
    private readonly Vocabulary _vocabulary;
    private readonly ImmutableArray<bool> _schemas;
    private readonly int[] _partyOf;
    private readonly int[] _placeOf;
    private readonly bool[] _hasInitial;
    private readonly int[] _firstPosting;
    private readonly int[] _postings;

    /// <summary>Indexes the names of the parties of one kind.</summary>
    public NameIndex(ScoringModel model, bool asPerson, IReadOnlyList<ListedParty> parties, IReadOnlyList<int> which)
    {
        _model = model;
        _asPerson = asPerson;
        var tokens = new HashSet<Token>(ReferenceEqualityComparer.Instance);
        var names = new List<(int Party, NameForm Form)>();
        foreach (var party in which)
        {
            foreach (var form in parties[party].Names)
            {
                names.Add((party, form));
                foreach (var word in WordsOf(form))
                    tokens.Add(word.Token);
            }
        }
        _vocabulary = new Vocabulary(tokens, model.Edits, model.Pairs);
        _schemas = [.. Enum.GetValues<EntrySchema>().Select(s => which.Any(p => parties[p].Entry.Schema == s))];
        _partyOf = [.. names.Select(n => n.Party)];
        _placeOf = new int[names.Count];
        for (var i = 1; i < names.Count; i++)
            _placeOf[i] = names[i].Party == names[i - 1].Party ? _placeOf[i - 1] + 1 : 0;
        _hasInitial = [.. names.Select(n => n.Form.Words.Any(w => w.Role == PartRole.Initial))];
        (_firstPosting, _postings) = Post(names);
    }

    /// <summary>How many names it holds.</summary>
    public int Count => _partyOf.Length;

    /// <summary>How many distinct words its names have.</summary>
    public int WordCount => _vocabulary.Tokens.Length;

    /// <summary>Whether any of its parties is of a kind that a subject of some kind may be.</summary>
    public bool MayHold(EntrySchema? subject)
    {
        for (var schema = 0; schema < _schemas.Length; schema++)
        {
            if (_schemas[schema] && Schemas.Meet(subject, (EntrySchema)schema))
                return true;
        }
        return false;
    }

    /// <summary>The party a name belongs to.</summary>
    public int PartyOf(int name) => _partyOf[name];

    /// <summary>Which of its party's names a name is.</summary>
    public int PlaceOf(int name) => _placeOf[name];

    /// <summary>Finds the edit costs of a subject's words and bounds the weight of each listed name from above.</summary>
    /// <param name="query">The subject's name.</param>
    /// <param name="scratch">Receives costs and bounds.</param>
    public void Bound(NameForm query, Scratch scratch)
    {
        scratch.Begin(this);
        var start = _model.Weights.WholeNameAgrees;
        foreach (var word in query.Words)
            start += Math.Min(_model.Names.QueryAlone(word, _asPerson), 0);
        var weights = _model.Weights;
        if (!_asPerson)
            start += query.Numbers.IsEmpty ? 0 : weights.NumberMatched;
        // An initial may be paired with any word that begins like it, on either side: what that brings beyond leaving it apart.
        double Paired(NameWord word) => Math.Max(0, weights.InitialMatched - _model.Names.QueryAlone(word, _asPerson));
        start += query.Words.Where(w => w.Role == PartRole.Initial).Sum(Paired);
        scratch.Start = start;
        var initials = query.Words.Where(w => w.Role != PartRole.Particle).Sum(Paired);

        foreach (var word in query.Words)
            Credit(word, -_model.Names.QueryAlone(word, _asPerson), scratch);
        foreach (var joined in query.Joined)
        {
            var alone = -_model.Names.QueryAlone(query.Words[joined.First], _asPerson) - _model.Names.QueryAlone(query.Words[joined.First + 1], _asPerson);
            Credit(joined.Word, alone, scratch);
        }
        for (var name = 0; name < _hasInitial.Length; name++)
        {
            if (_hasInitial[name])
                scratch.Add(name, initials);
        }
    }

    // One word of the subject's name: every name that holds a word it may be is credited with the most that pair can weigh.
    private void Credit(NameWord word, double alone, Scratch scratch)
    {
        var costs = scratch.CostsOf(word.Token, _vocabulary.Tokens.Length, out var found, out var isNew);
        if (isNew)
        {
            _vocabulary.Search(word.Token, costs, found);
            if (PairWeights.MayBeTwo(word.Token))
                _vocabulary.SearchJoined(word.Token, costs, found);
        }
        scratch.NextWord();
        foreach (var id in found)
            Credit(id, _model.Pairs.OfCost(word.Token, _vocabulary.Tokens[id], costs[id]), alone, scratch);
        foreach (var id in _vocabulary.Related(word.Token))
            Credit(id, Math.Min(word.Token.Rarity, _vocabulary.Tokens[id].Rarity), alone, scratch);
    }

    private void Credit(int id, double bits, double alone, Scratch scratch)
    {
        var value = (float)(bits + alone);
        if (!(value > 0))
            return;
        for (var p = _firstPosting[id]; p < _firstPosting[id + 1]; p++)
            scratch.Credit(_postings[p], value);
    }

    private static IEnumerable<NameWord> WordsOf(NameForm form) => form.Words.Concat(form.Joined.Select(j => j.Word));

    private (int[] First, int[] Postings) Post(List<(int Party, NameForm Form)> names)
    {
        var first = new int[_vocabulary.Tokens.Length + 1];
        foreach (var (_, form) in names)
        {
            foreach (var id in WordsOf(form).Select(w => w.Token.Id).Distinct())
                first[id + 1]++;
        }
        for (var id = 0; id < _vocabulary.Tokens.Length; id++)
            first[id + 1] += first[id];
        var postings = new int[first[^1]];
        var next = first[..^1].ToArray();
        for (var name = 0; name < names.Count; name++)
        {
            foreach (var id in WordsOf(names[name].Form).Select(w => w.Token.Id).Distinct())
                postings[next[id]++] = name;
        }
        return (first, postings);
    }
}
