using System.Text;
using System.Text.RegularExpressions;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Names;

public partial class OrganizationWordsTests
{
    [Theory]
    [InlineData("Acme Limited Liability Company", "llc", 3)]
    [InlineData("Acme L L C", "llc", 3)]
    [InlineData("Acme LLC", "llc", 1)]
    [InlineData("Acme Co Ltd", "llc", 2)]
    [InlineData("Acme Pty Ltd", "llc", 2)]
    [InlineData("Ромашка Общество с ограниченной ответственностью", "llc", 4)]
    [InlineData("Romashka Obshchestvo s ogranichennoi otvetstvennostyu", "llc", 4)]
    [InlineData("Ромашка ООО", "llc", 1)]
    [InlineData("Алмаз публичное акционерное общество", "jsc", 3)]
    [InlineData("النور شركة ذات مسؤولية محدودة", "llc", 4)]
    [InlineData("النور شركة مساهمة عامة", "jsc", 3)]
    [InlineData("النور شمل", "jsc", 1)]
    [InlineData("النور ش م ل", "jsc", 3)]
    [InlineData("نور سهامی خاص", "jsc", 2)]
    [InlineData("نور با مسئولیت محدود", "llc", 3)]
    [InlineData("Sol Sociedad Anónima de Capital Variable", "jsc", 5)]
    [InlineData("Sol SA de CV", "jsc", 3)]
    [InlineData("Sol S A de C V", "jsc", 5)]
    [InlineData("Stern Gesellschaft mit beschränkter Haftung", "llc", 4)]
    [InlineData("Stern GmbH and Co KG", "lp", 4)]
    [InlineData("Yildiz Ticaret Anonim Şirketi", "jsc", 2)]
    [InlineData("Gwiazda Sp z o o", "llc", 4)]
    [InlineData("Αστήρ Ανώνυμη Εταιρεία", "jsc", 2)]
    [InlineData("星辰 有限公司", "llc", 1)]
    [InlineData("별 주식회사", "jsc", 1)]
    [InlineData("星 株式会社", "jsc", 1)]
    [InlineData("כוכב בעמ", "llc", 1)]
    [InlineData("Зоря Товариство з обмеженою відповідальністю", "llc", 4)]
    public void Finds_the_legal_form_at_the_end(string name, string canonical, int length)
    {
        var forms = Forms(name);
        Assert.True(OrganizationWords.TryLegalForm(forms, forms.Count - length, out var found, out var form), name);
        Assert.Equal((length, canonical), (found, form));
    }

    [Theory]
    [InlineData("OOO Romashka")]
    [InlineData("AG Stern")]
    [InlineData("شركة ذات مسؤولية محدودة النور")]
    [InlineData("PT Bintang")]
    public void Finds_the_legal_form_at_the_beginning(string name) => Assert.True(OrganizationWords.TryLegalForm(Forms(name), 0, out _, out _), name);

    [Theory]
    [InlineData("Zvezda DOO Beograd", 1)]
    [InlineData("Star Ltd Moscow branch", 1)]
    [InlineData("Star AG GmbH", 1)]
    public void Finds_a_legal_form_inside_the_name_when_it_is_nothing_else(string name, int start) =>
        Assert.True(OrganizationWords.TryLegalForm(Forms(name), start, out _, out _), name);

    [Fact]
    public void Two_thirds_of_the_organizations_on_the_OFAC_list_have_a_known_legal_form()
    {
        using var reader = new StreamReader(SharedData.Open("lists/ofac/sdn-2024-05-03.csv.gz"), Encoding.Latin1);
        var names = reader.ReadToEnd().Split('\n').Select(line => OrganizationRow().Match(line)).Where(match => match.Success)
            .Select(match => Forms(Separators().Replace(match.Groups[1].Value, " "))).ToList();
        var found = names.Count(forms => Enumerable.Range(0, forms.Count).Any(start => OrganizationWords.TryLegalForm(forms, start, out _, out _)));
        Assert.True(found >= names.Count * 2 / 3, $"{found} of {names.Count}");
    }

    [Theory]
    [InlineData("Bank se Sterne", 1)]
    [InlineData("Too Pat Star", 1)]
    [InlineData("LLC", 0)]
    [InlineData("Sociedad Anónima", 0)]
    [InlineData("Star", 0)]
    [InlineData("", 0)]
    public void Finds_no_legal_form_where_none_stands(string name, int start) =>
        Assert.False(OrganizationWords.TryLegalForm(Forms(name), start, out _, out _), name);

    [Fact]
    public void A_start_beyond_the_name_finds_nothing() => Assert.False(OrganizationWords.TryLegalForm(["acme", "llc"], 2, out _, out _));

    [Fact]
    public void A_name_of_many_long_words_is_searched_quickly() =>
        Assert.False(OrganizationWords.TryLegalForm([.. Enumerable.Repeat(new string('x', 10_000), 64)], 0, out _, out _));

    [Theory]
    [InlineData("bank", "bank банк بنك بانك البنك banco banque bankasi masraf مصرف للبنك")]
    [InlineData("trading", "trading trade торговая تجارة التجارية بازرگانی comercio ticaret tejarat للتجارة")]
    [InlineData("company", "company co компания شركة شرکت compania sirketi kompaniya sherkat والشركة")]
    [InlineData("shipping", "shipping کشتیرانی судоходство denizcilik naviera")]
    [InlineData("movement", "movement harakat حركة движение hareketi movimiento جنبش")]
    [InlineData("youth", "youth الشباب молодежь shabaab gençlik")]
    [InlineData("brigade", "brigade كتيبة كتائب бригада")]
    public void Translations_share_a_concept(string concept, string words)
    {
        Assert.All(Forms(words), word => Assert.Equal(concept, OrganizationWords.ConceptOf(word)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ال")]
    [InlineData("wagner")]
    [InlineData("вагнер")]
    [InlineData("\uFFFF")]
    public void A_word_of_no_meaning_has_no_concept(string word) => Assert.Null(OrganizationWords.ConceptOf(word));

    [Theory]
    [InlineData("first", 1)]
    [InlineData("twentieth", 20)]
    [InlineData("первый", 1)]
    [InlineData("двадцать", 20)]
    [InlineData("الأولى", 1)]
    [InlineData("خامس", 5)]
    [InlineData("الخامس", 5)]
    [InlineData("پنجم", 5)]
    [InlineData("décimo", 10)]
    [InlineData("troisième", 3)]
    [InlineData("55", 55)]
    [InlineData("55th", 55)]
    [InlineData("١٢", 12)]
    public void Reads_numbers_in_words_and_digits(string word, int value)
    {
        Assert.True(OrganizationWords.TryNumber(Letters.Fold(word), out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("99999999999999999999")]
    [InlineData("5g")]
    [InlineData("th")]
    public void Reads_no_number_where_none_is(string word) => Assert.False(OrganizationWords.TryNumber(word, out _));

    [Theory]
    [InlineData("llc", PartRole.LegalForm)]
    [InlineData("gmbh", PartRole.LegalForm)]
    [InlineData("ооо", PartRole.LegalForm)]
    [InlineData("se", PartRole.Unknown)]
    [InlineData("bank", PartRole.Generic)]
    [InlineData("international", PartRole.Generic)]
    [InlineData("second", PartRole.Number)]
    [InlineData("islamic", PartRole.Unknown)]
    [InlineData("wagner", PartRole.Unknown)]
    [InlineData("", PartRole.Unknown)]
    public void Tells_the_role_of_a_word(string form, PartRole role) => Assert.Equal(role, OrganizationWords.RoleOf(form));

    [Fact]
    public void Legal_forms_of_sixty_countries_and_more_are_known()
    {
        var countries = TableFile.Rows("data/organizations/legal-forms.tsv", 4).SelectMany(row => row[3].Split(',')).Distinct().ToList();
        Assert.True(countries.Count >= 60, $"only {countries.Count} countries");
        Assert.All(countries, country => Assert.Equal(country, Countries.CodeOf(country)));
    }

    [Fact]
    public void Every_legal_form_of_the_table_is_found_behind_a_name()
    {
        foreach (var row in TableFile.Rows("data/organizations/legal-forms.tsv", 4))
        {
            var forms = Forms("Xyzzy " + row[1].Replace("&", "and", StringComparison.Ordinal));
            Assert.True(OrganizationWords.TryLegalForm(forms, 1, out var length, out var canonical) && length == forms.Count - 1, row[1]);
            Assert.Equal(row[0], canonical);
        }
    }

    private static List<string> Forms(string name) =>
        [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Letters.Fold(word.Replace(".", "", StringComparison.Ordinal)))];

    [GeneratedRegex("^\\d+,\"([^\"]*)\",-0-")]
    private static partial Regex OrganizationRow();

    [GeneratedRegex("[-,()/]+")]
    private static partial Regex Separators();
}
