using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Marsad.Engine.Tables;

/// <summary>Countries and territories by any of their names.</summary>
/// <remarks>
/// The names are those of <c>data/places/countries.tsv</c>: names and official forms in many languages, English words for
/// the people (Iraqi), the lists' own wordings (Korea, North), and codes. Pure and thread-safe.
/// </remarks>
public static class Countries
{
    private const int LongestCell = 500;

    private static readonly FrozenDictionary<string, string> Codes = ReadCodes();
    private static readonly FrozenDictionary<string, string> DisplayNames = TableFile.Rows("data/places/countries.tsv", 4)
        .Where(row => row[1] == "display").ToFrozenDictionary(row => row[0], row => row[3]);
    private static readonly FrozenSet<(string, string)> Successions = TableFile.Rows("data/places/successors.tsv", 3)
        .SelectMany(row => new[] { (row[0], row[1]), (row[1], row[0]) }).ToFrozenSet();

    // Words publishers put around a country that say nothing about which one it is.
    private static readonly FrozenSet<string> Qualifiers = FrozenSet.ToFrozenSet(
    [
        "citizen", "citizens", "citizenship", "national", "nationals", "nationality", "nationalities", "passport", "origin", "descent", "born", "subject",
        "ex", "former", "formerly", "possibly", "possible", "probably", "presumably", "presumed", "reportedly", "allegedly", "likely", "unconfirmed",
        "currently", "also", "region", "country", "naturalized", "naturalised", "by", "birth", "of", "holder", "dual", "ethnic", "in", "area",
        "now", "since", "as", "at", "until", "believed", "to", "be", "have", "hold", "number", "no", "card", "identity", "identification",
        "document", "id", "travel", "foreign", "diplomatic", "service", "registration", "alien", "permit", "residence", "resident", "withdrawn",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]);

    /// <summary>The lower-case ISO 3166-1 alpha-2 code of a country printed in any language or as a code; null when it is not known.</summary>
    /// <remarks>
    /// <para>Former states have the codes FollowTheMoney uses (suhh, yucs, csxx, cshh, an; East Germany is ddde), Kosovo is xk, the
    /// European Union eu. A part of a country has the country's code (Scotland gb, Crimea ua, the code us-tx us).</para>
    /// <para>Rules, the first that finds a country wins: the text as a whole is a known name; the text without notes in brackets,
    /// numbering ("1) Qatar") and qualifying words or years ("Pakistani (presumed)", "former Iraqi national", "Italian since 1990") is; all its alternatives
    /// between slashes are one country ("Belarus / Bélarus"); the last piece after a comma is ("Oran, Algeria"). A text that names
    /// two countries is null: see <see cref="CodesOf"/>. Example: "Iran (Islamic Republic of)", إيران, Иран and IRN are <c>ir</c>.</para>
    /// </remarks>
    public static string? CodeOf(string? printed)
    {
        if (string.IsNullOrWhiteSpace(printed) || printed.Length > LongestCell)
            return null;
        var bare = WithoutNotes(printed);
        return CodeOfPiece(printed) ?? SamePlaceTwice(bare) ?? LastPiece(bare);
    }

    /// <summary>The codes of all countries a cell names, in printed order and each once; empty when none is known.</summary>
    /// <remarks>Reads "French, Turkish", "1) Saudi Arabia 2) Qatar", "ru;tj", "Iraq and Syria".</remarks>
    public static ImmutableArray<string> CodesOf(string? printed)
    {
        if (CodeOf(printed) is { } only && !IsListOfCountries(printed!))
            return [only];
        if (printed is null || printed.Length > LongestCell)
            return [];
        var pieces = Pieces(printed).Select(piece => piece.Trim(' ', '(', ')', '-')).ToList();
        // Between names a small word is a word ("(1) to (6) Algeria"), between codes it is a code ("no;to").
        if (pieces.Exists(piece => piece.Length > 3))
            pieces.RemoveAll(piece => Qualifiers.Contains(piece));
        return [.. pieces.SelectMany(LongestNames).Distinct()];
    }

    // Commas stand between countries and inside their names: of "Congo, Democratic Republic of, Angola" the longest run of
    // pieces that is a known name is read first.
    private static IEnumerable<string> LongestNames(string printed)
    {
        var pieces = printed.Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < pieces.Length; start++)
        {
            for (var end = Math.Min(pieces.Length, start + 3); end > start; end--)
            {
                if (CodeOfPiece(string.Join(", ", pieces[start..end])) is { } code)
                {
                    yield return code;
                    start = end - 1;
                    break;
                }
            }
        }
    }

    private static string? CodeOfPiece(string piece) =>
        Exact(piece) ?? Exact(WithoutNotes(piece)) ?? Exact(WithoutQualifiers(WithoutNotes(piece)));

    /// <summary>The English name of a country for people to read; the code itself, in upper case, when it is not known.</summary>
    public static string Name(string code) => DisplayNames.GetValueOrDefault(code) ?? code.ToUpperInvariant();

    /// <summary>Whether two codes can be the country of one person without contradiction: the same, or a state and its successor.</summary>
    /// <remarks>suhh and ua are, yucs and rs are, sd and ss are; ru and ua, cn and tw are not. Symmetric.</remarks>
    public static bool AreCompatible(string a, string b) => a == b || Successions.Contains((a, b));

    private static string? Exact(string printed)
    {
        if (Codes.TryGetValue(PlaceName.Fold(printed), out var code))
            return code;
        // A part of a country as ISO 3166-2 and FollowTheMoney write it: us-tx, ua-cri.
        return printed.Length is >= 4 and <= 7 && printed[2] == '-' && !printed.Contains(' ', StringComparison.Ordinal)
            ? Codes.GetValueOrDefault(PlaceName.Fold(printed[..2]))
            : null;
    }

    private static string? SamePlaceTwice(string printed)
    {
        if (!printed.Contains('/', StringComparison.Ordinal))
            return null;
        var codes = printed.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Exact).Distinct().ToList();
        return codes.Count == 1 ? codes[0] : null;
    }

    private static string? LastPiece(string printed)
    {
        var pieces = printed.Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length > 1 && !IsListOfCountries(printed) ? Exact(pieces[^1]) : null;
    }

    private static bool IsListOfCountries(string printed) =>
        Exact(printed) is null && Exact(WithoutNotes(printed)) is null && Pieces(printed).SelectMany(LongestNames).Distinct().Count() > 1;

    private static IEnumerable<string> Pieces(string printed)
    {
        // Numbering starts a new piece: "1) Saudi Arabia 2) Qatar", "a) Iraq b) Syria".
        var start = 0;
        for (var i = 0; i < printed.Length; i++)
        {
            var separator = printed[i] is ';' or '؛' or '/' or '|' or '\n' or '\r' or '&' ? 1
                : IsEndOfSentence(printed, i) ? 1
                : WordAt(printed, i, " and ") || WordAt(printed, i, " or ") ? 4
                : NumberingAt(printed, i);
            if (separator == 0)
                continue;
            if (i > start)
                yield return printed[start..i];
            start = Math.Min(i + separator, printed.Length);
            i = start - 1;
        }
        if (start < printed.Length)
            yield return printed[start..];
    }

    // "Tunisian. Passport No …" ends a sentence, "St. Lucia" and "Rep. of Korea" do not.
    private static bool IsEndOfSentence(string printed, int at) =>
        printed[at] == '.' && at >= 5 && (at + 1 == printed.Length || printed[at + 1] == ' ') && printed.AsSpan(at - 5, 5).IndexOfAny(' ', '.') < 0;

    private static bool WordAt(string printed, int at, string word) =>
        string.Compare(printed, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int NumberingAt(string printed, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(printed[at - 1]))
            return 0;
        if (at + 1 < printed.Length && (char.IsAsciiDigit(printed[at]) || char.IsAsciiLetterLower(printed[at])) && printed[at + 1] == ')')
            return 2;
        return 0;
    }

    // "1) Saudi Arabia" → "Saudi Arabia"; "Afghanistan (since 2009)" → "Afghanistan"; "Region: Gaza" → "Gaza".
    private static string WithoutNotes(string printed)
    {
        var text = printed.AsSpan().Trim();
        if (NumberingAt(printed, printed.Length - printed.AsSpan().TrimStart().Length) is var numbering and > 0)
            text = text[numbering..].TrimStart();
        var colon = text.IndexOf(':');
        if (colon >= 0)
            text = text[(colon + 1)..].TrimStart();
        var bracket = text.IndexOfAny('(', '[');
        return (bracket > 0 ? text[..bracket] : text).TrimEnd().ToString();
    }

    // Only around the name: "of" inside "Republic of Moldova" stays.
    private static string WithoutQualifiers(string printed)
    {
        var words = PlaceName.Fold(printed).Split(' ');
        var start = 0;
        var end = words.Length;
        while (start < end && SaysNothing(words[start]))
            start++;
        while (end > start && SaysNothing(words[end - 1]))
            end--;
        return string.Join(' ', words[start..end]);
    }

    private static bool SaysNothing(string word) => Qualifiers.Contains(word) || word.All(char.IsAsciiDigit);

    private static FrozenDictionary<string, string> ReadCodes()
    {
        var codes = new Dictionary<string, string>();
        foreach (var row in TableFile.Rows("data/places/countries.tsv", 4))
            codes.TryAdd(PlaceName.Fold(row[3]), row[0]);
        return codes.ToFrozenDictionary();
    }
}
