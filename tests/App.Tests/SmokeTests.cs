namespace Marsad.App.Tests;

public class SmokeTests
{
    [Fact]
    public void Repository_is_found() => Assert.True(File.Exists(Path.Combine(SharedData.Repository, "Marsad.slnx")));
}
