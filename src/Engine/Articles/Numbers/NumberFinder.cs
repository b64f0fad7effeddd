using System.Globalization;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Numbers;

/// <summary>A number of a text.</summary>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Value">The number; null when it is vague ("tens of").</param>
/// <param name="Cut">Letters of the first token that belong to the word before it.</param>
/// <param name="IsFold">Whether it says how many times ("tenfold", "втрое").</param>
internal sealed record NumberExpression(TokenRange Tokens, double? Value, int Cut = 0, bool IsFold = false);

/// <summary>Reads numbers in digits, in words, and in both ("٣٥ ألفاً و٢٠٠", "7,651.8 crore", "сто сорок пять тысяч").</summary>
/// <remarks>
/// Grammar: a row of terms, each smaller in scale than the one before, joined by nothing or by the language's "and"; a term is a number
/// below a thousand, in digits or words, with its scale words. Arabic says units before tens, Russian one and a half in one word.
/// </remarks>
internal sealed class NumberFinder(ArticleTokens text, Func<int, Lexicon> lexiconAt)
{
    private const int LongestNumber = 24;

    /// <summary>The number that begins at a token; null when none does.</summary>
    public NumberExpression? At(int start, int end)
    {
        var at = start;
        double total = 0;
        double? scaleBefore = null;
        var cut = 0;
        var vague = false;
        var fold = false;
        while (at < end && at - start < LongestNumber)
        {
            var from = at;
            if (at > start && !Joins(ref from, end, at))
                break;
            if (Term(from, end, at == start, out var term) is not { } next)
                break;
            // What follows must be smaller than what was said: "two and three" are two numbers.
            if (scaleBefore is { } before && (term.Value >= before || term.Value <= 0))
                break;
            if (at == start)
                cut = term.Cut;
            total += term.Value;
            scaleBefore = term.Scale > 1 ? term.Scale : term.Value < 1 ? 0 : Smallest(term);
            vague |= term.IsVague;
            fold |= term.IsFold;
            at = next;
            if (term.IsVague || term.IsFold || scaleBefore <= 1)
                break;
        }
        return at == start ? null : new NumberExpression(new TokenRange(start, at), vague ? null : total, cut, fold);
    }

    private readonly record struct NumberTerm(double Value, double Scale, int Cut, bool IsVague, bool IsFold, bool IsDigits, string Kind);

    private static double Smallest(NumberTerm term) => term.IsDigits ? 0 : term.Kind switch { "ten" => term.Value >= 100 ? 100 : 10, "hundred" => 100, _ => 1 };

    private bool Joins(ref int at, int end, int before)
    {
        if (text[before].Kind == TokenKind.Mark)
        {
            if (text[before].Is('-') && text.Touch(before - 1) && text.Touch(before))
                at = before + 1;
            else
                return false;
        }
        else if (text[before].Form is "and" or "و" && before + 1 < end)
        {
            at = before + 1;
        }
        return at < end;
    }

    private int? Term(int at, int end, bool isFirst, out NumberTerm term)
    {
        term = default;
        if (at >= end)
            return null;
        if (text[at].IsNumber)
        {
            var next = Digits(at, end, out var value);
            var scaled = Scales(next, end, ref value, out var scale);
            term = new NumberTerm(value, scale, 0, false, false, true, "digits");
            return scaled;
        }
        return Words(at, end, isFirst, out term);
    }

    // One or more number words up to and with their scale.
    private int? Words(int at, int end, bool isFirst, out NumberTerm term)
    {
        term = default;
        if (Word(at, end, isFirst) is not { } first)
            return null;
        var (value, kind, next, cut) = first;
        if (kind is "vague" or "fold")
        {
            // Tens of thousands is still vague.
            while (kind == "vague" && Word(next, end, false) is { Kind: "scale" or "vague" } more)
                next = more.End;
            term = new NumberTerm(value, 1, cut, kind == "vague", kind == "fold", false, kind);
            return next;
        }
        if (kind is "scale" or "dual" or "fraction")
        {
            // Hundreds stand alone ("hundred people"), thousands and millions as well ("مليون").
            var scaled = value;
            var after = kind == "fraction" ? Scales(next, end, ref scaled, out _) : next;
            term = new NumberTerm(scaled, kind == "fraction" ? 1 : value >= 1000000 ? 1000000 : 1000, cut, false, false, false, kind);
            return after;
        }
        var last = kind;
        while (Word(next, end, false, allowAnd: true) is { } more && Continues(last, more.Kind, value, more.Value))
        {
            value = more.Kind == "hundred" && value is > 1 and < 100 ? value * 100 : value + more.Value;
            last = more.Kind;
            next = more.End;
        }
        var end2 = Scales(next, end, ref value, out var scale);
        term = new NumberTerm(value, scale, cut, false, false, false, scale > 1 ? "scale" : last);
        return end2;
    }

    private static bool Continues(string last, string kind, double value, double more) => (last, kind) switch
    {
        ("unit", "hundred") => value < 10,
        ("unit", "ten") => value >= 100 ? more < 100 : value < 10 && more < 100, // خمسة وعشرون
        ("unit", "unit") => value < 10 ? more == 10 : value >= 100 && more < 100, // ستة عشر
        ("ten", "unit") => more < 10 || (more < 20 && value >= 100),
        ("ten", "ten") => value >= 100 && more < 100,
        ("hundred", "unit") or ("hundred", "ten") => more < 100,
        _ => false,
    };

    private int Scales(int at, int end, ref double value, out double scale)
    {
        scale = 1;
        while (at < end && Word(at, end, false) is { Kind: "scale" or "hundred" } word && word.Value > 1)
        {
            value *= word.Value;
            scale *= word.Value;
            at = word.End;
        }
        // "тыс." and "млн." end in a full stop that ends no sentence.
        if (scale > 1 && at + 1 < end && text[at].Is('.') && text.Touch(at - 1) && text[at - 1].Form is "тыс" or "млн" or "млрд" && !text[at + 1].IsUpper)
            at++;
        return at;
    }

    private (double Value, string Kind, int End, int Cut)? Word(int at, int end, bool isFirst, bool allowAnd = false)
    {
        if (at >= end || !text[at].IsWord)
            return null;
        var numbers = lexiconAt(at).Numbers;
        if (numbers.At(text, at, end) is { } word)
            return Read(word, 0);
        var form = text[at].Form;
        if (text[at].Script == Transliteration.Script.Arabic && form.Length > 3)
        {
            // "وعشرون" continues, "بخمسة" begins.
            var letter = form[0];
            if ((letter is 'و' or 'ف' || (isFirst && letter is 'ب' or 'ل' or 'ك')) && numbers.WithoutLetters(text, at, end, 1) is { } stem)
                return Read(stem, 1);
        }
        if (allowAnd && form is "and" or "و" && at + 1 < end && numbers.At(text, at + 1, end) is { } next)
            return Read(next, 0);
        return null;
    }

    private static (double, string, int, int) Read(Phrase word, int cut) =>
        (double.Parse(word.Tag, CultureInfo.InvariantCulture), word.Cell(2), word.Tokens.End, cut);

    // 1,733,618; 7,651.8; 10,2; 2٫5; 10 000; decided by position and language.
    private int Digits(int at, int end, out double value)
    {
        var isComma = lexiconAt(at).Language is ArticleLanguage.Russian || lexiconAt(at).Language == ArticleLanguage.Arabic;
        var whole = text[at].Form;
        var next = at + 1;
        string? fraction = null;
        while (next + 1 < end && text[next].Kind == TokenKind.Mark && text[next + 1].IsNumber && text.Touch(next - 1) && text.Touch(next) && fraction is null)
        {
            var mark = text[next].Form[0];
            var digits = text[next + 1].Form;
            var groups = digits.Length == 3 && whole.Length <= 12 && whole != "0";
            if (mark is ',' or '٬' or '،' && groups && !(isComma && mark == ',' && IsDecimalComma(next, end)))
                whole += digits;
            else if (mark is '.' && groups && next + 2 < end && text[next + 2].Is('.') && next + 3 < end && text[next + 3].Form.Length == 3)
                whole += digits;
            else if (mark is '.' or ',' or '٫')
                fraction = digits;
            else
                break;
            next += 2;
        }
        // Groups of three divided by spaces.
        while (fraction is null && next < end && text[next].IsNumber && text[next].Form.Length == 3 && whole.Length is >= 1 and <= 12 && text[next - 1].Form.Length <= 3
            && text[next].Start - text[next - 1].End == 1)
        {
            whole += text[next].Form;
            next++;
        }
        var printed = fraction is null ? whole : whole + "." + fraction;
        value = printed.Length <= 18 && double.TryParse(printed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return next;
    }

    // "10,200" in Arabic groups thousands; "2,450 млн" has a decimal comma before a scale word.
    private bool IsDecimalComma(int comma, int end) =>
        lexiconAt(comma).Language == ArticleLanguage.Russian || (Word(comma + 2, end, false) is { Kind: "scale" } scale && scale.Value >= 1000000);
}
