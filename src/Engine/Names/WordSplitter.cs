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
            if (char.IsHighSurrogate(c) && i + 1 < _raw.Length && char.IsLowSurrogate(_raw[i + 1]))
            {
                TakePair(c, _raw[++i]);
                continue;
            }
            switch (NameCharacters.Of(c))
            {
                case NameCharacter.Word:
                    _buffer[_length++] = c;
                    _hasWordCharacter |= char.IsLetterOrDigit(c);
                    break;
                case NameCharacter.Dropped:
                    break;
                case NameCharacter.Apostrophe:
                    TakeApostrophe(i);
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
                        _words.Add(new Word("&", Gap.Space) { Form = "and", Kinds = WordKinds.Particle });
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
    }

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

    private void TakeApostrophe(int i)
    {
        if (_length == 0)
            return;
        var word = _buffer[.._length];
        var isClitic = word.Equals("d", StringComparison.OrdinalIgnoreCase) || word.Equals("l", StringComparison.OrdinalIgnoreCase)
            || word.Equals("dell", StringComparison.OrdinalIgnoreCase);
        if (isClitic && i + 1 < _raw.Length && "aeiouhAEIOUHéèâÉ".Contains(_raw[i + 1], StringComparison.Ordinal))
            End(Gap.Apostrophe);
        else if (_buffer[_length - 1] != '\'')
            _buffer[_length++] = '\'';
    }

    /// <summary>A dot between single letters: B.N.C, ش.م.ل; the last dot of an abbreviation is not needed.</summary>
    private readonly bool IsInsideAbbreviation(int dot)
    {
        if (_length == 0 || (_length > 1 && _buffer[_length - 2] != '.') || !char.IsLetter(_buffer[_length - 1]))
            return false;
        if (dot + 1 >= _raw.Length || !char.IsLetter(_raw[dot + 1]))
            return false;
        return dot + 2 >= _raw.Length || !char.IsLetterOrDigit(_raw[dot + 2]);
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
            var text = new string(_buffer[..end]);
            if (!ArabicArticle.Add(_words, text, _gap))
                _words.Add(NewWord(text, _gap));
            _gap = Gap.Space;
        }
        _length = 0;
        _hasWordCharacter = false;
        if (next != Gap.Space && _words.Count > 0)
            _gap = next;
    }

    public static Word NewWord(string text, Gap before)
    {
        var form = Word.FormOf(text);
        return new Word(text, before) { Form = form, Kinds = NameWords.Of(form) };
    }
}
