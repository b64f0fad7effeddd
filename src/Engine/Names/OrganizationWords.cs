using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>What the words in the name of an organization are for: legal forms, generic words and numbers.</summary>
/// <remarks>
/// Reads the tables of <c>data/organizations</c>. Every argument is a word as <see cref="NamePart.Form"/> holds it: lower
/// case, without diacritics, letter variants unified. Pure and thread-safe.
/// </remarks>
internal static class OrganizationWords
{
    // What other countries' legal forms are translated with.
    private static readonly FrozenSet<string> WordsOfTranslations = FrozenSet.ToFrozenSet(
    [
        "llc", "ltd", "limited", "liability", "company", "co", "corporation", "corp", "joint", "stock", "public", "private", "open", "closed", "with", "type",
        "jsc", "jsco", "pjsc", "ojsc", "cjsc", "plc", "lp", "llp", "partnership", "general", "foundation", "association", "society", "cooperative", "branch",
    ]);

    // Clitics an Arabic noun may carry: and-the, with-the, like-the, for-the, the.
    private static readonly string[] ArabicClitics = ["وال", "بال", "كال", "لل", "ال"];

    private static readonly FrozenDictionary<string, (string Canonical, ImmutableArray<string> Countries)> LegalForms = ReadLegalForms();
    private static readonly string[] LegalFormsInOrder = [.. LegalForms.Keys.Order(StringComparer.Ordinal)];
    private static readonly int LongestLegalForm = LegalForms.Keys.Max(key => key.Length);
    private static readonly FrozenDictionary<string, Concept> Concepts = ReadConcepts();
    private static readonly FrozenDictionary<string, int> Numbers = ReadNumbers();

    // Abbreviations so short that they are a legal form only where one stands: at an end of the name or beside another one.
    // These longer ones are never anything else.
    private const int AmbiguousLength = 3;
    private static readonly FrozenSet<string> Unambiguous = FrozenSet.ToFrozenSet(["llc", "ltd", "inc", "plc", "jsc", "doo", "ооо", "оао", "зао", "пао"]);

    private readonly record struct Concept(string Id, bool IsGeneric, bool IsActivity);

    /// <summary>The longer words that legal forms of several words are made of (limited, liability, company), a to z.</summary>
    public static IReadOnlyList<string> WordsOfLegalForms { get; } =
        [.. TableFile.Rows("data/organizations/legal-forms.tsv", 2).Select(r => r[1].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 1).SelectMany(w => w).Select(Letters.Fold)
            .Where(w => w.Length >= 6 && w.All(char.IsAsciiLetterLower)).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => g.Key).Order(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> LongWordsOfLegalForms = WordsOfLegalForms.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The role of one word taken alone: Number, LegalForm, Generic, or Unknown.</summary>
    /// <remarks>
    /// A legal form of several words, or one that depends on its place (AG, SE), is found by <see cref="TryLegalForm"/> only;
    /// a theme word (youth, liberation) has a concept but is Unknown here, since it can tell two bodies apart.
    /// </remarks>
    public static PartRole RoleOf(string form)
    {
        if (TryNumber(form, out _))
            return PartRole.Number;
        if (LegalForms.ContainsKey(form) && (form.Length > AmbiguousLength || Unambiguous.Contains(form)))
            return PartRole.LegalForm;
        // "Limite Liability Partnership": the words of a form that is misspelled say no more than the form.
        return Find(form) is { IsGeneric: true } || LongWordsOfLegalForms.Contains(form) ? PartRole.Generic : PartRole.Unknown;
    }

    /// <summary>Finds the longest legal form that starts at a word.</summary>
    /// <param name="forms">The words of the whole name.</param>
    /// <param name="start">The word to begin with.</param>
    /// <param name="length">How many words it takes.</param>
    /// <param name="canonical">The form it is everywhere: llc for GmbH, ООО and شركة ذات مسؤولية محدودة.</param>
    /// <remarks>
    /// Word borders inside a form do not matter: "s a de c v", "sa de cv" and "sadecv" are one. A form of up to three letters
    /// counts only as the first or last words of the name or right before another legal form. A name that is nothing but a
    /// legal form has none.
    /// </remarks>
    public static bool TryLegalForm(IReadOnlyList<string> forms, int start, out int length, out string canonical)
    {
        (length, canonical) = (0, "");
        var key = new StringBuilder();
        for (var end = start; end < forms.Count; end++)
        {
            AppendKey(key, forms[end]);
            if (key.Length > LongestLegalForm)
                break;
            if (end - start + 1 == forms.Count)
                break;
            if (key.Length > 0 && LegalForms.TryGetValue(key.ToString(), out var known) && MayStand(key, forms, start, end + 1))
                (length, canonical) = (end + 1 - start, known.Canonical);
        }
        return length > 0;
    }

    /// <summary>The countries, in ISO codes, of a legal form that names no other: de, at and ch for GmbH; empty for one that translations use, as Ltd, LLC and JSC.</summary>
    public static ImmutableArray<string> CountriesOf(string form) => LegalForms.TryGetValue(form, out var known) ? known.Countries : [];

    /// <summary>Whether a word, were it at the end of a name, would be a legal form.</summary>
    public static bool IsLegalForm(string form) => LegalForms.ContainsKey(form);

    /// <summary>Whether a legal form may begin with a word: a quick no for most words of most names.</summary>
    public static bool MayBeginLegalForm(string form)
    {
        var key = new StringBuilder(form.Length);
        AppendKey(key, form);
        var beginning = key.ToString();
        var at = Array.BinarySearch(LegalFormsInOrder, beginning, StringComparer.Ordinal);
        return at >= 0 || (~at < LegalFormsInOrder.Length && LegalFormsInOrder[~at].StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>The meaning of a word, shared by its translations: bank, банк, بنك and banco are <c>bank</c>; null for any other word.</summary>
    public static string? ConceptOf(string form) => Find(form)?.Id;

    /// <summary>Whether a word says what a firm does (trading, exchange) and not only that it is one.</summary>
    public static bool IsActivity(string form) => Find(form) is { IsActivity: true };

    /// <summary>Reads a spelled number or ordinal, digits, or an English ordinal in digits: first, الخامس, пятый, 55, 55th.</summary>
    public static bool TryNumber(string form, out int value)
    {
        if (Numbers.TryGetValue(form, out value) || Numbers.TryGetValue(WithoutClitic(form), out value) || (form.Length > 3 && form[0] == 'و' && Numbers.TryGetValue(form[1..], out value)))
            return true;
        var digits = form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th" ? form[..^2] : form;
        return digits.Length is > 0 and <= 9 && digits.All(char.IsAsciiDigit)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static Concept? Find(string form) =>
        Concepts.TryGetValue(form, out var concept) || Concepts.TryGetValue(WithoutClitic(form), out concept) ? concept : null;

    private static string WithoutClitic(string form)
    {
        foreach (var clitic in ArabicClitics)
        {
            if (form.Length >= clitic.Length + 2 && form.StartsWith(clitic, StringComparison.Ordinal))
                return form[clitic.Length..];
        }
        return form;
    }

    private static bool MayStand(StringBuilder key, IReadOnlyList<string> forms, int start, int end)
    {
        if (key.Length > AmbiguousLength || start == 0 || end == forms.Count || Unambiguous.Contains(key.ToString()))
            return true;
        return TryLegalForm(forms, end, out _, out _);
    }

    // The key of a legal form: its letters and digits without any border.
    private static void AppendKey(StringBuilder key, string form)
    {
        foreach (var c in form)
        {
            if (char.IsLetterOrDigit(c) || char.IsSymbol(c))
                key.Append(c);
        }
    }

    private static string Fold(string word) => Letters.Fold(word);

    private static FrozenDictionary<string, (string Canonical, ImmutableArray<string> Countries)> ReadLegalForms()
    {
        var forms = new Dictionary<string, (string, ImmutableArray<string>)>();
        var key = new StringBuilder();
        foreach (var row in TableFile.Rows("data/organizations/legal-forms.tsv", 4))
        {
            key.Clear();
            AppendKey(key, Fold(row[1].Replace("&", " and ", StringComparison.Ordinal)));
            var isEverywhere = row[2] == "Latin" && Fold(row[1].Replace(".", "", StringComparison.Ordinal)).Split([' ', ',', '-', '&'], StringSplitOptions.RemoveEmptyEntries).All(WordsOfTranslations.Contains);
            // SARL is French and Moroccan: one form, all their countries. Two letters (SA, AS) are a form nearly everywhere.
            var text = key.ToString();
            isEverywhere |= text.Length <= 2;
            var isKnown = forms.TryGetValue(text, out var known);
            isEverywhere |= isKnown && known.Item2.IsEmpty;
            forms[text] = (isKnown ? known.Item1 : row[0], isEverywhere ? [] : [.. (isKnown ? known.Item2 : []).Union(row[3].Split(','))]);
        }
        return forms.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, Concept> ReadConcepts()
    {
        var concepts = new Dictionary<string, Concept>();
        foreach (var row in TableFile.Rows("data/organizations/generic.tsv", 3))
        {
            foreach (var word in row.Skip(2).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                // The article is cut off before a word is looked up.
                var concept = new Concept(row[0], row[1] != "theme", row[1] == "activity");
                concepts.TryAdd(Fold(word), concept);
                concepts.TryAdd(WithoutClitic(Fold(word)), concept);
            }
        }
        return concepts.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, int> ReadNumbers()
    {
        var numbers = new Dictionary<string, int>();
        foreach (var row in TableFile.Rows("data/organizations/numbers.tsv", 2))
        {
            var value = int.Parse(row[0], NumberStyles.None, CultureInfo.InvariantCulture);
            foreach (var word in row.Skip(1).SelectMany(cell => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                numbers.TryAdd(Fold(word), value);
        }
        return numbers.ToFrozenDictionary();
    }
}
