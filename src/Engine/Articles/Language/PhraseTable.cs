using Marsad.Engine.Articles.Text;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Articles.Language;

/// <summary>A phrase of a table, found in a text.</summary>
/// <param name="Row">The cells of the table's row.</param>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Cut">How many letters of its first token belong to the word before it (clitics).</param>
internal readonly record struct Phrase(string[] Row, TokenRange Tokens, int Cut)
{
    public string Tag => Row is { Length: > 1 } ? Row[1] : "";

    public string Cell(int column) => Row is not null && column < Row.Length ? Row[column] : "";
}

/// <summary>Words and phrases of a language with what a table says about each; finds the longest one at a token.</summary>
/// <remarks>
/// The first cell of a row holds its phrases, separated by <c>|</c>. A word that ends in <c>*</c> stands for every word that begins so.
/// A word is compared folded, so that case, vowel signs and letter variants say nothing.
/// </remarks>
internal sealed class PhraseTable
{
    private readonly Node _root = new();
    private readonly Clitics _clitics;

    public PhraseTable(IEnumerable<string[]> rows, Clitics clitics)
    {
        _clitics = clitics;
        foreach (var row in rows)
        {
            foreach (var phrase in row[0].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(phrase, row);
        }
    }

    /// <summary>Reads a table of <c>data/languages</c>; a language that has no such table has no such words.</summary>
    public static PhraseTable Read(string language, string name, Clitics clitics)
    {
        var path = $"data/languages/{language}/{name}.tsv";
        return new PhraseTable(TableFile.Paths.Contains(path) ? TableFile.Rows(path, 4) : [], clitics);
    }

    /// <summary>The longest phrase that begins at a token; null when none does.</summary>
    public Phrase? At(ArticleTokens text, int at, int end)
    {
        end = Math.Min(end, text.Count);
        if (at < 0 || at >= end || text[at].Kind is TokenKind.LineEnd)
            return null;
        var token = text[at];
        var best = Longest(_root, text, at, end, token.Form, 0);
        if (best is not null || _clitics == Clitics.None || token.Script != Transliteration.Script.Arabic)
            return best;
        var stems = new List<Stem>(8);
        Stems.Of(token.Form, token.Script, _clitics, stems);
        for (var i = 1; i < stems.Count && best is null; i++)
            best = Longest(_root, text, at, end, stems[i].Form, stems[i].Cut);
        return best;
    }

    /// <summary>The longest phrase whose first word is a token without some of its first letters; null when there is none.</summary>
    public Phrase? WithoutLetters(ArticleTokens text, int at, int end, int letters) =>
        at < text.Count && text[at].Form.Length > letters ? Longest(_root, text, at, Math.Min(end, text.Count), text[at].Form[letters..], letters) : null;

    /// <summary>All phrases in a range, the longest at each place, none inside another.</summary>
    public IEnumerable<Phrase> In(ArticleTokens text, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (At(text, i, range.End) is not { } phrase)
                continue;
            yield return phrase;
            i = phrase.Tokens.End - 1;
        }
    }

    private static Phrase? Longest(Node root, ArticleTokens text, int at, int end, string firstForm, int cut)
    {
        Phrase? best = null;
        var nodes = Next(root, firstForm);
        for (var i = at + 1; nodes.Count > 0; i++)
        {
            foreach (var node in nodes)
            {
                if (node.Row is not null)
                    best = new Phrase(node.Row, new TokenRange(at, i), cut);
            }
            if (i >= end)
                break;
            var form = text[i].Form;
            var next = new List<Node>(2);
            foreach (var node in nodes)
                next.AddRange(Next(node, form));
            nodes = next;
        }
        return best;
    }

    private static List<Node> Next(Node node, string form)
    {
        var found = new List<Node>(2);
        if (node.Prefixes is not null)
        {
            // The longest beginning says most; it comes last so that it wins.
            foreach (var (length, prefixes) in node.Prefixes)
            {
                if (form.Length >= length && prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form.AsSpan(0, length), out var next))
                    found.Add(next);
            }
        }
        if (node.Words is not null && node.Words.TryGetValue(form, out var exact))
            found.Add(exact);
        return found;
    }

    private void Add(string phrase, string[] row)
    {
        var node = _root;
        var tokens = new Tokenizer().Tokenize(phrase);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i + 1 < tokens.Length && tokens[i + 1].Is('*'))
            {
                node.Prefixes ??= [];
                var length = tokens[i].Form.Length;
                if (!node.Prefixes.TryGetValue(length, out var prefixes))
                    node.Prefixes[length] = prefixes = new Dictionary<string, Node>(StringComparer.Ordinal);
                node = GetOrAdd(prefixes, tokens[i].Form);
                i++;
                continue;
            }
            node = GetOrAdd(node.Words ??= new Dictionary<string, Node>(StringComparer.Ordinal), tokens[i].Form);
        }
        node.Row ??= row;
    }

    private static Node GetOrAdd(Dictionary<string, Node> nodes, string form)
    {
        if (!nodes.TryGetValue(form, out var node))
            nodes[form] = node = new Node();
        return node;
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Words { get; set; }

        public SortedDictionary<int, Dictionary<string, Node>>? Prefixes { get; set; }

        public string[]? Row { get; set; }
    }
}
