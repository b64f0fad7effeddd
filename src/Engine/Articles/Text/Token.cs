using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters.</summary>
    Word,
    /// <summary>Digits.</summary>
    Number,
    /// <summary>One mark of punctuation or a symbol.</summary>
    Mark,
    /// <summary>The end of a line.</summary>
    LineEnd,
}

/// <summary>A word, a row of digits or a mark, and where it stands.</summary>
/// <param name="Start">UTF-16 offset of its first unit.</param>
/// <param name="End">UTF-16 offset behind its last unit.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsUpper">Whether it begins with a capital letter.</param>
/// <param name="IsAllUpper">Whether it has no small letter, and two letters or more.</param>
/// <param name="Script">The script of its first letter.</param>
/// <param name="Form">The folded form: equal words have equal forms.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, bool IsUpper, bool IsAllUpper, Script Script, string Form)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsNumber => Kind == TokenKind.Number;

    public bool Is(char mark) => Kind == TokenKind.Mark && Form[0] == mark;
}
