using System.Globalization;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>How rare a word is among the names of people, or of organizations, in bits: −log2 of the share of names that hold it.</summary>
/// <remarks>
/// A frozen table of the scoring model, made by <c>accuracy/</c> from named list versions and name populations; the lists that are
/// loaded never change it. A word nobody has counted is rare, the longer the rarer. A word without its short vowels is as common as
/// all names together that it may be: محمد counts Muhammad and Mahmad, محمود only Mahmud.
/// </remarks>
internal sealed class Rarity
{
    private readonly Dictionary<string, (float Bits, int Number)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Key, double Share)>> _bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<char, float> _ofSyllable = [];
    private readonly Weights _weights;

    /// <summary>Reads the counted words, and for names of people the family names of one syllable.</summary>
    public Rarity(string path, Weights weights, string? pathOfSyllables = null)
    {
        _weights = weights;
        foreach (var row in pathOfSyllables is null ? [] : TableFile.Rows(pathOfSyllables, 2))
        {
            foreach (var letter in row[0])
                _ofSyllable[letter] = float.Parse(row[1], CultureInfo.InvariantCulture);
        }
        foreach (var row in TableFile.Rows(path, 2))
        {
            var bits = double.Parse(row[1], CultureInfo.InvariantCulture);
            _names[row[0]] = ((float)Math.Min(bits, weights.RarityCap), _names.Count + 1);
            var skeleton = RarityKey.SkeletonOf(row[0]);
            if (!_bySkeleton.TryGetValue(skeleton, out var keys))
                _bySkeleton[skeleton] = keys = [];
            keys.Add((row[0], Math.Pow(2, -bits)));
        }
    }

    /// <summary>The most bits a word can have.</summary>
    public float Cap => (float)_weights.RarityCap;

    /// <summary>The bits of a word by its readings: the commonest reading counts.</summary>
    /// <param name="form">The word in its own script.</param>
    /// <param name="script">Its script: names in Chinese and Korean letters are made of few syllables, whatever the reading.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="name">The number of the name that the word spells: see <see cref="NumberOf"/>; 0 for a name that has none of its
    /// own, as it may be several; −1 when it was not counted in any spelling.</param>
    public float Of(string form, Script script, IReadOnlyList<Reading> readings, out int name)
    {
        name = -1;
        var best = Cap;
        foreach (var reading in readings)
        {
            var key = RarityKey.Of(reading.Latin);
            if (reading.OmitsVowels)
            {
                if (OfSkeleton(key, out var bits))
                    (name, best) = (Math.Max(name, 0), Math.Min(best, bits));
            }
            else if (_names.TryGetValue(key, out var known))
            {
                (name, best) = (name > 0 ? name : known.Number, Math.Min(best, known.Bits));
            }
        }
        if (name < 0)
            best = (float)Math.Min(_weights.UnknownRarityBase + _weights.UnknownRarityPerLetter * (readings.Count == 0 ? 0 : readings[0].Latin.Length), Cap);
        if (script is not (Script.Han or Script.Hangul))
            return best;
        return form.Length == 1 && _ofSyllable.TryGetValue(form[0], out var family) ? family : (float)Math.Min(best, _weights.SyllableRarity * form.Length);
    }

    /// <summary>The number of a name by its <see cref="RarityKey"/>; 0 for none.</summary>
    public int NumberOf(string key) => _names.GetValueOrDefault(key).Number;

    private bool OfSkeleton(string key, out float bits)
    {
        bits = 0;
        if (!_bySkeleton.TryGetValue(RarityKey.SkeletonOf(key), out var candidates))
            return false;
        double share = 0;
        foreach (var (candidate, its) in candidates)
        {
            if (IsWithin(key, candidate))
                share += its;
        }
        if (share == 0)
            return false;
        bits = (float)Math.Clamp(-Math.Log2(share), 1, _weights.RarityCap);
        return true;
    }

    // Whether a word may be a name: its letters, the long vowels it does write among them, stand in the name in this order.
    public static bool IsWithin(string word, string name)
    {
        var i = 0;
        foreach (var c in name)
        {
            if (i < word.Length && word[i] == c)
                i++;
        }
        return i == word.Length;
    }
}
