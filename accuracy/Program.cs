using System.CommandLine;
using Marsad.Accuracy;
using Marsad.Accuracy.Pairs;

var root = new RootCommand("Measures the engine: labelled pairs, screening queries, the OFAC score, frozen runs.")
{
    PairsCommand.Create(),
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
