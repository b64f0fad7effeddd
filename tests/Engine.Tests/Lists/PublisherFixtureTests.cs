using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Invented parties in each publisher's layout: every field, every kind of oddity that the layout allows.</summary>
public class PublisherFixtureTests
{
    [Theory]
    [InlineData("opensanctions", "OpenSanctions", "entities.ftm.json")]
    [InlineData("interpol", "OpenSanctions", "targets.simple.csv")]
    [InlineData("us-csl", "UsCsl", "csl.csv")]
    [InlineData("bis-dpl", "BisDpl", "dpl.txt")]
    [InlineData("eu", "Eu", "fsf.xml")]
    [InlineData("eu", "Eu", "fsf-1.1.csv")]
    [InlineData("eu", "Eu", "fsf-1.0.csv")]
    [InlineData("eu", "Eu", "act.csv")]
    [InlineData("eu", "Eu", "flattened.csv")]
    [InlineData("uk", "Uk", "list.xml")]
    [InlineData("uk", "Uk", "list.csv")]
    [InlineData("uk", "Uk", "conlist-windows-1252.csv")]
    [InlineData("uk", "Uk", "flattened.csv")]
    [InlineData("ca", "Ca", "sema.xml")]
    [InlineData("fbi", "Fbi", "wanted.json")]
    public void A_fixture_becomes_the_entries_and_issues_of_its_golden(string format, string folder, string name) =>
        Goldens.Check(ListFormats.Find(format)!, format, folder, name);
}
