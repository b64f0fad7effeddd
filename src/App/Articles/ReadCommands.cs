using System.CommandLine;
using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Terminal;
using Marsad.Engine.Articles;
using Marsad.Engine.Matching;

namespace Marsad.App.Articles;

/// <summary>The verb <c>read</c>: an article against the lists in force.</summary>
internal sealed class ReadCommands
{
    private static readonly string[] Languages = ["ar", "en", "ru", "fa"];

    private readonly Argument<string> _file = new("file") { Description = "A text file or an HTML page, or - for standard input", HelpName = "FILE|-" };
    private readonly Option<string> _date = new("--date") { Description = "The day the article was published, where it does not say so itself", HelpName = "DATE" };
    private readonly Option<string> _language = new("--language") { Description = "The language of the article (default: recognized)", HelpName = "ar|en|ru|fa" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "The lists as of this day", HelpName = "DATE" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object instead of a page to read" };

    /// <summary>Makes the verb.</summary>
    public static Command Create(Surroundings here)
    {
        var read = new ReadCommands();
        var verb = new Verb(here, "read", "Read a news article: who is named, who says what, which figures and incidents, and can it be trusted", "marsad read article.txt --date 2024-03-31");
        verb.Add(read._file);
        foreach (var option in (Option[])[read._date, read._language, read._asOf, read._json])
            verb.Add(option);
        read._language.AcceptOnlyFromAmong(Languages);
        verb.Does(read.Run);
        return verb;
    }

    private int Run(ParseResult parse, Surroundings here)
    {
        var name = parse.GetValue(_file)!;
        var options = new ArticleOptions { Date = Day(parse, _date), Language = LanguageOf(parse.GetValue(_language)) };
        var article = Decode(name, Bytes(name, here));
        var lists = new ListStore(here.DataFolder).Open(Day(parse, _asOf));
        var entries = lists.SelectMany(l => l.Entries).ToList();
        var reader = ArticleReader.Prepare(Watchlist.Prepare(entries, ScoringModel.V1), entries);
        var reading = reader.Read(article.Text, options with { MetadataDate = article.PageDate, Language = options.Language ?? article.PageLanguage });
        if (parse.GetValue(_json))
            here.Output.Write(ReadJson.Of(article, reading));
        else
            new ReadView(here).Show(article, reading, lists);
        return reading.Mentions.Any(m => m.Entries is [{ Probability: >= 0.5 }, ..]) ? ExitCode.Match : ExitCode.Nothing;
    }

    private static byte[] Bytes(string name, Surroundings here)
    {
        using var content = name == "-" ? here.OpenInput() : Open(name);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = content.Read(buffer)) > 0 && bytes.Length <= ArticleText.MostBytes)
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }

    private static FileStream Open(string name)
    {
        if (!File.Exists(name))
            throw new WrongInputException(Directory.Exists(name) ? $"\"{name}\" is a folder: read takes one article" : $"there is no file {name}");
        return File.OpenRead(name);
    }

    private static ArticleText Decode(string name, byte[] bytes)
    {
        try
        {
            return ArticleText.Decode(bytes);
        }
        catch (InvalidDataException wrong)
        {
            throw new WrongInputException($"{(name == "-" ? "standard input" : name)} cannot be read: {wrong.Message}");
        }
    }

    private static DateOnly? Day(ParseResult parse, Option<string> option) => parse.GetValue(option) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new WrongInputException($"{option.Name} \"{text}\": allowed is a day such as 2024-03-31"),
    };

    private static ArticleLanguage? LanguageOf(string? code) => code switch
    {
        "ar" => ArticleLanguage.Arabic,
        "en" => ArticleLanguage.English,
        "ru" => ArticleLanguage.Russian,
        "fa" => ArticleLanguage.Persian,
        _ => null,
    };
}
