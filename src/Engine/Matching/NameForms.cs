using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>Prepares names for comparison: takes them apart, reads their words and looks up how rare those are.</summary>
/// <remarks>Asks its memory first, so that a word is prepared once. Thread-safe if the memory is.</remarks>
internal sealed class NameForms(EditModel edits, Weights weights, Rarity personRarity, Rarity organizationRarity, Spelling[] legalFormWords, ITokenMemory memory)
{
    /// <summary>Longer joined words are not made: nobody writes them.</summary>
    private const int LongestJoined = 24;

    private const string LegalFormConcept = "form ";

    // Egyptian, Égyptien and مصري are one word.
    private const string CountryConcept = "country ";

    /// <summary>Numbers of more digits than this are names, not counts.</summary>
    private const int LongestCount = 3;

    private const int ShortestSlip = 5;

    // MV, M/V, M/T, SS: that it is a ship, not which one.
    private static readonly HashSet<string> VesselPrefixes = new(StringComparer.Ordinal) { "mv", "mt", "ms", "mts", "ss", "fv", "lpg", "lng", "m", "n", "v", "t" };

    /// <summary>Names of more words are weighed by their first words.</summary>
    public const int MaxWords = 24;

    /// <summary>Whether well-known groups get the names that the table of their names gives them.</summary>
    public bool KnowsGroups { get; init; } = true;

    /// <summary>Prepares a name; what is printed as one name and holds a former one too becomes two.</summary>
    /// <param name="name">The name with the parts its publisher or the caller gives.</param>
    /// <param name="asPerson">Whether it is taken apart as a person's name, or as that of an organization or thing.</param>
    /// <param name="isVessel">Whether it is the name of a ship.</param>
    public ImmutableArray<NameForm> Prepare(ListName name, bool asPerson, bool isVessel = false) => asPerson
        ? [Prepare(name, NameParser.Person(name.Text, KnownParts(name)), true, false)]
        : PrepareThing(name, isVessel);

    private ImmutableArray<NameForm> PrepareThing(ListName name, bool isVessel)
    {
        var text = name.Text;
        var initials = isVessel ? null : Acronyms.InBrackets(name.Text, out text);
        var forms = ImmutableArray.CreateBuilder<NameForm>();
        List<(string Initials, NameForm Of)>? acronyms = null;
        foreach (var (present, isFormer) in FormerNames.Split(text, isVessel))
        {
            var parsed = NameParser.Organization(present);
            var form = Prepare(name, parsed, false, isFormer, isVessel: isVessel);
            forms.Add(form);
            if (isVessel || form.IsVessel || form.IsWeak)
                continue;
            foreach (var acronym in Acronyms.Of(parsed))
                (acronyms ??= []).Add((acronym, form));
        }
        if (initials is not null && acronyms?.Any(a => a.Initials == initials) != true)
            (acronyms ??= []).Add((initials, forms[0]));
        if (acronyms is not null)
            forms.AddRange(acronyms.Select(a => Abbreviate(a.Of, a.Initials)));
        return forms.DrainToImmutable();
    }

    // The name as its initials; without its legal forms, which would lift three letters over a threshold. It is met by the same letters only, so that no reading of them is needed.
    private NameForm Abbreviate(NameForm name, string initials)
    {
        var script = name.Words[0].Token.Script;
        var rarity = (float)Math.Min(weights.AcronymRarity + weights.AcronymRarityPerLetter * (initials.Length - Acronyms.Shortest), weights.OrganizationDoubtCap);
        var word = new NameWord(TokenOf(new TokenKey(initials, script, IsPerson: false, LegalForm: null, [], rarity)), PartRole.Unknown, initials.ToUpperInvariant());
        return name.Abbreviated(word);
    }

    /// <summary>The same for the name somebody asks with, where "Lumited Liabilty" is a slip of the pen and not a word that tells firms apart.</summary>
    public ImmutableArray<NameForm> PrepareAsked(ListName name, bool asPerson, bool isVessel = false)
    {
        var forms = Prepare(name, asPerson, isVessel);
        return asPerson || !forms.Any(f => f.Words.Any(IsSlip)) ? forms
            : [.. forms.Select(f => f.With([.. f.Words.Select(w => IsSlip(w) ? w with { Role = PartRole.Generic } : w)]))];
    }

    /// <summary>Prepares the names that the table of well-known groups gives to one whose names are prepared; none for any other entry.</summary>
    /// <remarks>The primary name says which group it is; other names only where it says nothing: a faction lists its parent among them.</remarks>
    public IEnumerable<NameForm> PrepareCurated(IReadOnlyList<ListName> names, IReadOnlyList<NameForm> prepared)
    {
        if (prepared.Count == 0 || (prepared[0].Group ?? prepared.FirstOrDefault(n => !n.IsWeak && n.Group is not null)?.Group) is not { } group)
            return [];
        var printed = names.Select(n => n.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return group.Names.Where(n => !printed.Contains(n.Text))
            .Select(n => Prepare(new ListName(n.Text, n.IsWeak ? NameKind.WeakAlias : NameKind.Alias, "curated"), n.Parsed, false, false, group));
    }

    private bool IsSlip(NameWord word)
    {
        if (word.Role != PartRole.Unknown || word.Token.IsKnown)
            return false;
        if (word.Token.LegalFormSlip == 0)
            word.Token.LegalFormSlip = (sbyte)(IsSlip(word.Token) ? 1 : -1);
        return word.Token.LegalFormSlip > 0;
    }

    private bool IsSlip(Token token) => !token.Spellings.IsEmpty && token.Spellings[0].Length >= ShortestSlip
        && legalFormWords.Any(w => edits.Cost(w, token.Spellings[0], (float)weights.LegalFormSlip) <= weights.LegalFormSlip);

    private NameForm Prepare(ListName name, ParsedName parsed, bool asPerson, bool isFormer, CuratedGroup? curated = null, bool isVessel = false)
    {
        var words = ImmutableArray.CreateBuilder<NameWord>(parsed.Parts.Length);
        ImmutableArray<string> numbers = [];
        foreach (var part in parsed.Parts)
        {
            if (words.Count == MaxWords)
                break;
            if (!asPerson && words.Count == 0 && parsed.Parts.Length > 1 && VesselPrefixes.Contains(part.Form))
            {
                isVessel = true;
                continue;
            }
            // A long number names its bearer, as a tail number does; a short one counts brigades and factories.
            if (!asPerson && part.Role == PartRole.Number && part.Form.Length <= LongestCount)
                numbers = numbers.Add(part.Form);
            else
                words.Add(new NameWord(TokenOf(part, asPerson), part.Role == PartRole.Number && !asPerson ? PartRole.Unknown : part.Role, part.Text));
        }
        var all = words.DrainToImmutable();
        return new NameForm
        {
            Text = name.Text,
            IsWeak = name.Kind == NameKind.WeakAlias,
            IsFormer = isFormer,
            IsVessel = isVessel,
            Words = all,
            Joined = Join(all, asPerson),
            Numbers = numbers,
            Group = curated ?? (asPerson || !KnowsGroups ? null : CuratedGroups.Find(parsed)),
            IsCurated = curated is not null,
        };
    }

    private Token TokenOf(NamePart part, bool asPerson)
    {
        if (part.Role != PartRole.LegalForm)
            return TokenOf(new TokenKey(part.Form, part.Script, asPerson, LegalForm: null, part.Readings, Rarity: null));
        // GmbH and OOO are one form under different letters; the letters are kept for the slips of the pen.
        return TokenOf(new TokenKey(part.Form, part.Script, asPerson, part.Readings.FirstOrDefault().Latin ?? "", Transliterator.Read(part.Form), Rarity: null));
    }

    /// <summary>The token of a key.</summary>
    public Token TokenOf(in TokenKey key) => memory.Find(key) ?? memory.Keep(Prepare(key));

    private Token Prepare(in TokenKey key)
    {
        var (form, script, asPerson, legalForm, readings, rarity) = key;
        var name = -1;
        var country = !asPerson && form.Length > 3 ? Countries.CodeOf(form) : null;
        var bits = rarity ?? (asPerson ? personRarity : organizationRarity).Of(form, script, readings, out name);
        var syllables = asPerson && script == Script.Latin ? SyllablesOf(form) : 0;
        if (syllables == 1)
            bits = (float)Math.Min(bits, weights.LatinSyllableRarity);
        return new Token
        {
            Key = key,
            Spellings = [.. readings.Where(r => r.Latin.Length > 0).Select(r => edits.Spell(r, script))],
            Rarity = bits,
            IsJoined = rarity is not null && !readings.IsEmpty,
            IsAcronym = rarity is not null && readings.IsEmpty,
            NameNumber = name,
            Equivalents = asPerson ? EquivalentsOf(form, readings) : [],
            Concept = legalForm is not null ? LegalFormConcept + legalForm : asPerson || rarity is not null ? null : OrganizationWords.ConceptOf(form) ?? (country is null ? null : CountryConcept + country),
            IsCountry = country is not null,
            IsPersonName = !asPerson && rarity is null && legalForm is null && personRarity.Of(form, script, readings, out var personName) < bits && personName >= 0,
            FormCountries = legalForm is not null ? OrganizationWords.CountriesOf(form) : [],
            Syllables = syllables,
        };
    }

    private static int SyllablesOf(string form)
    {
        var space = form.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return EastAsianSyllables.Contains(form) ? 1 : 0;
        return EastAsianSyllables.Contains(form[..space]) && EastAsianSyllables.Contains(form[(space + 1)..]) ? 2 : 0;
    }

    private ImmutableArray<JoinedWord> Join(ImmutableArray<NameWord> words, bool asPerson)
    {
        var joined = ImmutableArray.CreateBuilder<JoinedWord>();
        for (var i = 0; i + 1 < words.Length; i++)
        {
            NameWord a = words[i], b = words[i + 1];
            if (a.Token.Script != b.Token.Script || NeverJoins(a.Role) || NeverJoins(b.Role))
                continue;
            if (a.Token.Form.Length + b.Token.Form.Length > LongestJoined || a.Token.Spellings.IsEmpty || b.Token.Spellings.IsEmpty)
                continue;
            // Agreeing on the joined word proves no more than agreeing on both of its parts.
            var rarity = (float)Math.Min(Proof(a, asPerson) + Proof(b, asPerson), weights.RarityCap);
            joined.Add(new JoinedWord(i, a, b, rarity, asPerson, this));
        }
        return joined.DrainToImmutable();
    }

    /// <summary>Spells two words as one.</summary>
    public Spelling SpellTogether(JoinedWord joined) => edits.Spell(Combine(joined.A, joined.B), joined.A.Token.Script);

    /// <summary>Prepares two words as one.</summary>
    public NameWord PrepareTogether(JoinedWord joined)
    {
        var (_, a, b, rarity, isPerson, _) = joined;
        var key = new TokenKey(a.Token.Form + " " + b.Token.Form, a.Token.Script, isPerson, LegalForm: null, [Combine(a, b)], rarity);
        return new NameWord(TokenOf(key), PartRole.Unknown, a.Text + " " + b.Text);
    }

    private double Proof(NameWord word, bool asPerson)
    {
        var bits = word.Token.Rarity * weights.ShareOf(word.Role);
        return asPerson && word.Role == PartRole.Title ? Math.Min(bits, weights.TitleMatched) : bits;
    }

    private static bool NeverJoins(PartRole role) => role is PartRole.Initial;

    private static Reading Combine(NameWord a, NameWord b)
    {
        Spelling first = a.Token.Spellings[0], second = b.Token.Spellings[0];
        return new Reading(EditModel.LettersOf(first) + EditModel.LettersOf(second), first.OmitsVowels || second.OmitsVowels);
    }

    private static ImmutableArray<int> EquivalentsOf(string form, ImmutableArray<Reading> readings)
    {
        var groups = new HashSet<int>();
        foreach (var reading in readings)
        {
            foreach (var group in NameEquivalents.GroupsOf(reading.Latin))
                groups.Add(group);
            // Abdul Salam is also called Salam: both belong to the group of that name.
            if (Compounds.ServantStem(form, reading.Latin) is { } stem)
                groups.Add(-1 - (int)(StemKey(stem) & int.MaxValue));
        }
        return [.. groups.Order()];
    }

    // FNV-1a over the consonants: the same on any machine.
    private static uint StemKey(string stem)
    {
        var hash = 2166136261u;
        foreach (var c in RarityKey.SkeletonOf(RarityKey.Of(stem)))
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }

    private static ImmutableArray<(PartRole Role, string Text)> KnownParts(ListName name) => name.Parts.IsEmpty ? [] :
        [.. name.Parts.Select(p => (RoleOf(p.Kind), p.Text)).Where(p => p.Item1 != PartRole.Unknown)];

    private static PartRole RoleOf(NamePartKind kind) => kind switch
    {
        NamePartKind.Given or NamePartKind.Middle => PartRole.Given,
        NamePartKind.Family or NamePartKind.Maiden => PartRole.Family,
        NamePartKind.Patronymic => PartRole.Patronymic,
        NamePartKind.Title => PartRole.Title,
        _ => PartRole.Unknown,
    };
}
