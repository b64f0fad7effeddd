namespace Marsad.Engine.Tests.Matching;

/// <summary>
/// The labelled cases of <c>tests/cases</c>: pairs of names and whether they should be taken for one party. A strong case that is
/// decided wrongly fails the build; weak ones are counted and named in the output of the test.
/// </summary>
public class LabelledCasesTests(ITestOutputHelper output)
{
    private const double Threshold = 0.5;

    public static TheoryData<string> Kinds => ["person", "organization", "vessel"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strong_cases_are_decided_as_labelled(string kind)
    {
        var wrong = Cases(kind).Where(c => c.Strength == "strong" && IsWrong(c)).Select(Explain).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} strong cases are decided wrongly:\n" + string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weak_cases_are_reported_and_strong_ones_are_the_rule(string kind)
    {
        var cases = Cases(kind).Where(c => c.Strength == "weak").ToList();
        var wrong = cases.Where(IsWrong).ToList();

        output.WriteLine($"{kind}: {cases.Count - wrong.Count} of {cases.Count} weak cases are decided as labelled");
        foreach (var category in wrong.GroupBy(c => c.Category).OrderByDescending(g => g.Count()))
            output.WriteLine($"{category.Key}\n{string.Join('\n', category.Select(Explain))}");
        Assert.True(cases.Count < Cases(kind).Count() / 2, $"{cases.Count} cases of kind {kind} are weak: make those strong that are decided well");
    }

    [Theory]
    [InlineData("person", 150)]
    [InlineData("organization", 60)]
    [InlineData("vessel", 20)]
    public void There_are_enough_cases_of_both_labels_and_none_twice(string kind, int atLeast)
    {
        var cases = Cases(kind).ToList();

        Assert.True(cases.Count >= atLeast, $"{cases.Count} cases of kind {kind}");
        Assert.True(cases.Count(c => !c.IsMatch) >= atLeast / 3, "too few cases that are not a match");
        Assert.Empty(cases.GroupBy(c => (c.Name1, c.Name2)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static IEnumerable<LabelledCase> Cases(string kind) => LabelledCases.All.Where(c => c.Kind == kind);

    private static bool IsWrong(LabelledCase one) => one.Compare().Probability >= Threshold != one.IsMatch;

    private static string Explain(LabelledCase one)
    {
        var comparison = one.Compare(explain: true);
        var parts = comparison.Evidence.SelectMany(e => e.Parts).Select(p => $"{p.Query ?? "∅"}~{p.Listed ?? "∅"} {p.WeightBits:+0.0;-0.0;0.0}");
        return $"  {one.File}:{one.Line} {one.Name1} | {one.Name2} should {(one.IsMatch ? "" : "not ")}match: p {comparison.Probability:F3}, "
            + $"{comparison.WeightBits:+0.0;-0.0} bits ({string.Join("; ", parts)})";
    }
}
