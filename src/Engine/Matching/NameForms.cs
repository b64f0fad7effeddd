using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>Prepares names for comparison: takes them apart, reads their words and looks up how rare those are.</summary>
/// <remarks>Holds the words met so far, so that a list's words are prepared once. One instance is used by one thread.</remarks>
internal sealed class NameForms(EditModel edits, Rarity personRarity, Rarity organizationRarity)
{
    /// <summary>Longer joined words are not made: nobody writes them.</summary>
    private const int LongestJoined = 16;

    private readonly Dictionary<(string Form, Script Script, bool IsPerson), Token> _tokens = [];

    /// <summary>Prepares a name.</summary>
    /// <param name="name">The name with the parts its publisher or the caller gives.</param>
    /// <param name="asPerson">Whether it is taken apart as a person's name, or as that of an organization or thing.</param>
    public NameForm Prepare(ListName name, bool asPerson)
    {
        var parsed = asPerson ? NameParser.Person(name.Text, KnownParts(name)) : NameParser.Organization(name.Text);
        var words = ImmutableArray.CreateBuilder<NameWord>(parsed.Parts.Length);
        var legalForms = ImmutableArray.CreateBuilder<string>();
        var numbers = ImmutableArray.CreateBuilder<string>();
        foreach (var part in parsed.Parts)
        {
            if (!asPerson && part.Role == PartRole.LegalForm)
                legalForms.Add(part.Form);
            else if (!asPerson && part.Role == PartRole.Number)
                numbers.Add(part.Form);
            else
                words.Add(new NameWord(TokenOf(part, asPerson), part.Role, part.Text));
        }
        var all = words.ToImmutable();
        return new NameForm
        {
            Text = name.Text,
            IsWeak = name.Kind == NameKind.WeakAlias,
            Words = all,
            Joined = Join(all, asPerson),
            LegalForms = legalForms.ToImmutable(),
            Numbers = numbers.ToImmutable(),
        };
    }

    private Token TokenOf(NamePart part, bool asPerson) => TokenOf(part.Form, part.Script, part.Readings, asPerson, null);

    private Token TokenOf(string form, Script script, ImmutableArray<Reading> readings, bool asPerson, float? rarity)
    {
        if (_tokens.TryGetValue((form, script, asPerson), out var known))
            return known;
        var isKnown = false;
        var bits = rarity ?? (asPerson ? personRarity : organizationRarity).Of(readings, out isKnown);
        var token = new Token
        {
            Form = form,
            Script = script,
            Spellings = [.. readings.Where(r => r.Latin.Length > 0).Select(edits.Spell)],
            Rarity = bits,
            IsJoined = rarity is not null,
            IsKnown = isKnown,
            Equivalents = asPerson ? EquivalentsOf(readings) : [],
            Concept = asPerson ? null : ConceptOf(form),
        };
        return _tokens[(form, script, asPerson)] = token;
    }

    private ImmutableArray<JoinedWord> Join(ImmutableArray<NameWord> words, bool asPerson)
    {
        var joined = ImmutableArray.CreateBuilder<JoinedWord>();
        for (var i = 0; i + 1 < words.Length; i++)
        {
            NameWord a = words[i], b = words[i + 1];
            if (a.Token.Script != b.Token.Script || a.Role is PartRole.Initial or PartRole.Title || b.Role is PartRole.Initial or PartRole.Title)
                continue;
            if (a.Token.Form.Length + b.Token.Form.Length > LongestJoined || a.Token.Spellings.IsEmpty || b.Token.Spellings.IsEmpty)
                continue;
            var readings = Combine(a, b);
            // Agreeing on the joined word proves no more than agreeing on both of its parts.
            var rarity = Math.Min(a.Token.Rarity + b.Token.Rarity, personRarity.Cap);
            var token = TokenOf(a.Token.Form + " " + b.Token.Form, a.Token.Script, readings, asPerson, rarity);
            joined.Add(new JoinedWord(i, new NameWord(token, PartRole.Unknown, a.Text + " " + b.Text)));
        }
        return joined.ToImmutable();
    }

    private static ImmutableArray<Reading> Combine(NameWord a, NameWord b)
    {
        Reading first = ReadingOf(a.Token.Spellings[0]), second = ReadingOf(b.Token.Spellings[0]);
        return [new Reading(first.Latin + second.Latin, first.OmitsVowels || second.OmitsVowels)];
    }

    private static Reading ReadingOf(Spelling spelling) => new(EditModel.LettersOf(spelling), spelling.OmitsVowels);

    private static ImmutableArray<int> EquivalentsOf(ImmutableArray<Reading> readings) => [];

    private static string? ConceptOf(string form) => null;

    private static ImmutableArray<(PartRole Role, string Text)> KnownParts(ListName name) =>
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
