using CsCheck;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Transliteration;

public sealed class TransliteratorTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Cases() =>
        File.ReadLines(Path.Combine(SharedData.Repository, "tests", "cases", "transliteration.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(cells => cells.Length >= 3)
            .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[1], cells[2]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_real_name_has_its_printed_spelling_among_the_readings(string script, string word, string accepted)
    {
        Assert.Equal(script, Transliterator.ScriptOf(word).ToString());
        var readings = Transliterator.Read(word);
        Assert.Contains(readings, reading => reading.OmitsVowels
            ? WithoutVowels(reading.Latin) == WithoutVowels(accepted)
            : reading.Latin == accepted);
    }

    [Fact]
    public void Each_script_has_at_least_thirty_names()
    {
        var names = Cases().GroupBy(row => row.Data.Item1).ToDictionary(group => group.Key, group => group.Count());
        foreach (var script in Enum.GetValues<Script>().Except([Script.None]))
            Assert.True(names.GetValueOrDefault(script.ToString()) >= 30, $"{script} has {names.GetValueOrDefault(script.ToString())} names");
    }

    [Theory]
    [InlineData("Moscow", Script.Latin)]
    [InlineData("قاسم سليماني", Script.Arabic)]
    [InlineData("ﻣﺤﻤﺪ", Script.Arabic)]
    [InlineData("Касем", Script.Cyrillic)]
    [InlineData("Μητσοτάκης", Script.Greek)]
    [InlineData("נתניהו", Script.Hebrew)]
    [InlineData("Սարգսյան", Script.Armenian)]
    [InlineData("საქართველო", Script.Georgian)]
    [InlineData("김정은", Script.Hangul)]
    [InlineData("习近平", Script.Han)]
    [InlineData("とうきょう", Script.Kana)]
    [InlineData("Ali علي محمد", Script.Arabic)]
    [InlineData("123 !", Script.None)]
    [InlineData("हिन्दी", Script.None)]
    [InlineData("", Script.None)]
    public void The_script_is_that_of_most_letters(string text, Script script) => Assert.Equal(script, Transliterator.ScriptOf(text));

    [Theory]
    [InlineData("Мoscow", "moscow")]       // Cyrillic М
    [InlineData("Pυtіn", "putin")]         // Greek υ, Cyrillic і
    [InlineData("Пyтин", "putin")]         // Latin y
    [InlineData("МOHAMMED", "mohammed")]
    public void A_word_that_mixes_look_alikes_reads_as_the_script_of_most_letters(string word, string reading) =>
        Assert.Equal(reading, Transliterator.Read(word)[0].Latin);

    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("Šešelj", "seselj")]
    [InlineData("Åse", "ase")]
    public void The_plain_letter_comes_first(string word, string reading) => Assert.Equal(reading, Transliterator.Read(word)[0].Latin);

    [Theory]
    [InlineData("علی", true)]
    [InlineData("משה", true)]
    [InlineData("Али", false)]
    public void Scripts_that_omit_short_vowels_say_so(string word, bool omits) =>
        Assert.All(Transliterator.Read(word), reading => Assert.Equal(omits, reading.OmitsVowels));

    [Fact]
    public void Garbage_has_no_reading()
    {
        string[] garbage = ["", "\uD800", "\uDC00\uD800", "😀🏴‍☠️", "—…!?", "\0\u200B\uFEFF", "हिन्दी"];
        Assert.All(garbage, word => Assert.Empty(Transliterator.Read(word)));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('щ')]
    [InlineData('و')]
    [InlineData('김')]
    [InlineData('曾')]
    [InlineData('ﷺ')]
    public void A_word_of_ten_thousand_letters_is_read_to_its_sixty_fourth(char letter) =>
        Assert.Equal(Transliterator.Read(new string(letter, 64)), Transliterator.Read(new string(letter, 10_000)));

    [Fact]
    public void Readings_of_any_text_are_few_distinct_and_in_plain_letters() =>
        LettersTests.AnyText.Sample(text =>
        {
            var readings = Transliterator.Read(text);
            Assert.InRange(readings.Length, 0, 8);
            Assert.Equal(readings.Length, readings.Distinct().Count());
            Assert.All(readings, reading => Assert.Matches("^[a-z0-9]+$", reading.Latin));
        }, iter: 20_000);

    [Fact]
    public void Encodings_of_one_word_have_the_same_readings() =>
        Assert.Equal(Transliterator.Read("محمد"), Transliterator.Read("ﻣﺤﻤﺪ"));

    /// <summary>Consonants alone, a doubled one once: what two spellings of an Arabic or Hebrew word must share.</summary>
    private static string WithoutVowels(string latin)
    {
        var consonants = new System.Text.StringBuilder();
        foreach (var letter in latin)
        {
            if (!"aeiouyw".Contains(letter) && (consonants.Length == 0 || consonants[^1] != letter))
                consonants.Append(letter);
        }
        return consonants.ToString();
    }
}
