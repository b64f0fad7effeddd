using System.Collections.Immutable;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Scanning;

/// <summary>All names of the loaded lists and the well-known names of their entries, ready to be found in a text.</summary>
/// <remarks>
/// <para>Two tries over token numbers: of the words as they are written in their script, and of their consonants, which no script
/// keeps apart. A list that prints Latin letters only is found in Arabic and Cyrillic by the second; what it finds is a
/// candidate that the matcher judges.</para>
/// <para>Of a person the press prints fewer names than the list: the first and the last, with or without those between.</para>
/// </remarks>
internal sealed class AliasIndex
{
    /// <summary>Names that more entries share say too little to be verified one by one.</summary>
    private const int MostPerRow = 24;

    /// <summary>A longer name is found by its first words.</summary>
    private const int LongestAlias = 10;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sounds = new(StringComparer.Ordinal);
    private readonly List<Alias> _aliases = [];
    private readonly Tokenizer _tokenizer = new();

    private AliasIndex(ImmutableArray<ListEntry> entries) => Entries = entries;

    /// <summary>The entries, by number.</summary>
    public ImmutableArray<ListEntry> Entries { get; }

    /// <summary>Rows of words as written.</summary>
    public TokenTrie Written { get; } = new();

    /// <summary>Rows of skeletons.</summary>
    public TokenTrie Sounded { get; } = new();

    /// <summary>The alias of a number.</summary>
    public Alias this[int alias] => _aliases[alias];

    /// <summary>Prepares the names of entries.</summary>
    public static AliasIndex Prepare(IEnumerable<ListEntry> entries)
    {
        var index = new AliasIndex([.. entries]);
        var parsed = new ParsedName?[index.Entries.Length][];
        Parallel.For(0, index.Entries.Length, i => parsed[i] = [.. index.Entries[i].Names.Select(n => Parse(index.Entries[i], n))]);
        for (var i = 0; i < index.Entries.Length; i++)
        {
            for (var n = 0; n < parsed[i].Length; n++)
            {
                if (parsed[i][n] is { } name)
                    index.Add(i, index.Entries[i], index.Entries[i].Names[n], name);
            }
        }
        for (var i = 0; i < index.Entries.Length; i++)
        {
            if (index.Entries[i].Schema == EntrySchema.Person)
                continue;
            // The entry bears a strong name of a well-known group: it bears all of them.
            foreach (var name in parsed[i].OfType<ParsedName>().Select(CuratedGroups.Find).OfType<CuratedGroup>().Distinct().SelectMany(g => g.Names))
                index.AddCurated(i, name);
        }
        return index;
    }

    /// <summary>The number of a word that some alias has; −1 when none has it.</summary>
    public int Word(ReadOnlySpan<char> form) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var id) ? id : -1;

    /// <summary>The number of a skeleton that some alias has; −1 when none has it.</summary>
    public int Sound(string skeleton) => _sounds.TryGetValue(skeleton, out var id) ? id : -1;

    /// <summary>How a word is keyed: Cyrillic words by their stem.</summary>
    public static string Key(string form, Script script) => script == Script.Cyrillic ? RussianStems.Of(form) : form;

    private static ParsedName? Parse(ListEntry entry, ListName name) =>
        Transliterator.ScriptOf(name.Text) is not (Script.Latin or Script.Arabic or Script.Cyrillic) ? null
        : entry.Schema is EntrySchema.Vessel or EntrySchema.Airplane or EntrySchema.Other ? null
        : entry.Schema == EntrySchema.Person ? NameParser.Person(name.Text) : NameParser.Organization(name.Text);

    private void Add(int entry, ListEntry listed, ListName name, ParsedName parsed)
    {
        var isPerson = listed.Schema == EntrySchema.Person;
        var isWeak = name.Kind == NameKind.WeakAlias;
        var parts = parsed.Parts.Where(p => p.Role is not (PartRole.Title or PartRole.LegalForm)).ToList();
        if (parts.Count == 0)
            parts = [.. parsed.Parts];
        AddRow(entry, parts, name.Text, isWeak, isPerson);
        if (!isPerson)
        {
            if (parts.Count != parsed.Parts.Length)
                AddRow(entry, [.. parsed.Parts], name.Text, isWeak, false);
            return;
        }
        var telling = parts.Where(p => p.Role != PartRole.Particle).ToList();
        if (telling.Count < 2)
            return;
        AddRow(entry, [telling[^1], telling[0]], name.Text, isWeak, true);
        if (telling.Count == 2)
            return;
        AddRow(entry, [telling[0], telling[^1]], name.Text, isWeak, true);
        AddRow(entry, [telling[0], telling[1]], name.Text, isWeak, true);
        if (telling.Count > 3)
            AddRow(entry, [telling[0], telling[^2], telling[^1]], name.Text, isWeak, true);
        // The comma of "GUERRERO FLORES, Hector Rusthenford" tells two family names and two given ones.
        if (parts.FindIndex(p => p.Role == PartRole.Family) is var family and > 0)
            AddRow(entry, [telling[0], .. parts.Skip(family)], name.Text, isWeak, true);
        for (var i = 1; i + 1 < telling.Count; i++)
            AddRow(entry, [telling[0], telling[i], telling[^1]], name.Text, isWeak, true);
    }

    private void AddRow(int entry, IReadOnlyList<NamePart> parts, string text, bool isWeak, bool isPerson)
    {
        var tokens = parts.SelectMany(p => _tokenizer.Tokenize(p.Text)).Where(t => t.IsWord || t.IsNumber).Take(LongestAlias).ToArray();
        var informative = parts.Count(p => p.Role is not (PartRole.Particle or PartRole.Title or PartRole.LegalForm or PartRole.Generic));
        if (tokens.Length > 0)
            AddTokens(tokens, new Alias(entry, text, AliasOrigin.Listed, isWeak, informative), isPerson);
    }

    private void AddCurated(int entry, CuratedName name)
    {
        var tokens = _tokenizer.Tokenize(name.Text).Where(t => t.IsWord || t.IsNumber).Take(LongestAlias).ToArray();
        if (tokens.Length > 0)
            AddTokens(tokens, new Alias(entry, name.Text, AliasOrigin.Curated, name.IsWeak, tokens.Length), isPerson: false);
    }

    private void AddTokens(Token[] tokens, Alias alias, bool isPerson)
    {
        var number = _aliases.Count;
        _aliases.Add(alias);
        Span<int> row = stackalloc int[LongestAlias];
        for (var i = 0; i < tokens.Length; i++)
            row[i] = NumberOf(_words, Key(tokens[i].Form, tokens[i].Script));
        Written.Add(row[..tokens.Length], number, MostPerRow);
        if (alias.Origin == AliasOrigin.Listed)
            AddSounds(tokens, number, isPerson);
    }

    private void AddSounds(Token[] tokens, int number, bool isPerson)
    {
        var rows = new List<List<string>> { new() };
        foreach (var token in tokens)
        {
            if (Skeleton.IsParticle(token.Form) || token.IsNumber)
                continue;
            var skeletons = Skeleton.Of(token.Form, token.Script);
            if (skeletons.Count == 0)
                continue;
            rows = [.. rows.SelectMany(row => skeletons.Select(s => new List<string>([.. row, .. s]))).Take(4)];
        }
        foreach (var row in rows)
        {
            var letters = row.Sum(piece => piece.Length);
            if (row.Count == 0 || (row.Count == 1 ? isPerson || letters < 5 : letters < 4))
                continue;
            Sounded.Add([.. row.Take(LongestAlias).Select(piece => NumberOf(_sounds, piece))], number, MostPerRow);
        }
    }

    private static int NumberOf(Dictionary<string, int> numbers, string key)
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers[key] = number = numbers.Count;
        return number;
    }
}
