using System.Collections.Immutable;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Names;

/// <summary>All that a word's letters alone decide, wherever it stands: its form, its kinds, its readings.</summary>
/// <remarks>Names repeat their words: what was found out about one lately is kept. It is a pure function of the text, so that who
/// asked before changes no answer.</remarks>
internal sealed class KnownWord
{
    /// <summary>Longer words are not kept: nobody asks for them twice.</summary>
    private const int LongestKept = 40;

    private static readonly Recent<KnownWord> Kept = new(1 << 16);

    private ImmutableArray<Reading> _readings;
    private OrganizationWord? _inOrganization;

    private KnownWord(string text)
    {
        Text = text;
        Form = Word.FormOf(text);
        Kinds = NameWords.Of(Form);
        Script = Transliterator.ScriptOf(text);
        Ending = Patronymics.EndingOf(Form);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Folded in its own script, without apostrophes and dots.</summary>
    public string Form { get; }

    /// <summary>What the tables say this word can be.</summary>
    public WordKinds Kinds { get; }

    /// <summary>The script most of its letters are in.</summary>
    public Script Script { get; }

    /// <summary>Whose patronymic it ends like.</summary>
    public PatronymicEnding Ending { get; }

    /// <summary>Its Latin readings, those of the compound it turns out to be first.</summary>
    public ImmutableArray<Reading> Readings
    {
        get
        {
            if (_readings.IsDefault)
                _readings = Compounds.Extend(Transliterator.Read(Text));
            return _readings;
        }
    }

    /// <summary>What it can be in the name of an organization.</summary>
    public OrganizationWord InOrganization => _inOrganization ??= OrganizationWord.Of(Text, Form);

    /// <summary>What is known of a word.</summary>
    public static KnownWord Of(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        foreach (var kept in Kept.At(hash))
        {
            if (kept is not null && text.SequenceEqual(kept.Text))
                return kept;
        }
        var known = new KnownWord(text.ToString());
        if (text.Length <= LongestKept)
            Kept.Add(hash, known);
        return known;
    }
}
