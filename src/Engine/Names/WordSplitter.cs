using System.Text;

namespace Marsad.Engine.Names;

/// <summary>Cleans a raw name and splits it into words, in one pass over its characters.</summary>
/// <remarks>
/// Spaces, commas, slashes, dots and hyphens separate; apostrophes stay inside a word (Ja'far), except after the clitics d' and l'.
/// Text in brackets after a name is a note and left out. In the name of an organization commas and brackets only separate, a bracketed
/// abbreviation at the end is left out, and dotted abbreviations stay one word (B.N.C.).
/// </remarks>
internal ref struct WordSplitter
{
    /// <summary>No real name has more words; what follows is not read.</summary>
    public const int MaxWords = 64;

    private readonly ReadOnlySpan<char> _raw;
    private readonly Span<char> _buffer;
    private readonly bool _organization;
    private readonly List<Word> _words = new(8);
    private int _length;
    private bool _hasWordCharacter;
    private bool _unclosedBracket;
    private Gap _gap = Gap.Space;

    private WordSplitter(ReadOnlySpan<char> raw, Span<char> buffer, bool organization)
    {
        _raw = raw;
        _buffer = buffer;
        _organization = organization;
    }

    public static List<Word> Split(string raw, bool organization)
    {
        var splitter = new WordSplitter(raw, raw.Length <= 256 ? stackalloc char[raw.Length] : new char[raw.Length], organization);
        splitter.Run();
        return splitter._words;
    }

    private void Run()
    {
        for (var i = 0; i < _raw.Length && _words.Count < MaxWords; i++)
        {
            var c = _raw[i];
            if (IsPair(i))
            {
                TakePair(c, _raw[++i]);
                continue;
            }
            switch (NameCharacters.Of(c))
            {
                case NameCharacter.Word:
                    if (_length > 1 && _buffer[_length - 1] == '\'' && IsClitic() && IsVowelOrH(c))
                        End(Gap.Apostrophe);
                    _buffer[_length++] = c;
                    _hasWordCharacter |= char.IsLetterOrDigit(c);
                    break;
                case NameCharacter.Dropped:
                    break;
                case NameCharacter.Apostrophe:
                    if (_length > 0 && _buffer[_length - 1] != '\'')
                        _buffer[_length++] = '\'';
                    break;
                case NameCharacter.Dot when _organization && IsInsideAbbreviation(i):
                    _buffer[_length++] = '.';
                    break;
                case NameCharacter.Hyphen:
                    End(Gap.Hyphen);
                    break;
                case NameCharacter.Comma:
                    End(_organization ? Gap.Space : Gap.Comma);
                    break;
                case NameCharacter.And:
                    End(Gap.Space);
                    if (_organization)
                        _words.Add(new Word("&", Gap.Space) { Form = "and", Kinds = WordKinds.Particle, Canonical = "and" });
                    break;
                case NameCharacter.Opening:
                    End(Gap.Space);
                    if (_words.Count > 0)
                        i = AfterNote(i);
                    break;
                default:
                    End(Gap.Space);
                    break;
            }
        }
        End(Gap.Space);
        // A word may have been added as several.
        if (_words.Count > MaxWords)
            _words.RemoveRange(MaxWords, _words.Count - MaxWords);
    }

    private readonly bool IsPair(int i) => i + 1 < _raw.Length && char.IsSurrogatePair(_raw[i], _raw[i + 1]);

    private void TakePair(char high, char low)
    {
        switch (NameCharacters.Of(new Rune(high, low)))
        {
            case NameCharacter.Word:
                _buffer[_length++] = high;
                _buffer[_length++] = low;
                _hasWordCharacter = true;
                break;
            case NameCharacter.Separator:
                End(Gap.Space);
                break;
        }
    }

    /// <summary>The word so far is d', l' or dell'.</summary>
    private readonly bool IsClitic() => _buffer[..(_length - 1)] is [('d' or 'D' or 'l' or 'L')] or [('d' or 'D'), ('e' or 'E'), ('l' or 'L'), ('l' or 'L')];

    private static bool IsVowelOrH(char c) => "aeiouhAEIOUHéèêâîÉÈÊÂÎ".Contains(c, StringComparison.Ordinal);

    /// <summary>A dot between single letters: B.N.C, ش.م.ل; the last dot of an abbreviation is not needed.</summary>
    private readonly bool IsInsideAbbreviation(int dot)
    {
        if (_length == 0 || (_length > 1 && _buffer[_length - 2] != '.') || !char.IsLetter(_buffer[_length - 1]))
            return false;
        var letter = NextKept(dot);
        if (letter >= _raw.Length || !char.IsLetter(_raw[letter]))
            return false;
        var after = NextKept(letter);
        return after >= _raw.Length || (NameCharacters.Of(_raw[after]) != NameCharacter.Word && !IsPair(after));
    }

    private readonly int NextKept(int i)
    {
        do
            i++;
        while (i < _raw.Length && NameCharacters.Of(_raw[i]) == NameCharacter.Dropped && !IsPair(i));
        return i;
    }

    /// <summary>The index of the bracket that closes the note opened at <paramref name="open"/>, or <paramref name="open"/> when it is no note.</summary>
    private int AfterNote(int open)
    {
        // One failed search is enough: a name full of opening brackets must not cost quadratic time.
        if (_unclosedBracket)
            return open;
        var depth = 0;
        for (var i = open; i < _raw.Length; i++)
        {
            var kind = NameCharacters.Of(_raw[i]);
            depth += kind switch { NameCharacter.Opening => 1, NameCharacter.Closing => -1, _ => 0 };
            if (depth == 0)
                return !_organization || IsAbbreviationAtEnd(open, i) ? i : open;
        }
        _unclosedBracket = true;
        return open;
    }

    private readonly bool IsAbbreviationAtEnd(int open, int close)
    {
        var inside = _raw[(open + 1)..close];
        if (inside.Length is < 2 or > 12 || !_raw[(close + 1)..].IsWhiteSpace())
            return false;
        foreach (var c in inside)
        {
            if (!char.IsUpper(c) && c is not ('-' or '.'))
                return false;
        }
        return true;
    }

    private void End(Gap next)
    {
        var end = _length;
        while (end > 0 && _buffer[end - 1] is '\'' or '.')
            end--;
        if (end > 0 && _hasWordCharacter)
        {
            var known = KnownWord.Of(_buffer[..end]);
            if (!ArabicArticle.Add(_words, known, _gap, _organization))
                _words.Add(NewWord(known, _gap));
            _gap = Gap.Space;
        }
        _length = 0;
        _hasWordCharacter = false;
        if (next != Gap.Space && _words.Count > 0)
            _gap = next;
    }

    public static Word NewWord(KnownWord known, Gap before) => new(known.Text, before) { Form = known.Form, Kinds = known.Kinds, Known = known };
}
