using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Matching;

/// <summary>
/// The cases of <c>tests/cases/evidence.csv</c>, which anyone may edit: a kind of evidence, what the subject gives, what the entry
/// prints, and what the two say of each other. Several values of one side stand with <c> | </c> between them; a country may have its
/// relation before it (<c>residence: France</c>), an identifier its kind before and its issuer behind it (<c>passport:A123 (ir)</c>).
/// </summary>
public class EvidenceCasesTests
{
    private static readonly string[] Columns = ["kind", "query", "listed", "verdict", "sign", "note"];

    public static TheoryData<long, string, string, string, string, string> Rows()
    {
        var (_, records) = LabelledCases.Records(Path.Combine(SharedData.Repository, "tests", "cases", "evidence.csv"));
        Assert.Equal(Columns, records[0].Cells);
        var rows = new TheoryData<long, string, string, string, string, string>();
        foreach (var record in records.Skip(1))
        {
            Assert.True(record.Cells.Length == Columns.Length && record.Cells[5].Length > 0, $"evidence.csv:{record.Line} has {record.Cells.Length} columns, not {Columns.Length}, or no note");
            rows.Add(record.Line, record.Cells[0], record.Cells[1], record.Cells[2], record.Cells[3], record.Cells[4]);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Two_values_say_of_each_other_what_the_case_says(long line, string kind, string query, string listed, string verdict, string sign)
    {
        var evidence = Compare(kind, Values(query), Values(listed));

        Assert.True((verdict, sign) == (evidence.Verdict.ToString().ToLowerInvariant(), Sign(evidence.WeightBits)), $"evidence.csv:{line} {evidence}");
    }

    [Theory]
    [InlineData("name", 10)]
    [InlineData("birthDate", 10)]
    [InlineData("country", 10)]
    [InlineData("gender", 10)]
    [InlineData("birthPlace", 10)]
    [InlineData("identifier", 10)]
    [InlineData("address", 10)]
    public void Each_kind_of_evidence_has_ten_cases_that_agree_that_conflict_and_that_miss(string kind, int atLeast)
    {
        var cases = Rows().Select(r => r.Data).Where(c => c.Item2 == kind).ToList();
        Assert.Equal(cases.Count, cases.Select(c => (c.Item3, c.Item4)).Distinct().Count());
        // Another address contradicts nothing: people and firms move.
        foreach (var verdict in kind == "address" ? ["agrees", "missing"] : (string[])["agrees", "conflicts", "missing"])
            Assert.InRange(cases.Count(c => c.Item5 == verdict), atLeast, int.MaxValue);
    }

    /// <summary>The more exactly two dates agree, the more they say; the further they are apart, the more they say against.</summary>
    [Fact]
    public void Dates_weigh_by_how_exactly_they_agree()
    {
        string[] worseAndWorse = ["1957-03-11", "1957-11-03", "1957", "1955/1960", "1957-03-12", "1958", "1961", "1985"];
        var bits = worseAndWorse.Select(d => Compare("birthDate", ["1957-03-11"], [d]).WeightBits).ToList();
        Assert.Equal(bits.OrderDescending(), bits);
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }

    [Fact]
    public void Numbers_weigh_by_how_exactly_they_agree()
    {
        var bits = ((string[])["passport:A1234567 (ir)", "passport:A1234567 (iq)", "passport:A1234568 (ir)", "passport:B7654321 (ir)"])
            .Select(n => Compare("identifier", ["passport:A1234567 (ir)"], [n]).WeightBits).ToList();
        Assert.Equal(bits.OrderDescending(), bits);
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }

    [Fact]
    public void An_agreement_below_the_name_floor_is_shown_and_does_not_count_and_a_conflict_does()
    {
        var entry = Scoring.Listed("Qasem Soleimani") with { Dates = [new ListDate(DateKind.Birth, Date("1957-03-11"), "dob")] };
        var other = Scoring.Asking("Wilhelmina Oosterhuis");
        var agreeing = ScoringModel.V1.Compare(other with { BirthDates = [Date("1957-03-11")] }, entry, explain: true).Evidence[(int)EvidenceKind.BirthDate];
        Assert.Equal((Verdict.Agrees, 0), (agreeing.Verdict, agreeing.WeightBits));
        var conflicting = ScoringModel.V1.Compare(other with { BirthDates = [Date("1985")] }, entry, explain: true).Evidence[(int)EvidenceKind.BirthDate];
        Assert.True(conflicting is { Verdict: Verdict.Conflicts, WeightBits: < 0 });
    }

    private static Engine.Matching.Evidence Compare(string kind, string[] query, string[] listed)
    {
        var schema = kind switch { "organization name" => EntrySchema.Organization, "vessel name" => EntrySchema.Vessel, _ => EntrySchema.Person };
        var isName = kind.EndsWith("name", StringComparison.Ordinal);
        // Names that agree well, so that all other evidence counts.
        ImmutableArray<ListName> rare = [new ListName("Qasem Soleimani Wolkenstein", NameKind.Primary, "name")];
        var subject = new Subject { Schema = schema, Names = isName ? [.. query.Select(Name)] : rare };
        var entry = new ListEntry { Id = "cases:1", Schema = schema, Names = isName ? [.. listed.Select(Name)] : rare };
        (subject, entry, var of) = kind switch
        {
            "birthDate" => (subject with { BirthDates = [.. query.Select(Date)] }, entry with { Dates = [.. listed.Select(d => new ListDate(DateKind.Birth, Date(d), "dob"))] }, EvidenceKind.BirthDate),
            "country" => (subject with { Countries = [.. query.Select(Country)] }, entry with { Countries = [.. listed.Select(Country)] }, EvidenceKind.Country),
            "gender" => (subject with { Gender = query is [var given] ? GenderOf(given) : null }, entry with { Genders = [.. listed.Select(g => new Sourced<Gender>(GenderOf(g), "gender"))] }, EvidenceKind.Gender),
            "birthPlace" => (subject with { BirthPlaces = [.. query] }, entry with { BirthPlaces = [.. listed.Select(p => new ListPlace(p, Countries.CodeOf(p), "pob"))] }, EvidenceKind.BirthPlace),
            "identifier" => (subject with { Identifiers = [.. query.Select(IdentifierOf)] }, entry with { Identifiers = [.. listed.Select(IdentifierOf)] }, EvidenceKind.Identifier),
            "address" => (subject with { Addresses = [.. query.Select(Address)] }, entry with { Addresses = [.. listed.Select(Address)] }, EvidenceKind.Address),
            _ when isName => (subject, entry, EvidenceKind.Name),
            _ => throw new ArgumentException($"there is no kind of evidence {kind}"),
        };
        return ScoringModel.V1.Compare(subject, entry, explain: true).Evidence.Single(e => e.Kind == of);
    }

    private static string[] Values(string cell) => cell.Length == 0 ? [] : cell.Split(" | ");

    private static string Sign(double bits) => bits > 0 ? "+" : bits < 0 ? "-" : "0";

    private static ListName Name(string text) => new(text, NameKind.Primary, "name");

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException($"{text} is no date");

    private static Gender GenderOf(string text) => Enum.Parse<Gender>(text, ignoreCase: true);

    private static ListCountry Country(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var printed = text[(colon < 0 ? 0 : colon + 2)..];
        return new ListCountry(colon < 0 ? CountryKind.Nationality : Enum.Parse<CountryKind>(text[..colon], ignoreCase: true), printed, Countries.CodeOf(printed), "country");
    }

    private static Identifier IdentifierOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var issuer = text.EndsWith(')') ? text[^3..^1] : null;
        var value = issuer is null ? text[(colon + 1)..] : text[(colon + 1)..^5];
        return new Identifier(Enum.Parse<IdentifierKind>(text[..colon], ignoreCase: true), value, issuer, "id");
    }

    private static ListAddress Address(string text) => new(text, null, Countries.CodeOf(text[(text.LastIndexOf(',') + 1)..]), "address");
}
