using System.Collections.Immutable;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>A word of names, prepared for comparison: its spellings in Latin letters and how rare it is.</summary>
internal sealed class Token
{
    /// <summary>What it was made from.</summary>
    public required TokenKey Key { get; init; }

    /// <summary>The word normalized in its own script.</summary>
    public string Form => Key.Form;

    public Script Script => Key.Script;

    /// <summary>The Latin readings, prepared; empty when nothing can be read.</summary>
    public required ImmutableArray<Spelling> Spellings { get; init; }

    /// <summary>The most bits that agreeing on this word can bring.</summary>
    public required float Rarity { get; init; }

    /// <summary>The number of the name it spells (<see cref="Matching.Rarity.Of"/>); 0 for a name without a number, −1 for none.</summary>
    public required int NameNumber { get; init; }

    /// <summary>Whether the word is a name that was counted, not a slip of the pen.</summary>
    public bool IsKnown => NameNumber >= 0;

    /// <summary>Whether, in an organization's name, it is a name of people rather than a word of firms.</summary>
    public bool IsPersonName { get; init; }

    /// <summary>The groups of equivalent names it belongs to (Aleksandr, Sasha).</summary>
    public required ImmutableArray<int> Equivalents { get; init; }

    /// <summary>The concept of a generic word of an organization's name, shared across languages (bank, банк, بنك); null otherwise.</summary>
    public required string? Concept { get; init; }

    /// <summary>Whether, in an organization's name, it is a country or its adjective: the sister firm abroad.</summary>
    public bool IsCountry { get; init; }

    /// <summary>The countries, in ISO codes, of a legal form that only they have (GmbH, Sdn Bhd); empty for one that is written everywhere (Ltd, LLC).</summary>
    public ImmutableArray<string> FormCountries { get; init; } = [];

    /// <summary>Whether it is two neighboring words written as one.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether it is made of the initials of a name of several words.</summary>
    public bool IsAcronym { get; init; }

    /// <summary>How many syllables of Chinese or Korean names it is, in Latin letters: 1, for two words written as one 2, for all others 0.</summary>
    public int Syllables { get; init; }

    /// <summary>1 or −1: whether it is a slip of the pen for a word of legal forms or not; 0 until somebody asks.</summary>
    public sbyte LegalFormSlip { get; set; }
}

/// <summary>A word where it stands in a name.</summary>
/// <param name="Token">What it is compared by.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Text">As written.</param>
internal sealed record NameWord(Token Token, PartRole Role, string Text);

/// <summary>Two neighboring words written as one: Hasan Zade, Hasanzade.</summary>
/// <param name="First">The position of the first of the two words.</param>
/// <param name="A">The first word.</param>
/// <param name="B">The second word.</param>
/// <param name="Rarity">The most bits that agreeing on the joined word can bring.</param>
/// <param name="IsPerson">Whether they stand in the name of a person.</param>
/// <param name="Forms">Makes the joined word; most are never asked for.</param>
internal sealed record JoinedWord(int First, NameWord A, NameWord B, float Rarity, bool IsPerson, NameForms Forms)
{
    private Spelling? _spelling;
    private NameWord? _word;

    /// <summary>How the joined word is spelled.</summary>
    public Spelling Spelling => _spelling ??= Forms.SpellTogether(this);

    /// <summary>The joined word.</summary>
    public NameWord Word => _word ??= Forms.PrepareTogether(this);
}

/// <summary>A name prepared for comparison.</summary>
internal sealed class NameForm
{
    /// <summary>The name as given or printed.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the publisher calls it weak.</summary>
    public required bool IsWeak { get; init; }

    /// <summary>Whether it is a former name printed together with the present one.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Whether it is the name of a ship, as its prefix or its bearer's schema says.</summary>
    public bool IsVessel { get; init; }

    /// <summary>Its words in reading order, particles included.</summary>
    public required ImmutableArray<NameWord> Words { get; init; }

    /// <summary>What its neighboring words read when they are written as one.</summary>
    public required ImmutableArray<JoinedWord> Joined { get; init; }

    /// <summary>The short numbers in it, for organizations.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>The well-known group that it is a strong name of; null for any other name.</summary>
    public CuratedGroup? Group { get; init; }

    /// <summary>Whether its publisher does not print it: it is a name of its entry's <see cref="Group"/> in the table of well-known groups.</summary>
    public bool IsCurated { get; init; }

    /// <summary>Whether it is the initials of the name, see <see cref="Acronyms"/>.</summary>
    public bool IsAcronym { get; init; }

    /// <summary>The initials of this name.</summary>
    /// <param name="initials">They, as one word.</param>
    public NameForm Abbreviated(NameWord initials) =>
        new() { Text = Text, IsWeak = IsWeak, IsFormer = IsFormer, Words = [initials], Joined = [], Numbers = Numbers, IsAcronym = true };

    /// <summary>The same name with other words.</summary>
    public NameForm With(ImmutableArray<NameWord> words) =>
        new() { Text = Text, IsWeak = IsWeak, IsFormer = IsFormer, IsVessel = IsVessel, Words = words, Joined = Joined, Numbers = Numbers, Group = Group, IsCurated = IsCurated, IsAcronym = IsAcronym };
}
