using Marsad.Engine.Tables;

namespace Marsad.Engine.Transliteration;

/// <summary>The letters of one script and their Latin readings, with the places in a word where they count.</summary>
/// <remarks>The header of each table says what the columns mean. Longer letters win over shorter, a place over any, a variety over none.</remarks>
internal sealed class LetterTable
{
    // keyed by the letter as a number: the runtime has code for such dictionaries ready, others cost start-up time
    private readonly Dictionary<int, List<Rule>> _rules = [];
    private readonly Dictionary<int, string> _marks = [];
    private string _vowels = "";

    public static LetterTable Read(string path)
    {
        var table = new LetterTable();
        var rank = 0;
        foreach (var row in TableFile.Rows(path, 3))
        {
            if (row[1] == "vowels")
                table._vowels = row[0];
            else if (row[1] == "marks")
                table.AddMarks(row[0], row[2]);
            else
                table.Add(Rule.Parse(row, rank++));
        }
        return table;
    }

    private void AddMarks(string letters, string variety)
    {
        foreach (var letter in letters)
            _marks[letter] = variety;
    }

    /// <summary>Keeps the rules of a letter in the order in which they are tried.</summary>
    private void Add(Rule rule)
    {
        if (!_rules.TryGetValue(rule.Letters[0], out var rules))
            _rules[rule.Letters[0]] = rules = [];
        var at = rules.Count;
        while (at > 0 && rules[at - 1].Precedence < rule.Precedence)
            at--;
        rules.Insert(at, rule);
    }

    /// <summary>The variety of the script that a letter of the word gives away, such as Ukrainian; empty when none does.</summary>
    public string VarietyOf(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (_marks.TryGetValue(letter, out var variety))
                return variety;
        }
        return "";
    }

    public bool IsVowel(char letter) => _vowels.Contains(letter);

    /// <summary>The rule for the letters at one place of a word; null when the table does not know the letter.</summary>
    /// <param name="word">A run of letters of the script.</param>
    /// <param name="at">Where in it.</param>
    /// <param name="place">What a rule with a place must find: Start, AfterVowel or another; End is found out here.</param>
    /// <param name="variety">The variety of the word.</param>
    public Rule? Find(ReadOnlySpan<char> word, int at, Place place, string variety)
    {
        if (!_rules.TryGetValue(word[at], out var rules))
            return null;
        var rest = word[at..];
        foreach (var rule in rules)
        {
            if (!rest.StartsWith(rule.Letters, StringComparison.Ordinal) || (rule.Variety.Length > 0 && rule.Variety != variety))
                continue;
            if (rule.Place == Place.Any || (rule.Place == Place.End ? rule.Letters.Length == rest.Length && (place & Place.NotEnd) == 0 : (place & rule.Place) != 0))
                return rule;
        }
        return null;
    }

    /// <summary>Spells a run of letters by the table alone.</summary>
    public void Spell(ReadOnlySpan<char> word, Spelling spelling)
    {
        var variety = VarietyOf(word);
        for (var at = 0; at < word.Length;)
        {
            var place = at == 0 ? Place.Start : IsVowel(word[at - 1]) ? Place.AfterVowel : Place.Any;
            var rule = Find(word, at, place, variety);
            if (rule is not null)
                spelling.Add(rule.Piece);
            at += rule?.Letters.Length ?? 1;
        }
    }

    /// <summary>Places in a word that a row may ask for.</summary>
    [Flags]
    internal enum Place
    {
        Any = 0,
        Start = 1,
        End = 2,
        AfterVowel = 4,
        /// <summary>Arabic: و or ی stands for a vowel here.</summary>
        Vowel = 8,
        /// <summary>The rows for the end do not count here, though it may be the end.</summary>
        NotEnd = 16,
    }

    internal sealed record Rule(string Letters, Place Place, string Variety, Piece Piece)
    {
        public int Precedence => (Letters.Length * 4) + (Place == Place.Any ? 0 : 2) + (Variety.Length > 0 ? 1 : 0);

        public static Rule Parse(string[] row, int rank)
        {
            var colon = row[0].IndexOf(':', StringComparison.Ordinal);
            var place = row[1] switch
            {
                "any" => Place.Any,
                "start" => Place.Start,
                "end" => Place.End,
                "after-vowel" => Place.AfterVowel,
                "vowel" => Place.Vowel,
                var unknown => throw new InvalidDataException($"No place in a word is called '{unknown}' (row {string.Join(' ', row)})."),
            };
            var readings = Array.ConvertAll(row[2].Split(' '), reading => reading == "-" ? "" : reading);
            return new Rule(row[0][(colon + 1)..], place, colon < 0 ? "" : row[0][..colon], new Piece(readings, rank));
        }
    }
}
