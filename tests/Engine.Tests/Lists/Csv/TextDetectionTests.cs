using System.Text;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Tests.Lists.Csv;

public class TextDetectionTests
{
    private const string Russian = "id;имя;дата рождения\n1;Тестов Рафик Ильясович;1971\n2;Пробина Анна;1980\n";
    private const string Arabic = "id,الاسم,تاريخ الميلاد\n1,رفيق علي التجريبي,1971\n2,سالم المثال,1980\n";
    private const string German = "id;Name;Geburtsort\n1;Jürgen Müller;Köln\n2;René Façade;Orléans\n";

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Arabic, "windows-1256")]
    [InlineData(German, "windows-1252")]
    [InlineData(Russian, "utf-8")]
    [InlineData(Arabic, "utf-8")]
    [InlineData("id,name\n1,Plain ASCII\n", "utf-8")]
    [InlineData("id,name\n1,Plain ASCII\n", "utf-16")]
    [InlineData("id,name\n1,Plain ASCII\n", "utf-16be")]
    [InlineData(Russian, "utf-16")]
    [InlineData("", "utf-8")]
    public void The_encoding_is_recognized_without_a_byte_order_mark(string text, string encoding)
    {
        var expected = TextDetection.ByName(encoding)!;

        Assert.Equal(expected.WebName, TextDetection.Detect(expected.GetBytes(text)).Encoding.WebName);
    }

    [Theory]
    [InlineData("УЛИЦА МИРА, ТЕСТОВ ИВАН ПЕТРОВИЧ", "windows-1251")]
    [InlineData("محمد علي حسن،الخالدي", "windows-1256")]
    [InlineData("نام خانوادگی رضا تهرانی", "windows-1256")]
    [InlineData("ŒUVRE, É, Ünal Öğretmen", "windows-1252")]
    public void Short_texts_in_capitals_or_Persian_are_recognized_too(string text, string encoding) =>
        Assert.Equal(encoding, TextDetection.Detect(TextDetection.ByName(encoding)!.GetBytes(text)).Encoding.WebName);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = TextDetection.ByName(name)!;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Russian)];

        var format = TextDetection.Detect(bytes);

        Assert.True(format.HasBom);
        Assert.Equal((encoding.WebName, ';'), (format.Encoding.WebName, format.Delimiter));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a;b\n\"x;y\";\"1,2,3,4\"\n\"x, y, z\";2\n", ';')]
    [InlineData("a\tb\n1,5\t2,5\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("name\nx\n", ',')]
    [InlineData("name;address\n\"A\";\"Street 1, City\"\n\"B\";\"Street 2, City\"\n", ';')]
    public void The_delimiter_is_the_one_that_all_lines_agree_on(string text, char delimiter) =>
        Assert.Equal(delimiter, TextDetection.Detect(Encoding.UTF8.GetBytes(text)).Delimiter);

    [Fact]
    public void A_letter_cut_by_the_end_of_the_sample_is_still_UTF8()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('a', 99) + "ж");

        Assert.Equal("utf-8", TextDetection.Detect(bytes.AsSpan(0, 100)).Encoding.WebName);
    }

    [Fact]
    public void Opening_gives_the_whole_content_whatever_its_size()
    {
        var bytes = new byte[TextDetection.SampleSize * 2 + 7];
        Array.Fill(bytes, (byte)'x');
        bytes[^1] = (byte)'y';

        using var copy = new MemoryStream();
        using (var opened = TextDetection.Open(new MemoryStream(bytes), out _))
            opened.CopyTo(copy);

        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void The_format_words_itself_for_people() =>
        Assert.Equal("windows-1251, semicolon", TextDetection.Detect(TextDetection.ByName("cp1251")!.GetBytes(Russian)).ToString());
}
