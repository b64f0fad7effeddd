using Marsad.Engine.Lists;
using Marsad.Engine.Lists.UsCsl;

namespace Marsad.Engine.Tests.Lists.UsCsl;

public class UsCslRealFileTests
{
    [Fact]
    public void Every_record_of_the_thirteen_lists_becomes_an_entry()
    {
        var (reading, entries) = RealFiles.Read(new UsCslReader(), "us-csl", "us-csl/us-csl-2022-05.csv.gz");

        Assert.Equal(14_160, entries.Count);
        Assert.Equal(13, entries.SelectMany(e => e.Programs).Where(p => p.Path == "source").Select(p => p.Value).Distinct().Count());
        Assert.Equal((5_286, 283, 433), (Count(EntrySchema.Person), Count(EntrySchema.Airplane), Count(EntrySchema.Vessel)));
        Assert.DoesNotContain(reading.Issues, i => i.Severity != IssueSeverity.Value || i.Reason.Contains("column", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, e => e.Caption.StartsWith(' '));

        int Count(EntrySchema schema) => entries.Count(e => e.Schema == schema);
    }

    [Fact]
    public void Persons_keep_birth_dates_documents_and_links()
    {
        var (_, entries) = RealFiles.Read(new UsCslReader(), "us-csl", "us-csl/us-csl-2022-05.csv.gz");
        var persons = entries.Where(e => e.Schema == EntrySchema.Person).ToList();

        Assert.InRange(persons.Count(p => !p.Dates.IsEmpty), 5_100, 5_286);
        Assert.InRange(persons.Count(p => p.Identifiers.Any(i => i.Kind == IdentifierKind.Passport)), 1_000, 2_000);
        Assert.InRange(entries.Count(e => !e.LinkedTo.IsEmpty), 2_000, 6_000);
    }
}
