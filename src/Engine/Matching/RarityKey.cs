using System.Text;

namespace Marsad.Engine.Matching;

/// <summary>The key under which the spellings of one name are counted together: Mohammad, Muhammed and Mohamed are one name.</summary>
/// <remarks>Coarse on purpose: a word that shares its key with a common name is never taken for a rare one.</remarks>
internal static class RarityKey
{
    /// <summary>The key of a reading that has its vowels.</summary>
    public static string Of(string latin)
    {
        var key = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var c = latin[i];
            var next = i + 1 < latin.Length ? latin[i + 1] : '\0';
            switch (c)
            {
                case 'k' when next == 'h':
                    Add(key, 'h');
                    i++;
                    break;
                case 'g' or 't' or 'd' when next == 'h':
                    Add(key, c);
                    i++;
                    break;
                case 's' or 'c' when next == 'h':
                    Add(key, 's');
                    i++;
                    break;
                case 'z' when next == 'h':
                case 'd' when next == 'j':
                    Add(key, 'j');
                    i++;
                    break;
                case 'p' when next == 'h':
                    Add(key, 'f');
                    i++;
                    break;
                case 'c' or 'q':
                    Add(key, 'k');
                    break;
                case 'x':
                    Add(key, 'k');
                    Add(key, 's');
                    break;
                case 'w':
                    Add(key, 'v');
                    break;
                case 'a' or 'e' when next is 'i' or 'y':
                    Add(key, 'i');
                    i++;
                    break;
                case 'a' when next is 'u' or 'w':
                    Add(key, 'u');
                    i++;
                    break;
                case 'e' or 'i' or 'y':
                    Add(key, 'i');
                    break;
                case 'o' or 'u':
                    Add(key, 'u');
                    break;
                case 'h' when i > 0 && i == latin.Length - 1:
                    break;
                default:
                    Add(key, c);
                    break;
            }
        }
        return key.ToString();
    }

    /// <summary>The key without its vowels but an initial one: what is left of the name in Arabic or Hebrew letters.</summary>
    public static string SkeletonOf(string key)
    {
        var skeleton = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] is not ('a' or 'i' or 'u'))
                Add(skeleton, key[i]);
            else if (i == 0)
                skeleton.Append('a');
        }
        return skeleton.ToString();
    }

    private static void Add(StringBuilder key, char c)
    {
        if (key.Length == 0 || key[^1] != c)
            key.Append(c);
    }
}
