using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Says which names mean a party that was named before.</summary>
/// <remarks>
/// After a full name, linked or refused, its surname alone belongs to the last full name with that surname: of two men named Petrov
/// each later "Petrov" is the one named last. A name that is given as another name of a party ("known as") has the party's entries.
/// </remarks>
internal static class Coreference
{
    /// <summary>Adds surnames that repeat a full name, and points names that repeat earlier ones to them.</summary>
    public static void Resolve(ArticleContext article, List<FoundName> names)
    {
        names.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
        AddSurnames(article, names);
        names.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
        AddRepeated(article, names);
        Repeat(article, names);
        ShortForms(article, names);
        KnownAs(article, names);
    }

    private static void AddSurnames(ArticleContext article, List<FoundName> names)
    {
        var text = article.Text;
        var people = names.Where(n => n.Type == MentionType.Person && n.Core.Length > 1).ToList();
        var latest = new Dictionary<string, FoundName>(StringComparer.Ordinal);
        var next = 0;
        var covered = Covered(text, names);
        var added = new List<FoundName>();
        for (var i = 0; i < text.Count; i++)
        {
            while (next < people.Count && people[next].Tokens.End <= i)
            {
                var person = people[next++];
                latest[SurnameKey(text[person.Tokens.End - 1])] = person;
            }
            if (!text[i].IsWord || covered[i] || latest.Count == 0)
                continue;
            var token = text[i];
            if (token.Script is Script.Latin or Script.Cyrillic && !token.IsUpper)
                continue;
            if (SurnameKey(token) is { Length: > 2 } key && latest.TryGetValue(key, out var full))
                added.Add(new FoundName(new TokenRange(i, i + 1), 0, MentionType.Person) { Antecedent = full, Entries = Carried(full), Canonical = full.Canonical });
            else if (token.Script == Script.Arabic && token.Form.Length > 4 && token.Form[0] is 'و' or 'ل' or 'ب' && latest.TryGetValue(Bare(token.Form[1..]), out var clitic))
                added.Add(new FoundName(new TokenRange(i, i + 1), 1, MentionType.Person) { Antecedent = clitic, Entries = Carried(clitic), Canonical = clitic.Canonical });
        }
        names.AddRange(added);
    }

    private static bool[] Covered(ArticleTokens text, List<FoundName> names)
    {
        var covered = new bool[text.Count];
        foreach (var name in names)
        {
            // A single word that repeats a surname says more as that.
            if (name.Tokens.Length == 1 && name.Linked is null && name.Type == MentionType.Person)
                continue;
            for (var i = name.Tokens.Start; i < name.Tokens.End; i++)
                covered[i] = true;
        }
        return covered;
    }

    private static List<MentionedEntry> Carried(FoundName full) =>
        [.. full.Entries.Select(e => e with { Basis = LinkBasis.Coreference })];

    private static string SurnameKey(Token token) => token.Script switch
    {
        Script.Cyrillic => RussianStems.Of(token.Form),
        Script.Arabic => Bare(token.Form),
        _ => token.Form,
    };

    private static string Bare(string form) => form.StartsWith("ال", StringComparison.Ordinal) && form.Length > 4 ? form[2..] : form;

    // A name that a rule found once is a name wherever it stands again, in any case and with clitics.
    private static void AddRepeated(ArticleContext article, List<FoundName> names)
    {
        var text = article.Text;
        var known = new Dictionary<string, List<(string[] Words, FoundName Name)>>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.Antecedent is null && (n.Core.Length > 1 || (n.Type is MentionType.Place or MentionType.Outlet && text[n.Core.Start].Form.Length > 3)) && n.Core.Length is > 0 and <= 6))
        {
            var words = Enumerable.Range(name.Core.Start, name.Core.Length).Select(i => NameKey(text[i])).ToArray();
            if (name.Cut > 0 && name.HeadLength == 0 && words[0].Length > name.Cut)
                words[0] = words[0][name.Cut..];
            if (!known.TryGetValue(words[0], out var list))
                known[words[0]] = list = [];
            if (!list.Exists(k => k.Words.SequenceEqual(words)))
                list.Add((words, name));
        }
        var covered = new bool[text.Count];
        foreach (var name in names)
        {
            for (var i = name.Tokens.Start; i < name.Tokens.End; i++)
                covered[i] = true;
        }
        var stems = new List<Language.Stem>(8);
        for (var i = 0; i < text.Count; i++)
        {
            if (covered[i] || !text[i].IsWord || (text[i].Script is Script.Latin or Script.Cyrillic && !text[i].IsUpper))
                continue;
            Language.Stems.Of(NameKey(text[i]), text[i].Script, Language.Clitics.Conjunction | Language.Clitics.Preposition, stems);
            foreach (var stem in stems)
            {
                if (!known.TryGetValue(stem.Form, out var list) || list.FirstOrDefault(k => Follows(text, covered, i, k.Words)) is not { Name: { } first } match)
                    continue;
                names.Add(new FoundName(new TokenRange(i, i + match.Words.Length), stem.Cut, first.Type) { HasCue = first.HasCue, Antecedent = first, Entries = Carried(first), Canonical = first.Canonical });
                for (var t = i; t < i + match.Words.Length; t++)
                    covered[t] = true;
                break;
            }
        }
        names.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
    }

    private static bool Follows(ArticleTokens text, bool[] covered, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (at + i >= text.Count || covered[at + i] || NameKey(text[at + i]) != words[i])
                return false;
        }
        return true;
    }

    private static string NameKey(Token token) => token.Script == Script.Cyrillic ? RussianStems.Of(token.Form) : token.Form;

    // After "أنصار الشريعة في تونس" the bare "أنصار الشريعة" is that group.
    private static void ShortForms(ArticleContext article, List<FoundName> names)
    {
        var text = article.Text;
        var latest = new Dictionary<string, List<FoundName>>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.Type == MentionType.Organization && n.Core.Length > 0))
        {
            var key = NameKey(text[name.Core.Start]);
            if (!latest.TryGetValue(key, out var known))
                latest[key] = known = [];
            var full = name.Antecedent is not null ? null : known.FindLast(n => n.Core.Length > name.Core.Length
                && Enumerable.Range(0, name.Core.Length).All(i => NameKey(text[n.Core.Start + i]) == NameKey(text[name.Core.Start + i])));
            if (name.Linked is not null && known.Count < 20)
                known.Add(name);
            if (full is null || (name.Linked is { } own && own.Entry == full.Linked!.Entry))
                continue;
            (name.Antecedent, name.Entries, name.Canonical) = (full, Carried(full), full.Canonical);
        }
    }

    // A single-word person that a surname took over is dropped; equal names point to the first of them.
    private static void Repeat(ArticleContext article, List<FoundName> names)
    {
        var resolved = names.Where(n => n.Antecedent is not null).Select(n => n.Tokens).ToHashSet();
        names.RemoveAll(n => n.Antecedent is null && n.Tokens.Length == 1 && resolved.Contains(n.Tokens));
        var first = new Dictionary<string, FoundName>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Antecedent is not null)
                continue;
            var key = string.Join(' ', Enumerable.Range(name.Core.Start, Math.Max(0, name.Core.Length)).Where(i => article.Text[i].IsWord).Select(i => SurnameKey(article.Text[i])));
            if (!first.TryGetValue(key, out var earlier))
                first[key] = name;
            else if ((earlier.Linked?.Entry == name.Linked?.Entry && earlier.Type == name.Type) || (earlier.Type == name.Type && name.Type != MentionType.Person))
                name.Antecedent = earlier;
            else if (earlier.Type == MentionType.Outlet && name.Type is MentionType.Organization or MentionType.Person && name.Linked is null)
                (name.Type, name.Antecedent) = (MentionType.Outlet, earlier);
        }
        foreach (var name in names)
            name.Canonical ??= name.First.Canonical ?? article.At(article.SpanOf(name.Tokens, name.Cut));
    }

    // "سيف الله بن حسين، المعروف بأبي عياض": another name of the same man.
    private static void KnownAs(ArticleContext article, List<FoundName> names)
    {
        var text = article.Text;
        foreach (var full in names.Where(n => n.Type == MentionType.Person && n.Linked is not null).Take(500).ToList())
        {
            var at = full.Tokens.End;
            if (at + 2 < text.Count && text[at].Kind == TokenKind.Mark)
                at++;
            var isKnownAs = text.Form(at) is "المعروف" or "المعروفه" or "الملقب" or "المكني" or "الشهير" or "alias" or "nicknamed" or "прозвищу" or "معروف" || (text.Form(at) is "known" or "also" && text.Form(at + 1) is "as" or "known")
                || (text.Form(at) == "по" && text.Form(at + 1) == "прозвищу") || (text.Form(at) == "он" && text.Form(at + 1) == "же");
            if (!isKnownAs)
                continue;
            at++;
            while (text.Form(at) is "as" or "known" or "باسم" or "بلقب" or "прозвищу" or "же" or "ب" or "به")
                at++;
            if (at >= text.Count || names.Exists(n => n.Tokens.Contains(at) && n.Linked is not null) || !text[at].IsWord)
                continue;
            var end = at + 1;
            if (text[at].Script == Script.Arabic && text[at].Form is "بابي" or "ابو" or "ابي" or "بابو" && end < text.Count)
                end++;
            else
                while (end < text.Count && end < at + 3 && text[end].IsWord && text[end].IsUpper)
                    end++;
            names.RemoveAll(n => n.Tokens.Overlaps(new TokenRange(at, end)));
            var cut = text[at].Form.StartsWith("با", StringComparison.Ordinal) ? 1 : 0;
            names.Add(new FoundName(new TokenRange(at, end), cut, MentionType.Person) { Antecedent = full, Entries = Carried(full), Canonical = full.Canonical });
        }
        names.Sort((a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
    }
}
