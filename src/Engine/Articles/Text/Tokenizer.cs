using System.Runtime.InteropServices;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>Cuts a text into tokens in one pass; the text itself is never rewritten.</summary>
/// <remarks>
/// Letters and digits never share a token ("و٤٠٢" is two), spaces are no token, every other character is a mark of its own. An
/// apostrophe inside a Latin word is nothing (Shari'a is sharia), and the possessive ending behind it belongs to no token.
/// Equal words share one string, so that forms can be kept and compared cheaply.
/// </remarks>
internal sealed class Tokenizer
{
    private readonly Dictionary<ulong, string> _forms = [];
    private readonly char[] _letters = new char[LongestWord];

    /// <summary>Of a longer run of letters the first are read; it stays one token.</summary>
    private const int LongestWord = 128;

    /// <summary>The tokens of a text, in order.</summary>
    public Token[] Tokenize(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (LetterFolds.Of(c) is LetterFolds.Break or LetterFolds.Dropped)
            {
                if (c is '\n' or '\r')
                {
                    var end = at + (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
                    tokens.Add(new Token(at, end, TokenKind.LineEnd, false, false, Script.None, "\n"));
                    at = end;
                    continue;
                }
                if (!char.IsWhiteSpace(c) && !char.IsControl(c) && LetterFolds.Of(c) != LetterFolds.Dropped && c != '\u200C')
                    tokens.Add(new Token(at, at + 1, TokenKind.Mark, false, false, Script.None, Mark(c)));
                at++;
                continue;
            }
            at = Run(text, at, tokens);
        }
        return [.. tokens];
    }

    private int Run(ReadOnlySpan<char> text, int start, List<Token> tokens)
    {
        var first = LetterFolds.Of(text[start]);
        var isNumber = char.IsAsciiDigit(first);
        var count = 0;
        var hash = 14695981039346656037UL;
        var at = start;
        var capitals = 0;
        for (; at < text.Length; at++)
        {
            var folded = LetterFolds.Of(text[at]);
            if (folded == LetterFolds.Break)
            {
                if (!IsInnerApostrophe(text, at))
                    break;
                if (IsPossessive(text, at))
                {
                    Add(text, start, at, count, hash, capitals, isNumber, tokens);
                    return at + 2;
                }
                continue;
            }
            if (folded == LetterFolds.Dropped)
                continue;
            if (char.IsAsciiDigit(folded) != isNumber)
                break;
            if (count < LongestWord)
            {
                _letters[count++] = folded;
                hash = unchecked((hash ^ folded) * 1099511628211UL);
                capitals += char.IsUpper(text[at]) ? 1 : 0;
            }
        }
        Add(text, start, at, count, hash, capitals, isNumber, tokens);
        return at;
    }

    private void Add(ReadOnlySpan<char> text, int start, int end, int count, ulong hash, int capitals, bool isNumber, List<Token> tokens)
    {
        ref var form = ref CollectionsMarshal.GetValueRefOrAddDefault(_forms, hash, out _);
        var letters = _letters.AsSpan(0, count);
        if (form is null || !letters.SequenceEqual(form))
            form = new string(letters);
        tokens.Add(new Token(
            start, end, isNumber ? TokenKind.Number : TokenKind.Word, char.IsUpper(text[start]), capitals == count && count > 1,
            isNumber ? Script.None : ScriptRanges.Of(text[start]), form));
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '’' or '‘' or '`' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at + 1])
        && ScriptRanges.Of(text[at - 1]) is Script.Latin && ScriptRanges.Of(text[at + 1]) is Script.Latin;

    private static bool IsPossessive(ReadOnlySpan<char> text, int at) =>
        text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(i => ((char)i).ToString())];

    private static string Mark(char c) => c < 128 ? Ascii[c] : string.Intern(c.ToString());
}
