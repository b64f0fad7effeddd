using System.IO.Compression;
using System.Text;
using CsCheck;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Tests.Lists.Csv;

public class CsvRecordsTests
{
    private static (List<CsvRecord> Records, ListReading Reading) Read(byte[] bytes, Encoding? encoding = null, char separator = ',')
    {
        var reading = new ListReading("test", [Readings.File("a.csv", bytes)]);
        return ([.. CsvRecords.Read(reading, reading.Files[0], encoding ?? Encoding.UTF8, separator)], reading);
    }

    private static (List<CsvRecord> Records, ListReading Reading) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d\r", "1:a|b 2:c|d")]
    [InlineData("\n\na\n", "3:a")]
    [InlineData("a,,\n", "1:a||")]
    [InlineData(",\n", "1:|")]
    [InlineData("\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d")]
    [InlineData("\"a\r\nb\",c\nd\n", "1:a\nb|c 3:d")]
    [InlineData("a 5\" pipe,b\n", "1:a 5\" pipe|b")]
    [InlineData("\"a\"b,c\n", "1:ab|c")]
    [InlineData("\"\",\"\"\n", "1:|")]
    [InlineData("-0- ,\"x\"\r\n\u001A", "1:-0- |x")]
    [InlineData("x\r\n\u001A\r\n", "1:x")]
    [InlineData("x\n\u001A,,\n", "1:x 2:\u001A||")]
    [InlineData("", "")]
    public void Records_are_cut_at_line_ends_and_cells_at_separators_outside_quotes(string text, string expected)
    {
        var (records, reading) = Read(text);
        Assert.Equal(expected, string.Join(' ', records.Select(r => $"{r.Line}:{string.Join('|', r.Cells)}")));
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void Writing_cells_with_quotes_and_reading_them_gives_the_same_cells() =>
        Gen.String[Gen.Int[0, 7].Select(i => "a,\"\n ب\u001A;"[i]), 0, 12].Array[2, 5].Array[1, 20].Sample(rows =>
        {
            var text = string.Concat(rows.Select(r => string.Join(',', r.Select(c => '"' + c.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\r\n"));
            return Read(text).Records.Select(r => r.Cells).SequenceEqual(rows, new SameCells());
        });

    [Fact]
    public void Records_longer_than_the_buffer_come_out_whole()
    {
        var cell = new string('x', 100_000) + "\"\",\n";
        var (records, reading) = Read($"\"{cell}\",b\nc,{new string('y', 70_000)}\n");
        Assert.Equal(100_003, records[0].Cells[0].Length);
        Assert.Equal(70_000, records[1].Cells[1].Length);
        Assert.Equal(3, records[1].Line);
        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void A_quote_that_is_never_closed_breaks_the_file()
    {
        var (records, reading) = Read("a,b\nc,\"d\ne,f\n");
        Assert.Single(records);
        Assert.True(reading.IsBroken);
        Assert.Contains("never closed", reading.Print(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x', 2 << 20)]
    [InlineData(',', 5000)]
    public void A_cell_or_record_beyond_the_limits_breaks_the_file(char filler, int count)
    {
        var (records, reading) = Read("a\n" + new string(filler, count));
        Assert.Single(records);
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void Bytes_of_another_encoding_are_reported_and_kept_as_replacement_characters()
    {
        var (records, reading) = Read([.. "a,Pe"u8, 0xF1, .. "a\nb,c\n"u8]);
        Assert.Equal("Pe\uFFFDa", records[0].Cells[1]);
        Assert.Equal(2, records.Count);
        Assert.False(reading.IsBroken);
        Assert.Equal((IssueSeverity.Value, 1L), (reading.Issues[0].Severity, reading.Issues[0].Line));
    }

    [Fact]
    public void Utf16_is_read_by_its_byte_order_mark_and_refused_without()
    {
        var bytes = Encoding.Unicode.GetBytes("a,ب\n");
        Assert.Equal("ب", Read([.. Encoding.Unicode.Preamble, .. bytes]).Records[0].Cells[1]);
        var (records, reading) = Read(bytes);
        Assert.Empty(records);
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void A_gzip_that_breaks_off_breaks_the_file()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{i * 7919 % 10007}\n"))));
        var cut = new GZipStream(new MemoryStream(packed.ToArray()[..(int)(packed.Length / 2)]), CompressionMode.Decompress);
        var reading = new ListReading("test", [new("a.csv", cut)]);
        Assert.NotEmpty(CsvRecords.Read(reading, reading.Files[0], Encoding.UTF8).ToList());
        Assert.True(reading.IsBroken);
    }

    private sealed class SameCells : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] obj) => obj.Length;
    }
}
