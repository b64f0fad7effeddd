using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.House;

public class ArrowsTests
{
    /// <summary>What each folder may use. ARCHITECTURE.md draws it; a new arrow is a decision and not a convenience.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Tables"] = [],
        ["Transliteration"] = ["Tables"],
        ["Names"] = ["Transliteration", "Tables"],
        ["Lists"] = ["Tables"],
        ["Matching"] = ["Names", "Lists", "Transliteration", "Tables"],
        ["Articles"] = ["Matching", "Names", "Lists", "Transliteration", "Tables"],
    };

    [Fact]
    public void Folders_of_the_engine_use_only_what_the_map_allows()
    {
        var uses = NamespaceUses.Of(typeof(ListEntry).Assembly, "Marsad.Engine");
        Assert.Contains(("Matching", "Lists"), uses.Keys); // the reading itself works
        var wrong = uses.Where(u => !Allowed.GetValueOrDefault(u.Key.From, []).Contains(u.Key.To)).Select(u => $"{u.Key.From} → {u.Key.To}: {u.Value}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_engine_depends_on_nothing_but_the_runtime_and_hashing()
    {
        var references = typeof(ListEntry).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(references);
    }
}
