using Marsad.Accuracy.Frozen;

namespace Marsad.App.Tests.Accuracy;

public class FrozenRunTests
{
    private static readonly FrozenFigure[] Figures =
    [
        new("screen", "all", "n", 400), new("screen", "all", "recall1", 0.9712), new("screen", "all", "alertRate name only@0.5", 0.018),
        new("cases persons", "script Arabic-Latin", "accuracy", 1),
    ];

    [Fact]
    public void A_frozen_run_is_read_back_as_it_was_written()
    {
        var path = Path.Combine(Path.GetTempPath(), $"marsad-{Guid.NewGuid():N}.md");
        try
        {
            FrozenFile.Write(new FullRun(["Model V1."], Figures), path);

            Assert.Equal(Figures, FrozenFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("recall1", 0.97, true)]
    [InlineData("recall1", 0.98, false)]
    [InlineData("recall1", 0.97123, false)]
    [InlineData("alertRate name only@0.5", 0.98, true)]
    [InlineData("alertRate name only@0.5", 0.01, false)]
    [InlineData("n", 3, false)]
    public void A_figure_falls_when_it_moves_to_the_worse_side(string name, double later, bool fell) =>
        Assert.Equal(fell, new FrozenFigure("screen", "all", name, 0.9712).Fell(later));

    [Fact]
    public void A_figure_that_is_gone_counts_as_fallen_and_a_new_one_does_not()
    {
        Assert.Equal(1, FrozenCommands.Print(Figures, [.. Figures.Skip(1), new FrozenFigure("screen", "class typo1", "recall1", 0.5)]));
        Assert.Equal(0, FrozenCommands.Print(Figures, Figures));
    }
}
