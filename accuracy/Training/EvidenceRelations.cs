using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Accuracy.Training;

/// <summary>How the values of two entries relate, each kind of evidence in the words and the order of the report.</summary>
internal static class EvidenceRelations
{
    private static Weights Weights => ScoringModel.V1.Weights;

    /// <summary>The relations of birth dates, the more exact first.</summary>
    public static IReadOnlyList<string> BirthDates { get; } = [.. Enum.GetNames<BirthDateRelation>()];

    /// <summary>The relations of countries.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["Agrees", "Conflicts"];

    /// <summary>The relations of genders.</summary>
    public static IReadOnlyList<string> Genders { get; } = ["Agrees", "Conflicts"];

    /// <summary>The relations of places of birth.</summary>
    public static IReadOnlyList<string> Places { get; } = ["Agrees", "Conflicts"];

    /// <summary>The relations of numbers.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["Agrees", "NearMiss", "Conflicts"];

    /// <summary>The best relation of two entries' birth dates; null when one has none.</summary>
    public static string? OfBirthDates(ListEntry a, ListEntry b)
    {
        BirthDateRelation? best = null;
        foreach (var x in Births(a))
        {
            foreach (var y in Births(b))
            {
                var relation = BirthDateEvidence.Relate(x, y);
                if (best is null || relation < best)
                    best = relation;
            }
        }
        return best?.ToString();
    }

    /// <summary>Whether a country agrees.</summary>
    public static string? OfCountries(ListEntry a, ListEntry b) => Said(CountryEvidence.Weigh(a.Countries, b.Countries, Weights));

    /// <summary>Whether the gender agrees.</summary>
    public static string? OfGenders(ListEntry a, ListEntry b) => a.Genders.IsEmpty ? null : Said(GenderEvidence.Weigh(a.Genders[0].Value, b.Genders, Weights));

    /// <summary>Whether a place of birth agrees.</summary>
    public static string? OfPlaces(ListEntry a, ListEntry b) => Said(BirthPlaceEvidence.Weigh([.. a.BirthPlaces.Select(p => p.Text)], b.BirthPlaces, Weights));

    /// <summary>Whether a number agrees, or nearly.</summary>
    public static string? OfNumbers(ListEntry a, ListEntry b)
    {
        var weight = IdentifierEvidence.Weigh(a.Identifiers, b.Identifiers, Weights);
        return weight.Verdict switch
        {
            Verdict.Missing => null,
            Verdict.Agrees => weight.Bits > Weights.IdentifierNearMiss ? "Agrees" : "NearMiss",
            _ => "Conflicts",
        };
    }

    private static string? Said(EvidenceWeight weight) => weight.Verdict == Verdict.Missing ? null : weight.Verdict.ToString();

    private static IEnumerable<PartialDate> Births(ListEntry entry) => entry.Dates.Where(d => d.Kind == DateKind.Birth).Select(d => d.Value);
}
