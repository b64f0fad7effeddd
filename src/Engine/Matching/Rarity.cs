using System.Globalization;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Matching;

/// <summary>How rare a word is among the names of people, or of organizations, in bits: −log2 of the share of names that hold it.</summary>
/// <remarks>
/// A frozen table of the scoring model, made by <c>accuracy/</c> from named list versions and name populations; the lists that are
/// loaded never change it. A word nobody has counted is rare, the longer the rarer.
/// </remarks>
internal sealed class Rarity
{
    private readonly Dictionary<string, float> _bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> _skeletonBits = new(StringComparer.Ordinal);
    private readonly Weights _weights;

    public Rarity(string path, Weights weights)
    {
        _weights = weights;
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in TableFile.Rows(path, 2))
        {
            var bits = double.Parse(row[1], CultureInfo.InvariantCulture);
            _bits[row[0]] = (float)Math.Min(bits, weights.RarityCap);
            var skeleton = RarityKey.SkeletonOf(row[0]);
            shares[skeleton] = shares.GetValueOrDefault(skeleton) + Math.Pow(2, -bits);
        }
        foreach (var (skeleton, share) in shares)
            _skeletonBits[skeleton] = (float)Math.Clamp(-Math.Log2(share), 1, weights.RarityCap);
    }

    /// <summary>The most bits a word can have.</summary>
    public float Cap => (float)_weights.RarityCap;

    /// <summary>The bits of a word by its readings: the commonest reading counts.</summary>
    /// <param name="readings">The readings; at least one.</param>
    /// <param name="isKnown">Whether the word, in some spelling, is a name that was counted.</param>
    public float Of(IReadOnlyList<Reading> readings, out bool isKnown)
    {
        isKnown = false;
        var best = float.MaxValue;
        foreach (var reading in readings)
        {
            var key = RarityKey.Of(reading.Latin);
            if (reading.OmitsVowels ? _skeletonBits.TryGetValue(RarityKey.SkeletonOf(key), out var bits) : _bits.TryGetValue(key, out bits))
            {
                isKnown = true;
                best = Math.Min(best, bits);
            }
        }
        if (isKnown)
            return best;
        var letters = readings.Count == 0 ? 0 : readings[0].Latin.Length;
        return (float)Math.Min(_weights.UnknownRarityBase + _weights.UnknownRarityPerLetter * letters, _weights.RarityCap);
    }
}
