using System.Xml.Linq;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.House;

public class DocumentationTests
{
    [Fact]
    public void Each_public_type_of_the_engine_says_what_it_means()
    {
        var assembly = typeof(ListEntry).Assembly;
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value))
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        var missing = assembly.GetExportedTypes().Select(t => "T:" + t.FullName!.Replace('+', '.')).Where(t => !documented.Contains(t)).ToList();
        Assert.True(missing.Count == 0, "No doc comment: " + string.Join(", ", missing));
    }
}
