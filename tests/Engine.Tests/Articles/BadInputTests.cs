using System.Text;
using CsCheck;
using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles;

public class BadInputTests
{
    private static readonly string[] Pieces =
    [
        "قال", "وقالت", "إن", "بحسب", "«", "»", "“", "”", "\"", "'", "(", ")", ",", "،", ".", "!", "؟", ":", "—", "-", "\n", "\r\n", " ", "\u200c", "\u202e", "\u0640",
        "said", "told", "according to", "that", "denied", "claimed responsibility for", "Hamza Qasim", "Al-Warraqi", "U.S.", "Dec. 12, 2025", "FY2024", "fiscal year", "a year earlier",
        "сказал", "что", "по словам", "взял на себя", "Темирлан", "Грозукова", "1,733,618", "٣٥ ألفاً و٢٠٠", "۲٫۵ هزار میلیارد", "12", "3", "%", "$", "crore", "млн", "killed", "قتل", "погибли",
        "attack", "هجوم", "взрыв", "حركة الفجر الأصفر", "وزارة", "завод", "\uD83D\uDE00", "\uD800", "\0", "بن", "عبد", "الله", "و", "ل", "بين", "between", "2021", "2023-24", "31 June 2024", "29 فبراير 2023",
        "گفت", "که", "شد", "۲۴ آذر ۱۴۰۲", "۳۱ اسفند ۱۴۰۲", "99999999999999999999", "0", "-1", "1/0/0",
    ];

    /// <summary>Any row of the pieces that the rules look for is read, and every span lies in the text.</summary>
    [Fact]
    public void Any_row_of_words_and_marks_is_read_and_every_span_lies_in_the_text() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(p => string.Join(p.Length % 3 == 0 ? "" : " ", p)).Sample(text =>
        {
            var reading = InventedList.Reader.Read(text, new ArticleOptions { Date = new DateOnly(2024, 6, 5) });
            foreach (var span in Spans(reading))
                Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= text.Length, $"{span} of {text.Length}");
        }, iter: 400);

    private static IEnumerable<TextSpan> Spans(ArticleReading reading) =>
    [
        .. reading.Mentions.Select(m => m.Span), .. reading.Mentions.SelectMany(m => m.References), .. reading.Figures.Select(f => f.Span),
        .. reading.Statements.SelectMany(s => s.Content.Concat(s.Quotes)), .. reading.Statements.Select(s => s.Cue?.Span ?? default),
        .. reading.Statements.Select(s => s.Speaker.Span ?? default), .. reading.Incidents.SelectMany(i => i.Evidence), .. reading.SourceCheck.Select(i => i.Span),
    ];

    /// <summary>Each of these has a hundred thousand letters and would take minutes if any step were more than linear.</summary>
    [Theory]
    [InlineData("x", 100000)]
    [InlineData("12 ", 33000)]
    [InlineData("\"a «b “c ", 11000)]
    [InlineData("Hamza Qasim ", 8000)]
    [InlineData("said that Hamza, ", 6000)]
    [InlineData("قال الوزير ", 9000)]
    [InlineData("وزارة ", 16000)]
    [InlineData("3 мая взрыв, ", 7500)]
    [InlineData("killed 3 people. ", 5800)]
    [InlineData("A. ", 33000)]
    [InlineData("(IMS) ", 16000)]
    public void A_hundred_thousand_letters_of_one_piece_are_read(string piece, int times)
    {
        var text = new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
        Assert.NotNull(InventedList.Read(text, new DateOnly(2024, 6, 5)));
    }

    [Fact]
    public void Of_a_text_that_is_too_long_the_beginning_is_read_and_that_is_said()
    {
        var text = "Dariush Khalduni left. " + new string(' ', ArticleReader.LongestText) + "Dariush Khalduni came.";
        var reading = InventedList.Read(text);
        Assert.Single(reading.Mentions, m => m.Surface == "Dariush Khalduni");
        Assert.Contains(reading.SourceCheck, i => i.Kind == "cut");
    }
}
