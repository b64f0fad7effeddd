using CsCheck;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

public class DateWordingTests
{
    [Theory]
    [InlineData("1971-03-14", "1971-03-14")]
    [InlineData("1971-03-14T00:00:00", "1971-03-14")]
    [InlineData("2024-02-23T06:48:00+00:00", "2024-02-23")]
    [InlineData("1971-03", "1971-03")]
    [InlineData("1971-00-00", "1971")]
    [InlineData("1971", "1971")]
    [InlineData("14/03/1971", "1971-03-14")]
    [InlineData("14.3.1971", "1971-03-14")]
    [InlineData("03/14/1971", "1971-03-14")]
    [InlineData("11/03/1971", "1971-03-11")]
    [InlineData("00/00/1980", "1980")]
    [InlineData("00/05/1980", "1980-05")]
    [InlineData("dd/mm/1957", "1957")]
    [InlineData("03/1971", "1971-03")]
    public void Numbers(string printed, string date) => Assert.Equal(date, Read(printed));

    [Theory]
    [InlineData("14 Mar 1971", "1971-03-14")]
    [InlineData("March 14, 1971", "1971-03-14")]
    [InlineData("14th March 1971", "1971-03-14")]
    [InlineData("Sept. 1971", "1971-09")]
    [InlineData("1971 May 3", "1971-05-03")]
    [InlineData("23-Sep-2026", "2026-09-23")]
    public void Month_names(string printed, string date) => Assert.Equal(date, Read(printed));

    [Theory]
    [InlineData("24/06/1402 (Hijri Calendar)", "1982-04-18~")]
    [InlineData("1402 (Hijri)", "1981-10-28/1982-10-17")]
    [InlineData("15/02/1350 (solar Hijri)", "1971-05-05~")]
    public void Other_calendars(string printed, string date) => Assert.Equal(date, Read(printed));

    [Theory]
    [InlineData("circa 1961", "1961~")]
    [InlineData("c. 1961", "1961~")]
    [InlineData("approximately 1961", "1961~")]
    [InlineData("(probably) 1944", "1944~")]
    [InlineData("1980 (presumed)", "1980~")]
    [InlineData("1965-1968", "1965/1968")]
    [InlineData("1965 to 1968", "1965/1968")]
    [InlineData("between 1965 and 1968", "1965/1968")]
    [InlineData("circa 1965-1968", "1965/1968~")]
    [InlineData("1970s", "1970/1979~")]
    [InlineData("born in the early 1970s", "1970/1973~")]
    [InlineData("late 1950s", "1957/1959~")]
    public void Approximations_and_ranges(string printed, string date) => Assert.Equal(date, Read(printed));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("Sep-99")]
    [InlineData("71")]
    [InlineData("31/02/1971")]
    [InlineData("14/13/1971")]
    [InlineData("0000")]
    [InlineData("1971-13")]
    [InlineData("14 14 14 1971")]
    [InlineData("May May 1971")]
    [InlineData("99999-01-01")]
    [InlineData("1970s s")]
    public void What_is_no_date_is_not_read(string printed) => Assert.Null(Read(printed));

    [Fact]
    public void Any_text_is_read_or_not_and_never_throws() => Gen.Char["0123456789 /-.,()abcdjanuycirs~\u0660\u3000"].Array[0, 30]
        .Sample(letters => DateWording.TryRead(new string(letters), out _) || true);

    [Fact]
    public void Whatever_is_read_can_be_printed_and_read_again() => Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 12], Gen.Int[0, 28])
        .Sample((year, month, day) => !DateWording.TryRead($"{day:00}/{month:00}/{year:0000}", out var date)
            || (PartialDate.TryParse(date.ToString(), out var again) && again == date));

    private static string? Read(string printed) => DateWording.TryRead(printed, out var date) ? date.ToString() : null;
}
