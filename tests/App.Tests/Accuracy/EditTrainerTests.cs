using Marsad.Accuracy;
using Marsad.Accuracy.Training;

namespace Marsad.App.Tests.Accuracy;

public class EditTrainerTests
{
    [Fact]
    public void Learning_again_from_the_starter_lists_aliases_makes_the_same_table_to_the_byte() =>
        Assert.Equal(File.ReadAllText(Path.Combine(DataFiles.Repository, EditTrainer.SmallTable)), EditTrainer.Small());
}
