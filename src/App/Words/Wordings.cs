namespace Marsad.App.Words;

/// <summary>What Marsad says to people about evidence, hits and lists, in one language. The table is <c>wordings.tsv</c> beside this file.</summary>
internal sealed class Wordings
{
    private static readonly Lazy<Dictionary<string, string[]>> Table = new(Read);
    private static readonly Wordings[] Languages = [.. Enum.GetValues<Language>().Select(l => new Wordings(l))];
    private readonly Language _language;

    private Wordings(Language language) => _language = language;

    /// <summary>The wordings of a language.</summary>
    public static Wordings In(Language language) => Languages[(int)language];

    /// <summary>The language of a code of the command line; null for null or any other word.</summary>
    public static Language? LanguageOf(string? code) => code switch
    {
        "en" => Language.English,
        "ar" => Language.Arabic,
        "ru" => Language.Russian,
        _ => null,
    };

    /// <summary>The wording of a key.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such key.</exception>
    public string this[string key] => Table.Value[key][(int)_language];

    /// <summary>The wording of a value of an enumeration: <c>Verdict.Agrees</c> is the key <c>verdict.agrees</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[KeyOf(value)];

    /// <summary>The wording of a key with its holes {0}, {1} … filled.</summary>
    public string Say(string key, params ReadOnlySpan<object> values)
    {
        var text = this[key];
        for (var i = 0; i < values.Length; i++)
            text = text.Replace("{" + (char)('0' + i) + "}", FormattableString.Invariant($"{values[i]}"), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The key of a value: the type and the value, each in camel case.</summary>
    public static string KeyOf<T>(T value) where T : struct, Enum => Camel(typeof(T).Name) + "." + Camel(value.ToString());

    /// <summary>All keys with their wordings in the order of <see cref="Language"/>.</summary>
    public static IReadOnlyDictionary<string, string[]> All => Table.Value;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(Wordings).Assembly.GetManifestResourceStream("words/wordings.tsv")
            ?? throw new InvalidDataException("wordings.tsv is not part of this build."));
        var table = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            table.Add(cells[0], cells[1..]);
        }
        return table;
    }
}
