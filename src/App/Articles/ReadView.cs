using Marsad.App.Imports;
using Marsad.App.Terminal;
using Marsad.Engine.Articles;

namespace Marsad.App.Articles;

/// <summary>A reading as a person reads it.</summary>
internal sealed class ReadView(Surroundings here)
{
    /// <summary>Shows the reading.</summary>
    public void Show(ArticleText article, ArticleReading reading, IReadOnlyList<LoadedList> lists)
    {
        _ = lists;
        foreach (var mention in reading.Mentions)
            here.Output.WriteLine($"{mention.Type} {TerminalText.Of(mention.Surface)} {string.Join(", ", mention.Entries.Select(e => e.Entry + " " + e.Probability))}");
        _ = article;
    }
}
