using System.CommandLine;
using Marsad.Accuracy;
using Marsad.Accuracy.Calibration;
using Marsad.Accuracy.Fairness;
using Marsad.Accuracy.Frozen;
using Marsad.Accuracy.Oracle;
using Marsad.Accuracy.Pairs;
using Marsad.Accuracy.Screening;
using Marsad.Accuracy.Sets;
using Marsad.Accuracy.Training;

var root = new RootCommand("Measures the engine: labelled pairs, screening queries, the OFAC score, frozen runs.")
{
    PairsCommand.Create(),
    CasesCommand.Create(),
    ScreenCommand.Create(),
    OracleCommand.Create(),
    FairnessCommand.Create(),
    CalibrateCommand.Create(),
    OfacScores.Create(),
    MisspeltQueries.Create(),
    OriginalScripts.Create(),
    FrozenCommands.CreateFreeze(),
    FrozenCommands.CreateDiff(),
    FrozenCommands.CreateTargets(),
    RarityTrainer.Create(),
    EditTrainer.Create(),
    EvidenceTrainer.Create(),
};
try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (MeasureException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
