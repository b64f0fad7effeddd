using System.Text;
using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Transliteration;

namespace Marsad.Accuracy.Fairness;

/// <summary>The common names of countries, and which countries' names are one origin.</summary>
internal sealed class Populations
{
    private readonly Dictionary<string, string> _origins;

    /// <summary>A name that is common in a country.</summary>
    /// <param name="Country">ISO 3166-1 code.</param>
    /// <param name="IsMale">It is given to boys.</param>
    /// <param name="Latin">In Latin letters.</param>
    /// <param name="Local">As it is written there.</param>
    public readonly record struct PopularName(string Country, bool IsMale, string Latin, string Local);

    public Populations()
    {
        _origins = DataFiles.Lines(Path.Combine(DataFiles.Repository, "accuracy", "Fairness", "regions.tsv"))
            .Where(l => l.Text[0] != '#').Select(l => l.Text.Split('\t'))
            .SelectMany(c => c[1].Split(' ').Select(code => (Code: code, Origin: c[0]))).ToDictionary(c => c.Code, c => c.Origin, StringComparer.Ordinal);
        Forenames = Read("common-forenames-by-country.csv", "Gender");
        Surnames = Read("common-surnames-by-country.csv", null);
        ArabicGivenNames = [.. Rows("arabic-names-gender.csv").Select(r => new PopularName("", r["sex"] == "M", r["name"], r["name"]))
            .Where(n => Transliterator.ScriptOf(n.Local) == Script.Arabic)];
        PersianGivenNames = [.. Rows("persian-firstnames-frequency.csv").Select(r => new PopularName("IR", true, r["first_name"], r["first_name"]))
            .Where(n => Transliterator.ScriptOf(n.Local) == Script.Arabic).Take(200)];
    }

    /// <summary>Common given names of 106 countries (CC0).</summary>
    public IReadOnlyList<PopularName> Forenames { get; }

    /// <summary>Common family names of 75 countries (CC0).</summary>
    public IReadOnlyList<PopularName> Surnames { get; }

    /// <summary>Arabic given names in Arabic letters (measure only).</summary>
    public IReadOnlyList<PopularName> ArabicGivenNames { get; }

    /// <summary>The 200 commonest Persian given names in Arabic letters (MIT); their gender is not stated.</summary>
    public IReadOnlyList<PopularName> PersianGivenNames { get; }

    /// <summary>The origins that countries are grouped into.</summary>
    public IEnumerable<string> Origins => _origins.Values.Distinct();

    /// <summary>The origin of a country's names; null for a country that is in no group.</summary>
    public string? OriginOf(string? country) => country is null ? null : _origins.GetValueOrDefault(country.ToUpperInvariant());

    private static List<PopularName> Read(string file, string? gender) =>
    [
        .. Rows(file).Where(r => r["Romanized Name"].Length > 0)
            .Select(r => new PopularName(r["Country"], gender is not null && r[gender] == "M", r["Romanized Name"], r["Localized Name"]))
            .Distinct(),
    ];

    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        var path = DataFiles.Shared("populations/" + name);
        if (!File.Exists(path))
            throw new MeasureException($"{path}: no such file; names of the public lie in ../shared/data");
        using var content = DataFiles.Open(path);
        var file = new ListFile(name, content);
        List<string>? header = null;
        foreach (var record in CsvRecords.Read(new ListReading("populations", [file]), file, Encoding.UTF8))
        {
            if (header is null)
                header = [.. record.Cells.Select(c => c.Trim('\uFEFF', ' '))];
            else
                yield return header.Select((column, i) => (column, Cell: record.Cell(i).Trim())).ToDictionary(c => c.column, c => c.Cell, StringComparer.Ordinal);
        }
    }
}
