using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Scanning;

/// <summary>Finds every run of tokens that is written, or sounds, like an alias; choosing among them comes later.</summary>
/// <remarks>
/// 1. Each distinct word of the text is keyed once: its numbers as written and with clitics taken off, and its skeletons. 2. From
/// every token both tries are walked along all keys. Hyphens, quotation marks and full stops may stand between the words of
/// a name, particles may be left out or added between consonants. Linear in the text: a walk ends with the longest alias.
/// </remarks>
internal sealed class Scanner(AliasIndex index)
{
    private const int LongestWalk = 14;

    private readonly record struct WordKey(int Number, int Cut);

    private readonly record struct SoundKey(int[] Numbers, int Cut);

    private sealed record Keys(WordKey[] Words, SoundKey[] Sounds, bool IsParticle);

    /// <summary>The candidates of a text, in order of their first token.</summary>
    public List<Candidate> Scan(ArticleTokens text)
    {
        var keys = new Dictionary<string, Keys>(StringComparer.Ordinal);
        var found = new List<Candidate>();
        var seen = new HashSet<(int, int, int)>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsWord)
                continue;
            var first = KeysOf(text[i], keys);
            foreach (var key in first.Words)
                Walk(text, index.Written, false, i, i + 1, index.Written.Next(TokenTrie.Root, key.Number), key.Cut, keys, found, seen);
            foreach (var key in first.Sounds)
                Walk(text, index.Sounded, true, i, i + 1, Next(index.Sounded, TokenTrie.Root, key.Numbers), key.Cut, keys, found, seen);
        }
        return found;
    }

    private void Walk(
        ArticleTokens text, TokenTrie trie, bool bySound, int start, int at, int node, int cut, Dictionary<string, Keys> keys, List<Candidate> found,
        HashSet<(int, int, int)> seen)
    {
        if (node < 0)
            return;
        if (trie.EndsAt(node) is { } ends)
        {
            foreach (var alias in ends)
            {
                if (seen.Add((start, at, alias)))
                    found.Add(new Candidate(new TokenRange(start, at), cut, index[alias], bySound));
            }
        }
        var next = Continue(text, at);
        if (next < 0 || next - start > LongestWalk)
            return;
        var follow = KeysOf(text[next], keys);
        if (bySound)
        {
            foreach (var key in follow.Sounds)
            {
                if (key.Cut == 0)
                    Walk(text, trie, true, start, next + 1, Next(trie, node, key.Numbers), cut, keys, found, seen);
            }
            if (follow.IsParticle)
                Pass(text, trie, start, next + 1, node, cut, keys, found, seen);
            return;
        }
        foreach (var key in follow.Words)
        {
            if (key.Cut == 0 || text[next].Form[0] == 'و')
                Walk(text, trie, false, start, next + 1, trie.Next(node, key.Number), cut, keys, found, seen);
        }
    }

    // A particle is passed over without ending an alias behind it.
    private void Pass(
        ArticleTokens text, TokenTrie trie, int start, int at, int node, int cut, Dictionary<string, Keys> keys, List<Candidate> found, HashSet<(int, int, int)> seen)
    {
        var next = Continue(text, at);
        if (next < 0 || next - start > LongestWalk)
            return;
        var follow = KeysOf(text[next], keys);
        foreach (var key in follow.Sounds)
        {
            if (key.Cut == 0)
                Walk(text, trie, true, start, next + 1, Next(trie, node, key.Numbers), cut, keys, found, seen);
        }
        if (follow.IsParticle)
            Pass(text, trie, start, next + 1, node, cut, keys, found, seen);
    }

    private static int Next(TokenTrie trie, int node, int[] numbers)
    {
        foreach (var number in numbers)
        {
            if (node < 0)
                return -1;
            node = trie.Next(node, number);
        }
        return node;
    }

    // The next word of a name: marks that may stand inside one are passed, a comma or a line end is not.
    private static int Continue(ArticleTokens text, int at)
    {
        for (var passed = 0; at < text.Count && passed < 2; at++, passed++)
        {
            if (text[at].Kind is TokenKind.Word or TokenKind.Number)
                return at;
            if (text[at].Kind != TokenKind.Mark || text[at].Form[0] is not ('-' or '–' or '—' or '‑' or '"' or '«' or '»' or '“' or '”' or '.' or '\'' or '’' or '\u200C'))
                return -1;
            // A full stop is part of a name behind an initial only.
            if (text[at].Form[0] == '.' && (at == 0 || text[at - 1].Form.Length > 2))
                return -1;
        }
        return at < text.Count && text[at].Kind is TokenKind.Word or TokenKind.Number ? at : -1;
    }

    private Keys KeysOf(Token token, Dictionary<string, Keys> known)
    {
        if (known.TryGetValue(token.Form, out var keys))
            return keys;
        keys = Build(token);
        known[token.Form] = keys;
        return keys;
    }

    private Keys Build(Token token)
    {
        var words = new List<WordKey>(4);
        var sounds = new List<SoundKey>(4);
        var isParticle = Skeleton.IsParticle(token.Form);
        var stems = new List<Stem>(8);
        Stems.Of(token.Form, token.Script, Clitics.All, stems);
        foreach (var stem in stems)
        {
            AddWord(AliasIndex.Key(stem.Form, token.Script), stem.Cut, words);
            if (!isParticle && token.Kind == TokenKind.Word)
                AddSounds(stem.Form, stem.Cut, token.Script, sounds);
        }
        if (token.Script == Script.Cyrillic)
        {
            if (RussianStems.OfPlural(token.Form) is { } plural)
                AddWord(plural, 0, words);
            foreach (var form in RussianStems.Nominatives(token.Form).Distinct())
                AddSounds(form, 0, token.Script, sounds);
            // A name of Latin letters is written letter by letter: Газпромбанк is gazprombank.
            foreach (var reading in RussianStems.Nominatives(token.Form).Distinct().SelectMany(form => Transliterator.Read(form)))
                AddWord(reading.Latin, 0, words);
        }
        if (token.Form is "ابي" or "ابا")
            AddWord("ابو", 0, words);
        return new Keys([.. words], [.. sounds], isParticle);
    }

    private void AddWord(string form, int cut, List<WordKey> words)
    {
        if (index.Word(form) is var number and >= 0 && !words.Exists(w => w.Number == number))
            words.Add(new WordKey(number, cut));
    }

    private void AddSounds(string form, int cut, Script script, List<SoundKey> sounds)
    {
        foreach (var pieces in Skeleton.Of(form, script))
        {
            var numbers = Array.ConvertAll(pieces, index.Sound);
            if (!numbers.Contains(-1) && !sounds.Exists(s => s.Numbers.SequenceEqual(numbers)))
                sounds.Add(new SoundKey(numbers, cut));
        }
    }
}
