using Marsad.App.Terminal;
using Marsad.Engine.Tests.House;

namespace Marsad.App.Tests.House;

public class ArrowsTests
{
    /// <summary>What each folder may use beside Engine. ARCHITECTURE.md draws it; a new arrow is a decision and not a convenience.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Words"] = [],
        ["Terminal"] = ["Words"],
        ["Storage"] = ["Terminal", "Words"],
        ["Audit"] = ["Storage", "Terminal", "Words"],
        ["Web"] = ["Storage", "Terminal", "Words"],
        ["Accounts"] = ["Web", "Audit", "Storage", "Terminal", "Words"],
        ["Imports"] = ["Accounts", "Audit", "Storage", "Web", "Terminal", "Words"],
        ["Profiles"] = ["Accounts", "Audit", "Storage", "Web", "Terminal", "Words"],
        ["Screening"] = ["Profiles", "Imports", "Accounts", "Audit", "Storage", "Web", "Terminal", "Words"],
        ["Articles"] = ["Imports", "Terminal", "Words"],
    };

    [Fact]
    public void Folders_of_the_app_use_only_what_the_map_allows()
    {
        var uses = NamespaceUses.Of(typeof(Surroundings).Assembly, "Marsad.App");
        Assert.Contains(("Screening", "Profiles"), uses.Keys); // the reading itself works
        var wrong = uses.Where(u => !Allowed.GetValueOrDefault(u.Key.From, []).Contains(u.Key.To)).Select(u => $"{u.Key.From} → {u.Key.To}: {u.Value}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
