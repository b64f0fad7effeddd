using Marsad.App.Profiles;
using Marsad.App.Screening;
using Marsad.App.Words;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Tests.Words;

public class WordingsTests
{
    [Fact]
    public void Each_key_has_a_wording_in_each_language()
    {
        foreach (var (key, wordings) in Wordings.All)
        {
            Assert.True(wordings.Length == 3, $"{key} has {wordings.Length} wordings");
            Assert.All(wordings, w => Assert.False(string.IsNullOrWhiteSpace(w), key));
        }
    }

    [Fact]
    public void Each_key_has_the_same_holes_in_each_language()
    {
        foreach (var (key, wordings) in Wordings.All)
        {
            for (var hole = 0; hole < 5; hole++)
                Assert.True(wordings.Select(w => w.Contains($"{{{hole}}}", StringComparison.Ordinal)).Distinct().Count() == 1, $"{key}: hole {hole}");
        }
    }

    [Fact]
    public void Arabic_is_written_in_Arabic_letters_and_Russian_in_Cyrillic()
    {
        foreach (var (key, wordings) in Wordings.All)
        {
            Assert.True(wordings[1].Any(c => c is >= '\u0600' and <= '\u06FF'), $"{key} in Arabic: {wordings[1]}");
            Assert.True(wordings[2].Any(c => c is >= '\u0400' and <= '\u04FF') || wordings[2] is "OFAC" or ",", $"{key} in Russian: {wordings[2]}");
        }
    }

    [Fact]
    public void Each_value_of_the_engine_that_a_person_reads_has_a_wording()
    {
        AssertAll<Verdict>();
        AssertAll<EvidenceKind>();
        AssertAll<PartRelation>();
        AssertAll<Band>();
        AssertAll<EntryGap>();
        AssertAll<EntrySchema>();
        AssertAll<Gender>();
        AssertAll<ScoreRule>();
        AssertAll<EntryChangeKind>();
        AssertFields<NameKind>("name");
        AssertFields<DateKind>("date");
        AssertFields<CountryKind>("country");

        static void AssertAll<T>() where T : struct, Enum => Assert.All(Enum.GetValues<T>(), v => Assert.Contains(Wordings.KeyOf(v), Wordings.All));
        static void AssertFields<T>(string field) where T : struct, Enum =>
            Assert.All(Enum.GetValues<T>(), v => Assert.Contains($"field.{field}.{ScreeningJson.Word(v)}", Wordings.All));
    }

    [Fact]
    public void Holes_are_filled_without_regard_to_the_culture() =>
        Assert.Equal("Model V1 (tables 9f), profile default, threshold 0.5", Wordings.In(Language.English).Say("screen.model", "V1", "9f", "default", 0.5));
}
