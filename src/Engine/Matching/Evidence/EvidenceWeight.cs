namespace Marsad.Engine.Matching;

/// <summary>What one kind of evidence says, and which two values met.</summary>
/// <param name="Verdict">Agrees, conflicts or missing.</param>
/// <param name="Bits">Its weight; 0 when missing.</param>
/// <param name="Query">The position of the subject's value that met; −1 when none did.</param>
/// <param name="Listed">The position of the entry's value that met; −1 when none did.</param>
internal readonly record struct EvidenceWeight(Verdict Verdict, double Bits, int Query, int Listed)
{
    /// <summary>Nothing to compare.</summary>
    public static EvidenceWeight Missing { get; } = new(Verdict.Missing, 0, -1, -1);
}
