using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.Engine.Tests.Lists.Ofac;

public class OfacRealFileTests
{
    [Theory]
    [InlineData("ofac-sdn", 7379, 9682, "set-2019-01-sdn.csv.gz", "set-2019-01-alt.csv.gz", "set-2019-01-add.csv.gz")]
    [InlineData("ofac-sdn", 8890, 11742, "set-2021-04-25-sdn.csv.gz", "set-2021-04-25-alt.csv.gz", "set-2021-04-25-add.csv.gz")]
    [InlineData("ofac-sdn", 8976, 11910, "set-2021-07-sdn.csv.gz", "set-2021-07-alt.csv.gz", "set-2021-07-add.csv.gz", "set-2021-07-sdn_comments.csv")]
    [InlineData("ofac-sdn", 14965, 18033, "sdn_comments-2025-02-27.csv.gz", "add-2025-02-27.csv.gz", "alt-2024-09.csv.gz", "sdn-2024-05-03.csv.gz")]
    [InlineData("ofac-cons", 442, 1073, "cons_prim-2025-12-19.csv.gz", "cons_alt-2025-12-19.csv.gz", "cons_add-2025-12-19.csv.gz", "cons_comments-2025-12-19.csv.gz")]
    public void Every_row_of_a_published_set_becomes_an_entry_with_its_aliases(string list, int entries, int aliases, params string[] files)
    {
        var reading = new ListReading(list, [.. files.Select(f => Readings.Shared("ofac/" + f))]);
        var read = new OfacReader(list).Read(reading).ToList();
        Assert.Equal(entries, read.Count);
        Assert.Equal(entries, reading.Records);
        Assert.Equal(entries, read.Select(e => e.Id).Distinct().Count());
        Assert.False(reading.IsBroken, reading.Print());
        // A name printed twice for a party is one name.
        Assert.InRange(read.Sum(e => e.Names.Count(n => n.Path == "alt_name")), aliases * 0.99, aliases);
        Assert.DoesNotContain(reading.Issues, i => i.Severity == IssueSeverity.Fatal);
        Assert.DoesNotContain(read, e => e.Schema == EntrySchema.Other);
    }
}
