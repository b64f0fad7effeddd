namespace Marsad.Engine.Lists.Ofac;

/// <summary>Mines the remarks of the csv files for what has no column there.</summary>
internal static class OfacRemarks
{
    /// <summary>Keeps the remarks whole and adds what they say to the party.</summary>
    public static void Mine(OfacParty party, string remarks) => party.Draft.AddRemark(remarks, "Remarks");
}
