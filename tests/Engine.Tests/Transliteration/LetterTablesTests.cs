using Marsad.Engine.Tables;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Tests.Transliteration;

public sealed class LetterTablesTests
{
    [Theory]
    [InlineData("Russian", "м", "абвгдеёжзийклмнопрстуфхцчшщыэюя")]
    [InlineData("Ukrainian", "м", "абвгґдеєжзиіїйклмнопрстуфхцчшщюя")]
    [InlineData("Belarusian", "м", "абвгдеёжзійклмнопрстуўфхцчшыэюя")]
    [InlineData("Bulgarian", "м", "абвгдежзийклмнопрстуфхцчшщъюя")]
    [InlineData("Serbian", "м", "абвгдђежзијклљмнњопрстћуфхцчџш")]
    [InlineData("Macedonian", "м", "абвгдѓежзѕијклљмнњопрстќуфхцчџш")]
    [InlineData("Kazakh", "м", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя")]
    [InlineData("Kyrgyz", "м", "абвгдеёжзийклмнңоөпрстуүфхцчшщыэюя")]
    [InlineData("Tajik", "м", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшэюя")]
    [InlineData("Uzbek", "м", "абвгғдеёжзийкқлмнопрстуўфхҳцчшэюя")]
    [InlineData("Turkmen", "м", "абвгдеёжҗзийклмнңоөпрстуүфхцчшщыәэюя")]
    [InlineData("Mongolian", "м", "абвгдеёжзийклмноөпрстуүфхцчшщыэюя")]
    [InlineData("Greek", "μ", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ")]
    [InlineData("Hebrew", "מ", "אבגדהוזחטיכלמנסעפצקרשת")]
    [InlineData("Armenian", "մ", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև")]
    [InlineData("Georgian", "მ", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ")]
    [InlineData("Arabic", "م", "ابتثجحخدذرزسشصضطظغفقكلمنهويىةآأإؤئ")]
    [InlineData("Persian", "م", "ابپتثجچحخدذرزژسشصضطظغفقکگلمنوهی")]
    [InlineData("Urdu", "م", "ابپتٹثجچحخدڈذرڑزژسشصضطظغفقکگلمنںوہھی ے")]
    [InlineData("Pashto", "م", "ابپتټثجځچڅحخدډذرړزژږسشښصضطظغفقکګلمنڼوهیېۍئ")]
    [InlineData("Kurdish", "م", "ابپتجچحخدرڕزژسشغفڤقکگلڵمنوۆهەیێ")]
    [InlineData("Uyghur", "م", "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي")]
    [InlineData("Katakana", "ミ", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ")]
    public void Every_letter_of_an_alphabet_has_a_reading(string language, string beside, string alphabet)
    {
        var alone = Transliterator.Read(beside + beside)[0].Latin;
        var silent = alphabet.Where(letter => letter != ' ' && Array.TrueForAll([.. Transliterator.Read(beside + letter + beside)], reading => reading.Latin.Length <= alone.Length));
        Assert.True(!silent.Except(beside).Any(), $"{language}: {string.Concat(silent)} has no reading");
    }

    [Theory]
    [InlineData("compatibility")]
    [InlineData("folding")]
    [InlineData("han")]
    public void No_character_stands_twice_in_a_table(string table)
    {
        var characters = TableFile.Rows($"data/transliteration/{table}.tsv", 2).SelectMany(row => row[1].EnumerateRunes());
        Assert.Empty(characters.GroupBy(rune => rune).Where(rows => rows.Count() > 1).Select(rows => rows.Key.ToString()));
    }

    [Fact]
    public void Every_pinyin_reading_is_in_plain_letters() =>
        Assert.All(TableFile.Rows("data/transliteration/han.tsv", 2), row => Assert.Matches("^[a-z]+$", row[0]));

    [Fact]
    public void A_place_no_table_knows_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LetterTable.Rule.Parse(["a", "sometimes", "b"], 0));
}
