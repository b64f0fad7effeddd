namespace Marsad.Engine.Transliteration;

/// <summary>Reads Latin letters: the plain letter first, then what a language writes for a letter with a diacritic.</summary>
internal static class Latin
{
    private static readonly LetterTable Table = LetterTable.Read("data/transliteration/latin.tsv");
    private static readonly Piece[] Plain = Piece.Plain('a', 26);

    public static void Spell(ReadOnlySpan<char> letters, Spelling spelling)
    {
        var variety = Table.VarietyOf(letters);
        for (var at = 0; at < letters.Length;)
        {
            var letter = letters[at];
            if (Table.Find(letters, at, LetterTable.Place.Any, variety) is { } rule)
            {
                spelling.Add(rule.Piece);
                at += rule.Letters.Length;
                continue;
            }
            if (char.IsAsciiLetterLower(letter))
                spelling.Add(Plain[letter - 'a']);
            else if (Letters.Plain(letter) is { Length: > 0 } plain && char.IsAsciiLetter(plain[0]))
                spelling.Add(new Piece([plain], 0));
            at++;
        }
    }
}
