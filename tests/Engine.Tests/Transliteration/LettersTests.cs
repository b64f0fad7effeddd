using CsCheck;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Transliteration;

public sealed class LettersTests
{
    /// <summary>Any UTF-16 string, unpaired surrogates included, with the blocks of names and their marks drawn often.</summary>
    internal static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char[' ', '\u024F'], Gen.Char['\u0300', '\u052F'], Gen.Char['\u0530', '\u0700'], Gen.Char['\u1100', '\u11FF'], Gen.Char['\u3040', '\u318F'],
        Gen.Char['\uAC00', '\uAC40'], Gen.Char['\uD800', '\uDFFF'], Gen.Char['\uFB00', '\uFFFF'], Gen.Char['\0', '\uFFFF']).Array[0, 24].Select(letters => new string(letters));

    [Theory]
    [InlineData("Béla", "bela")]
    [InlineData("be\u0301la", "bela")]
    [InlineData("GROẞ", "gross")]
    [InlineData("Øzəl İnan ışık", "ozal inan isik")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Đặng", "dang")]
    [InlineData("Ｆｕｌｌ１２", "full12")]
    [InlineData("ﬁﬂ", "fifl")]
    [InlineData("oʻzbek O’Neil", "ozbek oneil")]
    public void Latin_folds_to_plain_small_letters(string word, string folded) => Assert.Equal(folded, Letters.Fold(word));

    [Theory]
    [InlineData("أحمد", "احمد")]
    [InlineData("إبراهيم", "ابراهيم")]
    [InlineData("ٱلله", "الله")]
    [InlineData("ا\u0653دم", "ادم")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("رحمٰن", "رحمن")]
    [InlineData("محـــمد", "محمد")]
    [InlineData("فاطمة", "فاطمه")]
    [InlineData("على", "علي")]
    [InlineData("کریمی", "كريمي")]
    [InlineData("خامنه\u200Cای", "خامنهاي")]
    [InlineData("\u202Bعلي\u202C", "علي")]
    [InlineData("ﷲ", "الله")]
    [InlineData("ﻣﺤﻤﺪ", "محمد")]
    [InlineData("۱۲۳٤٥", "12345")]
    public void Variants_of_an_Arabic_letter_fold_to_one(string word, string folded) => Assert.Equal(folded, Letters.Fold(word));

    [Theory]
    [InlineData("Семён", "семен")]
    [InlineData("Андреи\u0306", "андрей")]
    [InlineData("КИЇВ", "київ")]
    [InlineData("Ὀδυσσεύς", "οδυσσευσ")]
    [InlineData("שָׁלוֹם", "שלומ")]
    [InlineData("ﾊﾞﾊﾞ", "ババ")]
    [InlineData("か\u3099", "が")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국")]
    [InlineData("𝓗𝓮𝓵𝓵𝓸", "hello")]
    public void Other_scripts_fold_to_one_form_of_each_letter(string word, string folded) => Assert.Equal(folded, Letters.Fold(word));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        AnyText.Sample(text => Letters.Fold(Letters.Fold(text)) == Letters.Fold(text), iter: 20_000);

    [Fact]
    public void Normalizing_twice_changes_nothing() =>
        AnyText.Sample(text => Letters.Normalize(Letters.Normalize(text)) == Letters.Normalize(text), iter: 20_000);

    [Fact]
    public void Every_single_character_folds_the_same_twice()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var once = Letters.Fold(((char)c).ToString());
            Assert.Equal(once, Letters.Fold(once));
        }
    }

    [Fact]
    public void Garbage_folds_to_nothing()
    {
        string[] garbage = ["", "\uD800", "\uDC00\uD800", "\u0301\u064E\u200B\uFEFF"];
        Assert.All(garbage, word => Assert.Equal("", Letters.Fold(word)));
    }
}
