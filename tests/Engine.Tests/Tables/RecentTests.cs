using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Tables;

public class RecentTests
{
    [Fact]
    public void A_result_is_found_by_its_hash_until_two_others_took_its_place()
    {
        var recent = new Recent<string>(8);
        recent.Add(5, "first");
        recent.Add(5, "second");
        Assert.Equal(["second", "first"], recent.At(5).ToArray());
        recent.Add(5, "third");
        Assert.Equal(["third", "second"], recent.At(5).ToArray());
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Any_hash_has_two_places(int hash)
    {
        var recent = new Recent<string>(8);
        recent.Add(hash, "kept");
        Assert.Equal(["kept", null], recent.At(hash).ToArray());
    }
}
