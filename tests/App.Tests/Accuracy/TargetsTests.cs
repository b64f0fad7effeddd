using Marsad.Accuracy.Frozen;

namespace Marsad.App.Tests.Accuracy;

public class TargetsTests
{
    [Fact]
    public void A_target_is_met_at_its_limit_and_short_beyond_it()
    {
        var floor = new Targets.Target("recall", ("screen", "all", "recall1"), IsCeiling: false, 0.985);
        var ceiling = floor with { IsCeiling = true };

        Assert.True(floor.IsMet(0.985) && ceiling.IsMet(0.985));
        Assert.True(floor.IsMet(0.99) && !floor.IsMet(0.98) && ceiling.IsMet(0.98) && !ceiling.IsMet(0.99));
    }

    [Fact]
    public void A_figure_that_a_run_lacks_is_said_to_be_absent() => Assert.All(Targets.Judge([]), line => Assert.StartsWith("absent: ", line));

    [Fact]
    public void Every_target_is_a_figure_of_the_frozen_run()
    {
        var frozen = FrozenFile.Read(FrozenFile.CurrentPath).Select(f => f.Key).ToHashSet();

        Assert.All(Targets.Read(), t => Assert.Contains(t.Figure, frozen));
    }
}
