using System.Collections.Immutable;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>A text with its tokens, sentences and paragraphs: what every step of the reader works on.</summary>
internal sealed class ArticleTokens
{
    public ArticleTokens(string text)
    {
        Text = text;
        Tokens = new Tokenizer().Tokenize(text);
        Paragraphs = CutParagraphs();
    }

    /// <summary>The text as decoded.</summary>
    public string Text { get; }

    /// <summary>Its tokens in order.</summary>
    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    /// <summary>A token; before the first and behind the last stands nothing, so that rules may look around them freely.</summary>
    public Token this[int index] => index >= 0 && index < Tokens.Length ? Tokens[index] : Nothing;

    private Token Nothing => new(Text.Length, Text.Length, TokenKind.LineEnd, false, false, Script.None, "");

    /// <summary>Token ranges of the lines that have any token.</summary>
    public ImmutableArray<TokenRange> Paragraphs { get; }

    public string Surface(int firstToken, int endToken) =>
        endToken > firstToken ? Text[Tokens[firstToken].Start..Tokens[endToken - 1].End] : "";

    public string Form(int index) => index >= 0 && index < Tokens.Length ? Tokens[index].Form : "";

    /// <summary>The first token that ends behind an offset; the number of tokens when there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Whether two neighbors touch, without a space between them.</summary>
    public bool Touch(int left) => left >= 0 && left + 1 < Tokens.Length && Tokens[left].End == Tokens[left + 1].Start;

    private ImmutableArray<TokenRange> CutParagraphs()
    {
        var cut = ImmutableArray.CreateBuilder<TokenRange>();
        var start = 0;
        for (var i = 0; i <= Tokens.Length; i++)
        {
            if (i < Tokens.Length && Tokens[i].Kind != TokenKind.LineEnd)
                continue;
            if (i > start)
                cut.Add(new TokenRange(start, i));
            start = i + 1;
        }
        return cut.ToImmutable();
    }
}

/// <summary>A half-open range of tokens.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">Behind the last token.</param>
internal readonly record struct TokenRange(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int token) => token >= Start && token < End;

    public bool Contains(TokenRange other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TokenRange other) => other.Start < End && Start < other.End;
}
