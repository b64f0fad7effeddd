using Marsad.Engine.Lists;
using PublicApiGenerator;

namespace Marsad.Engine.Tests.House;

public class PublicApiTests
{
    private static readonly string Approved = Path.Combine(SharedData.Repository, "tests", "Engine.Tests", "House", "PublicApi.approved.txt");

    /// <summary>Other programs embed the engine: what they see changes on purpose or not at all.</summary>
    [Fact]
    public void The_public_face_of_the_engine_is_the_approved_one()
    {
        var api = typeof(ListEntry).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").Trim() + "\n";
        if (api == (File.Exists(Approved) ? File.ReadAllText(Approved).ReplaceLineEndings("\n") : ""))
            return;
        var received = Path.Combine(SharedData.Repository, "artifacts", "PublicApi.received.txt");
        File.WriteAllText(received, api);
        Assert.Fail("The public API of Marsad.Engine changed. If that is meant: cp artifacts/PublicApi.received.txt tests/Engine.Tests/House/PublicApi.approved.txt");
    }
}
