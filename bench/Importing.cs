using BenchmarkDotNet.Attributes;
using Marsad.Accuracy;
using Marsad.Accuracy.Screening;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Lists.Un;

namespace Marsad.Bench;

/// <summary>Reading list files into entries: megabytes of unpacked file per second.</summary>
public class Importing
{
    private byte[] _un = [];
    private byte[][] _ofac = [];
    private byte[] _nk = [];

    [GlobalSetup]
    public void Load()
    {
        _un = Unpack(MeasuredLists.Un);
        _ofac = [.. MeasuredLists.Ofac.Select(Unpack)];
        _nk = WriteNk(MeasuredLists.Read().Entries);
        Throughput.State(nameof(UnXml), _un.Length / 1e6, "MB/s");
        Throughput.State(nameof(OfacCsv), _ofac.Sum(f => f.Length) / 1e6, "MB/s");
        Throughput.State(nameof(NkNdjson), _nk.Length / 1e6, "MB/s");
    }

    [Benchmark]
    public int UnXml() => Read(new UnReader(), "un", ("un.xml", _un));

    [Benchmark]
    public int OfacCsv() => Read(new OfacReader("ofac-sdn"), "ofac-sdn", ("sdn.csv", _ofac[0]), ("alt.csv", _ofac[1]), ("add.csv", _ofac[2]));

    [Benchmark]
    public int NkNdjson() => Read(new NkReader(), "measured", ("measured.ndjson", _nk));

    private static int Read(IListReader reader, string list, params (string Name, byte[] Content)[] files)
    {
        var reading = new ListReading(list, [.. files.Select(f => new ListFile(f.Name, new MemoryStream(f.Content, writable: false)))]);
        var count = reader.Read(reading).Count();
        return reading.IsBroken || count == 0 ? throw new InvalidDataException($"{list} could not be read") : count;
    }

    private static byte[] WriteNk(IReadOnlyList<ListEntry> entries)
    {
        using var written = new MemoryStream();
        var writer = new NkWriter(written);
        writer.Write(new NkHeader("measured") { Entries = entries.Count });
        foreach (var entry in entries)
            writer.Write(entry);
        return written.ToArray();
    }

    private static byte[] Unpack(string path)
    {
        using var content = DataFiles.Open(path);
        using var unpacked = new MemoryStream();
        content.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
