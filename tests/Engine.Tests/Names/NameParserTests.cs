using CsCheck;
using Marsad.Engine.Names;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Names;

public class NameParserTests
{
    /// <summary>Pieces that meet every rule of the parser.</summary>
    private static readonly string[] Pieces =
    [
        "al-", "Abd ", "Abdul", "Abu ", "bin ", "الله ", "عبد", "ال", "الدين ", "Allah ", "uddin ", "Sheikh ", "de ", "d'", "Jr.", "III ", "Smith, ",
        "(note) ", "(", "J.R. ", "习近平 ", "김정은", "oglu ", "Ivanovich ", "& ", "٥٥ ", "B.N.C. ", "۰", "Brigadier General ", "ذو", "ابو",
    ];

    private static readonly string[] Gaps = ["", " ", "-", ", ", "'", "\u200C", "\uD800"];

    private static readonly Gen<string> Names = Gen.Select(
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String),
        Gen.Int[0, Gaps.Length - 1].Select(i => Gaps[i]),
        (piece, gap) => piece + gap).List[0, 12].Select(string.Concat);

    [Fact]
    public void No_string_makes_the_parser_throw() =>
        Names.Sample(raw =>
        {
            Assert.True(NameParser.Person(raw).Parts.Length <= WordSplitter.MaxWords);
            Assert.True(NameParser.Organization(raw).Parts.Length <= WordSplitter.MaxWords);
        });

    [Fact]
    public void Every_part_has_a_text_without_surrounding_punctuation_and_a_form() =>
        Names.Sample(raw =>
        {
            foreach (var part in NameParser.Person(raw).Parts)
            {
                Assert.Contains(part.Text, char.IsLetterOrDigit);
                Assert.Equal(part.Text.Trim(' ', '\'', '-', '.', ','), part.Text);
                Assert.NotEmpty(part.Form);
            }
        });

    [Fact]
    public void Parsing_the_parts_joined_by_spaces_gives_the_same_parts() =>
        Names.Sample(raw =>
        {
            AssertStable(name => NameParser.Person(name), raw);
            AssertStable(NameParser.Organization, raw);
        });

    private static void AssertStable(Func<string, ParsedName> parse, string raw)
    {
        var once = parse(raw).Parts.Select(p => p.Text).ToList();
        // Only the first 64 words are read, and a part that comes apart the second time pushes the last ones out.
        if (once.Count > 48)
            return;
        var twice = parse(string.Join(' ', once)).Parts.Select(p => p.Text).ToList();
        // Words kept apart by a comma may form a compound when the comma is gone, so only the letters must be the same then.
        if (raw.AsSpan().IndexOfAny(",،，、\uFE50") >= 0)
            Assert.Equal(Letters(once), Letters(twice));
        else
            Assert.Equal(once, twice);
    }

    private static string Letters(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(char.IsLetterOrDigit));

    [Fact]
    public void A_name_of_ten_thousand_words_is_read_to_its_sixty_fourth()
    {
        var parsed = NameParser.Person(string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"Word{i}")));
        Assert.Equal(64, parsed.Parts.Length);
        Assert.Equal("Word63", parsed.Parts[63].Text);
    }

    [Fact]
    public void One_word_of_ten_thousand_letters_stays_one_part_and_is_read_from_its_beginning()
    {
        var part = Assert.Single(NameParser.Person(new string('a', 10_000)).Parts);
        Assert.Equal(10_000, part.Text.Length);
        Assert.All(part.Readings, r => Assert.InRange(r.Latin.Length, 1, 200));
    }

    [Fact]
    public void Roles_the_publisher_states_are_given_to_the_words_they_name()
    {
        var parsed = NameParser.Person("Usama Muhammad Awad bin Ladin", [(PartRole.Given, "Usama"), (PartRole.Family, "bin Ladin")]);
        Assert.Equal([PartRole.Given, PartRole.Unknown, PartRole.Unknown, PartRole.Particle, PartRole.Family], parsed.Parts.Select(p => p.Role));
    }

    [Fact]
    public void A_stated_word_that_comes_twice_is_given_its_roles_in_order()
    {
        var parsed = NameParser.Person("Muhammad Muhammad", [(PartRole.Given, "Muhammad"), (PartRole.Family, "Muhammad")]);
        Assert.Equal([PartRole.Given, PartRole.Family], parsed.Parts.Select(p => p.Role));
    }

    [Fact]
    public void A_stated_compound_meets_the_compound_of_the_name()
    {
        var parsed = NameParser.Person("Abd al-Rahman Hassan", [(PartRole.Given, "ABD AL-RAHMAN"), (PartRole.Family, "not there")]);
        Assert.Equal(PartRole.Given, parsed.Parts[0].Role);
    }

    [Theory]
    [InlineData("Abd al-Rahman"), InlineData("Abdul Rahman"), InlineData("Abd-ul-Rahman"), InlineData("'Abd Rahman"), InlineData("Abdurrahman")]
    [InlineData("Abdelrahman"), InlineData("Abd ar-Rahman"), InlineData("Abdirahman")]
    public void Abd_al_Rahman_has_the_same_first_reading_however_it_is_written(string raw) =>
        Assert.Equal("abdalrahman", Assert.Single(NameParser.Person(raw).Parts).Readings[0].Latin);

    [Theory]
    [InlineData("Abd Allah"), InlineData("Abdullah"), InlineData("Abdallah"), InlineData("عبد الله"), InlineData("عبدالله"), InlineData("Abdoulaye")]
    [InlineData("Абдулла"), InlineData("Abdul Allah"), InlineData("Абдаллах")]
    public void Abd_Allah_has_the_same_first_reading_in_every_script(string raw) =>
        Assert.Equal("abdallah", Assert.Single(NameParser.Person(raw).Parts).Readings[0].Latin);

    [Theory]
    [InlineData("Habib Allah"), InlineData("Habibullah"), InlineData("Habib-ullah"), InlineData("Habibollah"), InlineData("HABIB ULLAH")]
    public void Habib_Allah_has_the_same_first_reading_however_it_is_written(string raw) =>
        Assert.Equal("habiballah", Assert.Single(NameParser.Person(raw).Parts).Readings[0].Latin);

    [Theory]
    [InlineData("Salah al-Din"), InlineData("Salahuddin"), InlineData("Salah ad-Din"), InlineData("Salah Eddine"), InlineData("Salaheddin")]
    public void Salah_al_Din_has_the_same_first_reading_however_it_is_written(string raw) =>
        Assert.Equal("salahaldin", Assert.Single(NameParser.Person(raw).Parts).Readings[0].Latin);

    [Fact]
    public void A_compound_in_Arabic_script_has_the_article_in_its_readings_and_no_short_vowels_in_its_stem()
    {
        var part = Assert.Single(NameParser.Person("عبد الرحمن").Parts);
        Assert.Contains(new Reading("abdalrhmn", true), part.Readings);
        Assert.Contains(new Reading("abdurrhmn", true), part.Readings);
    }

    [Fact]
    public void Numbers_are_compared_as_digits_whatever_they_are_written_in()
    {
        Assert.Equal("55", NameParser.Organization("لواء ٥٥").Parts[1].Form);
        Assert.Equal("3", NameParser.Person("John Smith III").Parts[2].Form);
        Assert.Equal("12", NameParser.Organization("Unit XII").Parts[1].Readings[0].Latin);
        Assert.Equal("1", NameParser.Organization("First Brigade").Parts[0].Form);
    }

    [Fact]
    public void A_legal_form_of_several_words_is_one_part_and_reads_the_same_in_every_language()
    {
        var russian = NameParser.Organization("Общество с ограниченной ответственностью Волга").Parts[0];
        var english = NameParser.Organization("Volga Limited Liability Company").Parts[^1];
        Assert.Equal(PartRole.LegalForm, russian.Role);
        Assert.Equal(PartRole.LegalForm, english.Role);
        Assert.Equal(english.Readings, russian.Readings);
    }
}
