namespace Marsad.Accuracy.Pairs;

/// <summary>What measuring needs of a pair: the score it got and whether it is one party.</summary>
/// <param name="Score">The score; probabilities lie in 0..1, other scores on any scale where more means likelier.</param>
/// <param name="IsTrue">The label: the two are one party.</param>
internal readonly record struct ScoredPair(double Score, bool IsTrue);
