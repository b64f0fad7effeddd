using System.Runtime.InteropServices;
using Marsad.Engine.Matching.Index;
using Marsad.Engine.Names;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>Gathers the names of one kind (of people, or of all others) and writes them as sections of an index.</summary>
/// <param name="model">Prepares and weighs names.</param>
/// <param name="ofPeople">Whether they are names of people.</param>
/// <param name="ofSubjects">Whether they are names of subjects, which are asked for with names of entries.</param>
internal sealed class NameIndexBuilder(ScoringModel model, bool ofPeople, bool ofSubjects = false)
{
    private readonly Dictionary<Token, int> _tokenIds = new(ReferenceEqualityComparer.Instance);
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<(int Token, int Role, float Alone), int> _termIds = [];
    private readonly List<TermRecord> _terms = [];
    private readonly List<NameRecord> _names = [];
    private readonly List<int> _nameTerms = [];

    /// <summary>Adds a name.</summary>
    /// <param name="party">Whose it is.</param>
    /// <param name="place">Which of the party's names it is.</param>
    /// <param name="form">The name, its tokens being those of one memory.</param>
    public void Add(int party, int place, NameForm form)
    {
        var first = _nameTerms.Count;
        double alone = 0;
        foreach (var word in form.Words)
        {
            var bits = Alone(word);
            alone += bits;
            AddTerm(word, bits, first);
        }
        foreach (var joined in form.Joined)
            AddTerm(joined.Word, Alone(form.Words[joined.First]) + Alone(form.Words[joined.First + 1]), first);
        _names.Add(new NameRecord(party, place, first, (float)alone, form.Numbers.IsEmpty ? NameFlags.None : NameFlags.HasNumbers));
    }

    private double Alone(NameWord word) => ofSubjects ? model.Names.QueryAlone(word, ofPeople) : model.Names.ListedAlone(word, ofPeople);

    private void AddTerm(NameWord word, double alone, int firstOfName)
    {
        if (!_tokenIds.TryGetValue(word.Token, out var token))
        {
            _tokenIds[word.Token] = token = _tokens.Count;
            _tokens.Add(word.Token);
        }
        var key = (token, (int)word.Role | (word.Token.IsJoined ? TermRecord.Joined : 0), (float)alone);
        if (!_termIds.TryGetValue(key, out var term))
        {
            _termIds[key] = term = _terms.Count;
            _terms.Add(new TermRecord(token, key.Item2, key.Item3, 0));
        }
        if (!CollectionsMarshal.AsSpan(_nameTerms)[firstOfName..].Contains(term))
            _nameTerms.Add(term);
    }

    /// <summary>Writes the sections.</summary>
    public void Write(IndexSections.Writer writer)
    {
        var (placeOf, firstOf) = SortTerms();
        var nameTerms = CollectionsMarshal.AsSpan(_nameTerms);
        foreach (ref var term in nameTerms)
            term = placeOf[term];
        _names.Add(new NameRecord(-1, 0, _nameTerms.Count, 0, NameFlags.None));
        writer.Write<NameRecord>(SectionId.Names, ofPeople, CollectionsMarshal.AsSpan(_names));
        writer.Write<int>(SectionId.NameTerms, ofPeople, nameTerms);
        WritePostings(writer, placeOf);
        WriteTokens(writer, firstOf);
        WriteKeys(writer, placeOf);
        SpellingTrees.Write(writer, ofPeople, _tokens, model);
    }

    // Terms of one word stand together.
    private (int[] PlaceOf, int[] FirstOf) SortTerms()
    {
        var firstOf = new int[_tokens.Count + 1];
        foreach (var term in _terms)
            firstOf[term.Token + 1]++;
        for (var token = 0; token < _tokens.Count; token++)
            firstOf[token + 1] += firstOf[token];
        var next = firstOf.AsSpan(0, _tokens.Count).ToArray();
        return ([.. _terms.Select(t => next[t.Token]++)], firstOf);
    }

    private void WritePostings(IndexSections.Writer writer, int[] placeOf)
    {
        var first = new int[_terms.Count + 1];
        foreach (var term in _nameTerms)
            first[term + 1]++;
        for (var term = 0; term < _terms.Count; term++)
            first[term + 1] += first[term];
        var postings = new int[first[^1]];
        var next = first[..^1].ToArray();
        for (var name = 0; name + 1 < _names.Count; name++)
        {
            for (var i = _names[name].FirstTerm; i < _names[name + 1].FirstTerm; i++)
                postings[next[_nameTerms[i]]++] = name;
        }
        var sorted = new TermRecord[_terms.Count + 1];
        for (var term = 0; term < _terms.Count; term++)
            sorted[placeOf[term]] = _terms[term] with { FirstPosting = first[placeOf[term]] };
        sorted[^1] = new TermRecord(_tokens.Count, 0, 0, postings.Length);
        writer.Write<TermRecord>(SectionId.Terms, ofPeople, sorted);
        writer.Write<int>(SectionId.Postings, ofPeople, postings);
    }

    private void WriteTokens(IndexSections.Writer writer, int[] firstOf)
    {
        var records = new TokenRecord[_tokens.Count + 1];
        using var texts = new MemoryStream();
        for (var id = 0; id < _tokens.Count; id++)
        {
            records[id] = new TokenRecord(firstOf[id], checked((int)texts.Length));
            TokenTexts.Write(texts, _tokens[id]);
        }
        records[^1] = new TokenRecord(firstOf[^1], checked((int)texts.Length));
        writer.Write<TokenRecord>(SectionId.Tokens, ofPeople, records);
        writer.Write<byte>(SectionId.TokenTexts, ofPeople, texts.GetBuffer().AsSpan(0, (int)texts.Length));
    }

    private void WriteKeys(IndexSections.Writer writer, int[] placeOf)
    {
        var keys = new List<KeyRecord>();
        for (var id = 0; id < _tokens.Count; id++)
            keys.AddRange(TokenTexts.KeysOf(_tokens[id]).Select(key => new KeyRecord(key, id)));
        for (var term = 0; term < _terms.Count; term++)
        {
            if (_terms[term].Role != PartRole.Initial)
                continue;
            foreach (var letter in _tokens[_terms[term].Token].Spellings.Where(s => s.Length > 0).Select(s => s.Steps[0].Letter).Distinct())
                keys.Add(new KeyRecord(TokenTexts.InitialKey(letter), placeOf[term]));
        }
        keys.Sort();
        writer.Write<KeyRecord>(SectionId.TokenKeys, ofPeople, CollectionsMarshal.AsSpan(keys));
    }
}
