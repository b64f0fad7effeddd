using Marsad.App.Profiles;
using Marsad.App.Terminal;

namespace Marsad.App.Tests.Profiles;

public class HeldProfilesTests
{
    [Fact]
    public void A_file_that_is_changed_counts_after_a_second_and_one_that_is_wrong_is_its_own_trouble()
    {
        using var data = new TemporaryFolder();
        var clock = new TickingClock();
        var held = new HeldProfiles(data.Path, clock);
        Assert.Equal(0.5, held.Find("default")!.Threshold);
        Directory.CreateDirectory(data.File("profiles"));
        File.WriteAllText(data.File("profiles/default.yml"), "threshold: 0.8\n");
        File.WriteAllText(data.File("profiles/broken.yml"), "threshold: high\n");
        Assert.Equal(0.5, held.Find("default")!.Threshold);
        Assert.Null(held.Find("broken"));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(0.8, held.Find("default")!.Threshold);
        Assert.Throws<WrongInputException>(() => held.Find("broken"));
        Assert.Null(held.Find("none"));
        Assert.Equal(["broken", "default", "ofac"], held.Names);
    }

    private sealed class TickingClock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
