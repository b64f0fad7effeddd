using System.Collections.Immutable;
using Marsad.Engine.Articles.Scanning;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Judges candidates: a name in a text is taken for an entry only when the screening matcher says so and the context allows it.</summary>
/// <remarks>
/// <para>The name as a whole is compared: "Karim Adel Mansour" with the entry of Karim Adel, the extra word included. What the text says
/// of the person goes into the comparison.</para>
/// <para>A name of two telling words may alert by itself. A single word, or one the list calls weak, needs a cue: the head of an
/// organization, quotation marks, its exact capitals, or a strong mention of the same entry elsewhere in the text.</para>
/// </remarks>
internal sealed class Linker(ArticleContext article, AliasIndex index, Watchlist watchlist)
{
    /// <summary>What a strong and an unlocked weak row of the curated table is worth.</summary>
    private const double StrongCurated = 0.97, WeakCurated = 0.85;

    /// <summary>Candidates below this probability are not even shown.</summary>
    private const double LeastShown = 0.1;

    /// <summary>A candidate that no rule calls a name, and that is no alert, is a name from this probability on.</summary>
    private const double LeastAlone = 0.3;

    private const double LeastSimilar = 0.75;

    private const double SureBySound = 0.9;

    private const double Alert = 0.5;

    private const int MostComparisons = 40;

    private static readonly ScreeningOptions Options = new();

    private readonly ArticleTokens _text = article.Text;
    private readonly Dictionary<(string, int, string), (double Probability, double Similarity)> _known = [];

    /// <summary>A name with the candidates found in it.</summary>
    private sealed record Judged(FoundName Name, List<Candidate> Candidates, List<MentionedEntry> Strong, List<MentionedEntry> Weak);

    /// <summary>Links names to entries; returns the names that the candidates add to those given.</summary>
    public List<FoundName> Link(IReadOnlyList<FoundName> names, IEnumerable<Candidate> candidates)
    {
        var cover = new CoveringNames(_text.Count, names);
        var judged = new Dictionary<TokenRange, Judged>();
        foreach (var group in candidates.Where(IsWritable).GroupBy(c => c.Tokens).OrderBy(g => g.Key.Start).ThenByDescending(g => g.Key.Length))
        {
            if (SpanFor(group.Key, group.First().Cut, cover) is not { } name)
                continue;
            if (!judged.TryGetValue(name.Tokens, out var known))
                judged[name.Tokens] = known = new Judged(name, [], [], []);
            known.Candidates.AddRange(group);
        }
        // The longest first: inside a linked name nothing else is asked for.
        var linked = new bool[_text.Count];
        foreach (var name in judged.Values.OrderByDescending(j => j.Name.Tokens.Length))
        {
            var tokens = linked.AsSpan(name.Name.Tokens.Start, name.Name.Tokens.Length);
            if (!tokens.Contains(false))
                continue;
            Judge(name);
            if (name.Strong.Exists(e => e.Probability >= Alert))
                tokens.Fill(true);
        }
        Unlock(judged.Values);
        Distinguish(judged.Values);
        return [.. judged.Values.Select(Conclude).Where(n => n.Entries.Count > 0 && (n.Linked is not null || (n.Entries[0].Probability >= LeastAlone && n.Tokens.Length > 1)) && !names.Contains(n))];
    }

    // Those that are the whole name, the ones written so first; a part of it is asked when the whole found nobody.
    private void Judge(Judged judged)
    {
        var core = judged.Name.Core;
        var asked = 0;
        foreach (var level in judged.Candidates.GroupBy(c => c.Tokens.Contains(core) ? 0 : 1).OrderBy(g => g.Key))
        {
            foreach (var candidate in level.OrderBy(c => c.BySound).ThenBy(c => c.Alias.Origin != AliasOrigin.Curated).DistinctBy(c => c.Alias.Entry))
            {
                if (asked++ < MostComparisons)
                    Judge(candidate, judged);
            }
            if (judged.Strong.Exists(e => e.Probability >= Alert))
                return;
        }
    }

    // In scripts with capitals a name begins and ends with one.
    private bool IsWritable(Candidate candidate)
    {
        var first = _text[candidate.Tokens.Start];
        var last = _text[candidate.Tokens.End - 1];
        if (candidate.Tokens.Length == 1 && article.LexiconOf(candidate.Tokens.Start) is var words
            && (words.Months.At(_text, candidate.Tokens.Start, candidate.Tokens.End) ?? words.Periods.At(_text, candidate.Tokens.Start, candidate.Tokens.End)) is not null)
            return false;
        if (first.Script is not (Script.Latin or Script.Cyrillic))
            return candidate.Alias.Origin == AliasOrigin.Curated || !HasOtherWord(candidate.Tokens);
        if (candidate.Alias.Origin == AliasOrigin.Curated)
            return first.IsUpper;
        return first.IsUpper && (last.IsUpper || last.IsNumber || candidate.Tokens.Length > 3) && !(candidate.Tokens.Length == 1 && first.Form.Length < 3);
    }

    // A preposition or a verb is no part of a name, however it sounds.
    private bool HasOtherWord(TokenRange tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (!_text[i].IsWord || (i > tokens.Start && i + 1 < tokens.End && tokens.Length > 2))
                continue;
            var lexicon = article.LexiconAt(i);
            if (article.IsStop(i) || lexicon.Reporting.At(_text, i, i + 1) is not null || lexicon.Units.At(_text, i, i + 1) is not null || lexicon.Victims.At(_text, i, i + 1) is not null)
                return true;
        }
        return false;
    }

    // The name that a candidate lies in; a new one when no rule found a name there; null where it may be none.
    private FoundName? SpanFor(TokenRange tokens, int cut, CoveringNames names)
    {
        var cover = names.Over(tokens);
        if (cover is not null && (cover.Tokens.Length > tokens.Length || cover.Type != MentionType.Place))
        {
            // A place, a street or a newspaper whose name begins like an alias is no party. A branch is not its parent.
            if (cover.Type is MentionType.Place or MentionType.Outlet && cover.Tokens != tokens && cover.Core != tokens)
                return null;
            return cover;
        }
        if (IsBlocked(tokens))
            return null;
        // The head of a shorter name belongs to the longer one: "تنظيم أنصار الشريعة" + "في تونس".
        if (names.At(tokens.Start) is { HeadLength: > 0 } headed && headed.Core.Start == tokens.Start && headed.Tokens.End < tokens.End)
            return new FoundName(tokens with { Start = headed.Tokens.Start }, headed.Cut, headed.Type) { HeadLength = headed.HeadLength, HasCue = true };
        return new FoundName(Extended(tokens), cut, MentionType.Organization);
    }

    private bool IsBlocked(TokenRange tokens)
    {
        for (var i = Math.Max(0, tokens.Start - 2); i < tokens.Start; i++)
        {
            if (_text[i].Kind == TokenKind.Mark)
                continue;
            if (article.LexiconAt(i).Heads.At(_text, i, tokens.End) is { } head && head.Tag is "street" or "other" && head.Tokens.End >= tokens.Start)
                return true;
        }
        if (article.LexiconAt(tokens.Start).Heads.At(_text, tokens.Start, _text.Count) is { Tag: "other" })
            return true;
        // A number before it makes the noun common.
        return tokens.Start > 0 && (_text[tokens.Start - 1].IsNumber || article.LexiconAt(tokens.Start - 1).Numbers.At(_text, tokens.Start - 1, tokens.Start) is not null) && tokens.Length == 1;
    }

    // Words that lists know as parts of names go on the name: the longer name is another one until the matcher says otherwise.
    private TokenRange Extended(TokenRange tokens)
    {
        var end = tokens.End;
        if (_text[tokens.Start].Script != Script.Arabic)
            return tokens;
        while (end < _text.Count && end < tokens.End + 2 && _text[end].IsWord && _text[end].Script == Script.Arabic && index.Word(_text[end].Form) >= 0
            && !article.IsStop(end) && article.LexiconAt(end).Reporting.At(_text, end, end + 1) is null
            && article.LexiconAt(end).Events.At(_text, end, end + 1) is null && article.LexiconAt(end).Victims.At(_text, end, end + 1) is null && Gazetteer.At(_text, end, end + 1) is null)
            end++;
        return tokens with { End = end };
    }

    private void Judge(Candidate candidate, Judged judged)
    {
        var entry = index.Entries[candidate.Alias.Entry];
        var isPerson = entry.Schema == EntrySchema.Person;
        var name = judged.Name;
        if (name.Type is MentionType.Outlet && !(candidate.Tokens == name.Core && candidate.Alias.Origin == AliasOrigin.Curated))
            return;
        var covers = candidate.Tokens.Contains(name.Core) || candidate.Tokens == name.Tokens;
        if (candidate.Alias.Origin == AliasOrigin.Curated)
        {
            if (!covers || (candidate.Tokens.Length == 1 && IsLowerAcronym(candidate)))
                return;
            var strong = !candidate.Alias.IsWeak;
            (strong ? judged.Strong : judged.Weak).Add(Mentioned(entry, strong ? StrongCurated : WeakCurated, LinkBasis.Curated));
            return;
        }
        var facts = PersonFacts.Around(article, name.Tokens);
        if (isPerson ? facts.IsNamesake || name.Type == MentionType.Place : name.Type == MentionType.Person && (facts.IsDescribed || name.HasCue) && !covers)
            return;
        if (!isPerson && name.Type == MentionType.Person && (facts.IsDescribed || (name.HasCue && candidate.BySound)))
            return;
        // A word of somebody's name that a body also bears says nothing of the body.
        if (!isPerson && name.Type is MentionType.Person or MentionType.Place && !covers)
            return;
        // One consonant row of one word says nothing of a person.
        var isSingle = candidate.Alias.Informative <= 1 || Words(candidate.Tokens) <= 1;
        if (isSingle && isPerson)
            return;
        var (probability, similarity) = Compared(name, entry, facts);
        // Consonants alone make strangers alike: a body that is only alike in sound must be alike in most of its name.
        if (candidate.BySound && !isPerson && similarity < LeastSimilar)
            return;
        if (probability < LeastShown)
            return;
        // An age printed in the text is no slip of a clerk: years apart are two people, however rare the name.
        if (isPerson && Contradicts(facts, entry))
            probability = Math.Min(probability, 0.4);
        // Without capitals and without a cue, two words that sound like a name are often two other words.
        if (candidate.BySound && !name.HasCue && name.Type != MentionType.Person && _text[name.Tokens.Start].Script == Script.Arabic && probability < SureBySound)
            probability = Math.Min(probability, 0.4);
        var mentioned = Mentioned(entry, probability, candidate.BySound ? LinkBasis.Sound : LinkBasis.Listed);
        var needsCue = candidate.Alias.IsWeak || isSingle || (name.Type == MentionType.Place && !isPerson);
        (needsCue && !HasCue(candidate, name, entry) ? judged.Weak : judged.Strong).Add(mentioned);
    }

    private static bool Contradicts(PersonFacts facts, ListEntry entry)
    {
        const int Apart = 5;
        var listed = entry.Dates.Where(d => d.Kind == DateKind.Birth).ToList();
        return !facts.BirthDates.IsEmpty && listed.Count > 0
            && listed.TrueForAll(d => facts.BirthDates.All(f => f.From.Year - d.Value.To.Year > Apart || d.Value.From.Year - f.To.Year > Apart));
    }

    private int Words(TokenRange tokens)
    {
        var words = 0;
        for (var i = tokens.Start; i < tokens.End; i++)
            words += _text[i].IsWord && !Skeleton.IsParticle(_text[i].Form) ? 1 : 0;
        return words;
    }

    private bool IsLowerAcronym(Candidate candidate) =>
        candidate.Alias.Text.Length <= 5 && candidate.Alias.Text.All(c => !char.IsLetter(c) || char.IsUpper(c)) && _text[candidate.Tokens.Start] is { Script: Script.Latin or Script.Cyrillic, IsAllUpper: false };

    // Quotation marks, the head of an organization, or exact capitals of an acronym or a rare word.
    private bool HasCue(Candidate candidate, FoundName name, ListEntry entry)
    {
        if (name.HasCue && name.Type == MentionType.Organization)
            return true;
        if (entry.Schema == EntrySchema.Person)
            return name.HasCue;
        if (article.QuoteAt(candidate.Tokens.Start) is { IsClosed: true } quote && quote.Inner == candidate.Tokens)
            return true;
        var first = _text[candidate.Tokens.Start];
        if (candidate.Alias.IsWeak || candidate.Tokens.Length > 1 || name.Type == MentionType.Place)
            return candidate.Tokens.Length > 1 && !candidate.Alias.IsWeak && name.Type != MentionType.Place;
        if (first.IsAllUpper)
            return first.Form.Length >= 4 && article.Dateline?.Place.Contains(candidate.Tokens) != true;
        // A long capitalized word inside a Russian sentence is a name.
        return first.Script == Script.Cyrillic && first.Form.Length >= 8 && candidate.Tokens.Start > article.SentenceOf(candidate.Tokens.Start).Start;
    }

    private (double Probability, double Similarity) Compared(FoundName name, ListEntry entry, PersonFacts facts)
    {
        var surface = Surface(name);
        var key = (surface, facts.BirthDates.GetHashCode(), entry.Id);
        if (_known.TryGetValue(key, out var known))
            return known;
        var isPerson = entry.Schema == EntrySchema.Person;
        var subject = new Subject
        {
            Schema = isPerson ? EntrySchema.Person : EntrySchema.Organization,
            Names = [.. Surfaces(name, surface).Select(s => new ListName(s, NameKind.Primary, "article"))],
            BirthDates = isPerson ? facts.BirthDates : [],
        };
        var compared = watchlist.Against(subject, entry.Id, Options) is { } hit ? (hit.Comparison.Probability, hit.Comparison.NameSimilarity) : default;
        _known[key] = compared;
        return compared;
    }

    private string Surface(FoundName name)
    {
        var span = article.SpanOf(name.Core, name.HeadLength > 0 ? 0 : name.Cut);
        return article.At(span).Replace('\n', ' ').Replace('\u200c', ' ');
    }

    // In Russian the name in its case and what it may be in the nominative.
    private IEnumerable<string> Surfaces(FoundName name, string surface)
    {
        yield return surface;
        if (_text[name.Core.Start].Script != Script.Cyrillic)
            yield break;
        var words = Enumerable.Range(name.Core.Start, name.Core.Length).Where(i => _text[i].IsWord).Select(i => RussianStems.Nominatives(_text[i].Form).ToList()).ToList();
        for (var choice = 0; choice < Math.Min(words.Max(w => w.Count), 2); choice++)
            yield return string.Join(' ', words.Select(w => w[Math.Min(choice, w.Count - 1)]));
    }

    private MentionedEntry Mentioned(ListEntry entry, double probability, LinkBasis basis) =>
        new(entry.Id, entry.Caption, probability, basis, InForce(entry), true);

    private bool? InForce(ListEntry entry) =>
        entry.ListedOn is { } listed && article.Date.Value is { } date ? listed.Value.From <= date : null;

    // A weak name counts when a strong one of the same entry stands near it; an acronym or a name of two words anywhere in the text.
    private void Unlock(IReadOnlyCollection<Judged> judged)
    {
        const int Near = 8;
        var strong = judged.SelectMany(j => j.Strong.Where(e => e.Probability >= Alert).Select(e => (e.Entry, j.Name.Tokens))).ToLookup(p => p.Entry, p => p.Tokens, StringComparer.Ordinal);
        foreach (var name in judged)
        {
            var tokens = name.Name.Tokens;
            var isWord = tokens.Length == 1 && !_text[tokens.Start].IsAllUpper && _text[tokens.Start].Script is Script.Arabic;
            var sentence = article.SentenceOf(tokens.Start);
            foreach (var weak in name.Weak)
            {
                var near = strong[weak.Entry].Any(t => !isWord || sentence.Contains(t) || (t.Start < tokens.Start ? tokens.Start - t.End : t.Start - tokens.End) <= Near);
                var unlocked = near && weak.Probability >= Alert && name.Name.Type != MentionType.Place;
                name.Strong.Add(unlocked || (weak.Basis == LinkBasis.Curated && name.Name.HasCue) ? weak : weak with { Probability = Math.Min(weak.Probability, 0.4) });
            }
        }
    }

    // Of two different full names that may mean one entry the fuller one does; the other, with a trade or an age of its own, is somebody else.
    private void Distinguish(IEnumerable<Judged> judged)
    {
        var people = judged.Where(j => j.Name.Core.Length > 1 && j.Strong.Exists(e => e.Probability >= Alert)).ToList();
        var byEntry = people.SelectMany(j => j.Strong.Where(e => e.Probability >= Alert).Select(e => (e.Entry, Name: j))).ToLookup(p => p.Entry, p => p.Name, StringComparer.Ordinal);
        foreach (var name in people)
        {
            if (!PersonFacts.Around(article, name.Name.Tokens).IsDescribed)
                continue;
            for (var i = 0; i < name.Strong.Count; i++)
            {
                var entry = name.Strong[i];
                if (byEntry[entry.Entry].Take(50).Any(other => other != name && Surface(other.Name) != Surface(name.Name) && other.Strong.Exists(e => e.Entry == entry.Entry && e.Probability >= entry.Probability) && Has(other.Name, name.Name)))
                    name.Strong[i] = entry with { Probability = Math.Min(entry.Probability, 0.4) };
            }
        }
    }

    // Lists print one party in several spellings: the best entry of each other list that is nearly as likely is as likely.
    private static IEnumerable<MentionedEntry> OfEachList(List<MentionedEntry> entries)
    {
        const double Nearly = 0.05;
        if (entries.Count == 0)
            return entries;
        var best = entries.MaxBy(e => e.Probability)!;
        var alike = entries.Where(e => e.Probability >= Math.Max(Alert, best.Probability - Nearly)).GroupBy(e => ListOf(e.Entry)).Where(g => g.Key != ListOf(best.Entry))
            .Select(g => g.MaxBy(e => e.Probability)!.Entry).ToHashSet(StringComparer.Ordinal);
        return entries.Select(e => alike.Contains(e.Entry) ? e with { Probability = best.Probability } : e);
    }

    private static string ListOf(string entry) => entry[..Math.Max(0, entry.IndexOf(':', StringComparison.Ordinal))];

    // Whether a name has all words of another and one more.
    private bool Has(FoundName longer, FoundName shorter)
    {
        IEnumerable<string> Words(FoundName name) => Enumerable.Range(name.Core.Start, name.Core.Length).Where(i => _text[i].IsWord).Select(i => AliasIndex.Key(_text[i].Form, _text[i].Script));
        var words = Words(longer).ToHashSet(StringComparer.Ordinal);
        return longer.Core.Length > shorter.Core.Length && Words(shorter).All(words.Contains);
    }

    private FoundName Conclude(Judged judged)
    {
        var name = judged.Name;
        // "ЧВК «Вагнер»": the mark that closes what the name opened belongs to it.
        if (article.QuoteAt(name.Tokens.End - 1) is { IsClosed: true } quote && quote.Inner.End == name.Tokens.End && quote.Outer.Start > name.Tokens.Start)
            name.Tokens = name.Tokens with { End = quote.Outer.End };
        name.Entries = [.. OfEachList(judged.Strong).OrderByDescending(e => e.Probability).ThenBy(e => e.Entry, StringComparer.Ordinal).DistinctBy(e => e.Entry).Take(5)];
        if (name.Linked is not { } linked)
        {
            // A place or an outlet that is on no list shows no namesakes.
            if (name.Type is MentionType.Place or MentionType.Outlet)
                name.Entries = [];
            return name;
        }
        name.Canonical = linked.Caption;
        var isPerson = watchlist.Find(linked.Entry)?.Schema == EntrySchema.Person;
        name.Type = isPerson ? MentionType.Person : MentionType.Organization;
        return name;
    }
}
