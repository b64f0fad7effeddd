using System.Text.RegularExpressions;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Un;

/// <summary>A name found in an alias field.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">What the text around it calls it; null where only the field's QUALITY says so.</param>
internal readonly record struct UnAliasName(string Text, NameKind? Kind);

/// <summary>Takes the text of a name field apart, which may hold several names, other scripts, short forms and notes.</summary>
/// <remarks>
/// <para>Parted are: names between semicolons or lettered <c>b)</c>; names in two scripts, one in brackets or just after the
/// other (<c>Abu Jihad (أبو جهاد)</c>); short forms in brackets (<c>Example Front (EF)</c>: the printed name, the name without
/// it, and EF as a weak alias). Taken off are quotation marks around a whole name, "formerly listed as" (a former name), "birth
/// name" (a maiden name) and what starts with "born" and holds a year.</para>
/// <para>What is taken off and is no name comes back in <see cref="Notes"/>, so nothing printed is lost.</para>
/// </remarks>
internal sealed partial class UnAliasText
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase) { "Tigrinya", "Arabic", "Russian", "Persian", "Korean", "Amharic", "Pashto", "Dari", "Urdu" };

    // The UN's longest has 700 characters. What is longer is one name, which the draft reports and cuts.
    private const int Longest = 2000;

    private readonly bool _isPerson;
    private readonly List<UnAliasName> _names = [];
    private readonly List<string> _notes = [];

    public UnAliasText(string text, bool isPerson)
    {
        _isPerson = isPerson;
        var clean = ListText.OneSpaced(text)?.TrimStart(')', ';', ' ').TrimEnd(',', ' ') ?? "";
        if (clean.Length > Longest)
            _names.Add(new(clean, null));
        foreach (var item in clean.Length > Longest ? [] : Items(Lettered().Replace(clean, "; "), ';', '؛'))
            TakeItem(item);
    }

    /// <summary>The names in printed order.</summary>
    public IReadOnlyList<UnAliasName> Names => _names;

    /// <summary>What was taken off the names.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Whether a text has letters of a script other than Latin, and of Latin.</summary>
    public static (bool HasLatin, bool HasOther) Scripts(string text) => (text.Any(IsLatin), text.Any(IsOther));

    /// <summary>The parts between separators that stand outside brackets.</summary>
    public static IEnumerable<string> Items(string text, params char[] separators)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (depth == 0 && separators.Contains(text[i])))
            {
                if (text[start..i].Trim() is { Length: > 0 } item)
                    yield return item;
                start = i + 1;
            }
            else
                depth = text[i] == '(' ? depth + 1 : text[i] == ')' ? Math.Max(0, depth - 1) : depth;
        }
    }

    private void TakeItem(string item)
    {
        NameKind? kind = FormerlyListed().IsMatch(item) ? NameKind.Former : item.Contains("(birth name)", StringComparison.OrdinalIgnoreCase) ? NameKind.Maiden : null;
        var name = item;
        if (Born().Match(item) is { Success: true, Index: > 0 } born)
        {
            _notes.Add(item);
            name = item[..born.Index];
        }
        while (TakeBracket(ref name, kind))
        {
        }
        Add(name, kind);
        // Only an organization's short form stands after a spaced stroke: HARAKAT / HK.
        if (!_isPerson && name.Split(" / ") is [var full, var brief])
        {
            Add(full, kind);
            Add(brief, IsShortForm(brief) ? NameKind.WeakAlias : kind);
        }
    }

    /// <summary>Takes the brackets off the end of a name when they are no part of it; false when there is nothing left to take.</summary>
    private bool TakeBracket(ref string name, NameKind? kind)
    {
        var open = OpeningOfLastBracket(name);
        if (open <= 0)
            return false;
        var printed = name;
        var inside = name[(open + 1)..(name.EndsWith(')') ? ^1 : ^0)].Trim();
        var outside = name[..open].Trim();
        var (latinInside, otherInside) = Scripts(inside);
        if (FormerlyListed().IsMatch(inside) || inside.Equals("birth name", StringComparison.OrdinalIgnoreCase))
            name = outside;
        else if (otherInside || (latinInside && Scripts(outside) is (false, true) && !Languages.Contains(inside)))
        {
            name = outside;
            Add(name, kind);
            foreach (var other in Items(ScriptLabel().Replace(inside, ""), ';'))
                TakeItem(other);
        }
        else if (IsShortForm(inside))
        {
            Add(printed, kind);
            Add(inside, NameKind.WeakAlias);
            name = outside;
        }
        else if (_isPerson || Languages.Contains(inside))
        {
            if (inside.Any(char.IsLetterOrDigit))
                _notes.Add(printed);
            name = outside;
        }
        else
            return false;
        return true;
    }

    // The bracket that closes at the end of the text, or was never closed.
    private static int OpeningOfLastBracket(string text)
    {
        if (!text.EndsWith(')'))
            return text.LastIndexOf('(') is var last && last > 0 && text.IndexOf(')', last) < 0 ? last : -1;
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return text.IndexOf('(', StringComparison.Ordinal);
    }

    private void Add(string text, NameKind? kind)
    {
        text = text.Trim(' ', ',', '،');
        if (text.Length > 2 && text[0] is '"' or '“' or '”' && text[^1] is '"' or '”' or '“' && text.AsSpan(1, text.Length - 2).IndexOfAny('"', '“', '”') < 0)
            text = text[1..^1].Trim();
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is > 0 and var close)
            text = $"{text[1..close]} {text[(close + 1)..].Trim()}".Trim();
        foreach (var run in text.Split('،', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(OneScript))
        {
            if (run.Any(char.IsLetterOrDigit) && !_names.Exists(n => n.Text == run))
                _names.Add(new(run, kind));
        }
    }

    /// <summary>The text; or its two halves, when one script follows the other.</summary>
    private static IEnumerable<string> OneScript(string text)
    {
        if (Scripts(text) is not (true, true))
            return [text];
        var words = text.Split(' ');
        var isOther = words.Select(w => w.Any(IsOther)).ToArray();
        var turn = Array.FindIndex(isOther, o => o != isOther[0]);
        return turn > 0 && isOther[turn..].All(o => o == isOther[turn]) && !words.Any(w => w.Any(IsOther) && w.Any(IsLatin))
            ? [string.Join(' ', words[..turn]), string.Join(' ', words[turn..])]
            : [text];
    }

    // A branch in brackets, FOUNDATION (KENYA), is part of the name.
    private static bool IsShortForm(string text) =>
        ShortForm().IsMatch(text) && text is not ("NGO" or "USA" or "UK" or "LTD") && (text.Length <= 3 || Countries.CodeOf(text) is null);

    private static bool IsLatin(char c) => char.IsLetter(c) && c is < '\u0250' or (>= '\u1E00' and <= '\u1EFF');

    private static bool IsOther(char c) => char.IsLetter(c) && c >= '\u0370' && c is < '\u1E00' or > '\u1EFF';

    [GeneratedRegex(@",? born (?=.*\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Born();

    [GeneratedRegex(@"\s+[b-z]\)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"\b(previously|formerly) listed( as)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormerlyListed();

    [GeneratedRegex(@"^(original script|transliterations?):\s*|\s*\(original script\)|\s+-\s+sub-unit name$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptLabel();

    // BAL, LRM/A, ISIL-WA, JuA: one word, at least two capitals, no more than ten letters.
    [GeneratedRegex(@"^(?=.{2,10}$)(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]*([-/][A-Z][A-Za-z]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();
}
