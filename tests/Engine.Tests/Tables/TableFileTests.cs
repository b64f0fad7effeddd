using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Tables;

public class TableFileTests
{
    [Fact]
    public void An_unknown_table_is_named_in_the_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => TableFile.Rows("data/names/none.tsv").ToList());
        Assert.Contains("data/names/none.tsv", error.Message, StringComparison.Ordinal);
    }
}
