using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ca;

namespace Marsad.Engine.Tests.Lists.Ca;

public class CaRealFileTests
{
    [Fact]
    public void Every_item_of_every_schedule_becomes_an_entry_with_an_id_of_its_own()
    {
        var (reading, entries) = RealFiles.Read(new CaReader(), "ca", "ca/ca-sema-consolidated-2025-05.xml.gz");

        Assert.Equal(4_759, entries.Count);
        Assert.Equal((3_334, 109), (entries.Count(e => e.Schema == EntrySchema.Person), entries.Count(e => e.Schema == EntrySchema.Vessel)));
        Assert.Equal("2025-03-20", reading.ListDate?.ToString("O"));
        Assert.DoesNotContain(reading.Issues, i => i.Field is "id" || i.Reason.Contains("does not know", StringComparison.Ordinal));
        Assert.Equal("not a date that can be read", Assert.Single(reading.Issues).Reason);
    }

    [Fact]
    public void Names_in_other_letters_are_kept()
    {
        var (_, entries) = RealFiles.Read(new CaReader(), "ca", "ca/ca-sema-consolidated-2025-05.xml.gz");

        Assert.InRange(entries.Count(e => e.Names.Any(n => n.Text.Any(c => c is >= 'А' and <= 'я'))), 1_500, 2_877);
    }
}
