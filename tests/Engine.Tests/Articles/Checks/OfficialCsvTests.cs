using Marsad.Engine.Articles.Checks;

namespace Marsad.Engine.Tests.Articles.Checks;

public class OfficialCsvTests
{
    private const string File = """
        Fiscal Year,Month Grouping,Month (abbv),Land Border Region,State,Demographic,Citizenship,Title of Authority,Encounter Count
        2024,FYTD,OCT,Northern Land Border,XA,Adults,MEXICO,Title 8,7
        2024,FYTD,OCT,Northern Land Border,XB,Adults,OTHER,Title 8,5
        2024,FYTD,JAN,Southwest Land Border,XA,Adults,"CHINA, PEOPLES REPUBLIC OF",Title 8,11
        2024,FYTD,SMARCH,Southwest Land Border,XA,Adults,MEXICO,Title 8,1
        """;

    [Fact]
    public void Rows_are_summed_to_month_border_and_citizenship()
    {
        var read = OfficialCsv.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(File)), "x.csv");
        long Count(int year, int month, string border, string citizenship) =>
            read.Cells.Single(c => c.From == new DateOnly(year, month, 1) && c.Border == border && c.Citizenship == citizenship).Count;
        Assert.Equal((12, 7, 5, 11), (Count(2023, 10, "northern", "all"), Count(2023, 10, "northern", "mx"), Count(2023, 10, "northern", "other"), Count(2024, 1, "southwest", "cn")));
        Assert.Contains("line 5", Assert.Single(read.Issues), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_its_columns_is_refused() =>
        Assert.Contains("fiscal year", Assert.Throws<InvalidDataException>(() => OfficialCsv.Read(new MemoryStream("a,b\n1,2\n"u8.ToArray()), "x.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_agencys_file_gives_the_totals_that_ship()
    {
        using var content = SharedData.Open("encounters/cbp-nationwide-encounters-fy21-fy24-state.csv.gz");
        var read = OfficialCsv.Read(content, "cbp.csv");
        Assert.Empty(read.Issues);
        Assert.Equal(2_901_142, read.Cells.Where(c => c.FiscalYear == 2024 && c.Citizenship == "all").Sum(c => c.Count));
        Assert.Equal(
            OfficialTables.Current.Value(OfficialTables.Encounters, "all", "total", "mx", new DateOnly(2023, 10, 1), new DateOnly(2024, 9, 30)),
            OfficialTables.Current.With(read.Cells).Value(OfficialTables.Encounters, "all", "total", "mx", new DateOnly(2023, 10, 1), new DateOnly(2024, 9, 30)));
        Assert.Equal(189_402, OfficialTables.Current.With(read.Cells).Value(OfficialTables.Encounters, "all", "northern", "all", new DateOnly(2022, 10, 1), new DateOnly(2023, 9, 30)));
    }
}
