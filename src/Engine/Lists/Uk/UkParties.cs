using Marsad.Engine.Lists.Csv;

namespace Marsad.Engine.Lists.Uk;

/// <summary>The parties of a csv file whose rows are grouped by an id, in the order in which the file first names them.</summary>
internal sealed class UkParties(FileReading file)
{
    private readonly Dictionary<string, UkParty> _byId = new(StringComparer.Ordinal);
    private readonly List<UkParty> _parties = [];

    /// <summary>The party of a row, new with its first row; null and an issue where the row has no id.</summary>
    public UkParty? Of(string id, CsvRow row)
    {
        if (id.Length == 0)
        {
            file.Reading.Records++;
            file.Report(IssueSeverity.Record, row.Line, "id", "", "the record has no id");
            return null;
        }
        if (_byId.TryGetValue(id, out var party))
            return party;
        file.Reading.Records++;
        party = new UkParty(file.Draft(row.Line), id, row.Line);
        _byId.Add(id, party);
        _parties.Add(party);
        return party;
    }

    public IEnumerable<ListEntry> Finish()
    {
        foreach (var party in _parties)
        {
            if (file.Finish(party.Draft, party.Id, party.Schema, party.Line) is { } entry)
                yield return entry;
        }
    }

    /// <summary>Takes the date from the line above the header: "Last Updated,13/04/2018" or "Report Date: 23-Sep-2026".</summary>
    public static IEnumerable<CsvRecord> SkipBanner(FileReading file, IEnumerable<CsvRecord> records)
    {
        var isFirst = true;
        foreach (var record in records)
        {
            if (isFirst)
            {
                isFirst = false;
                var (first, second) = (record.Cell(0), record.Cell(1));
                if (first.StartsWith("Report Date", StringComparison.OrdinalIgnoreCase))
                {
                    file.SeeDate(first[11..].Trim(' ', ':') is { Length: > 0 } date ? date : second);
                    continue;
                }
                if (first.Trim(':').Equals("Last Updated", StringComparison.OrdinalIgnoreCase) && DateWording.TryRead(second, out _))
                {
                    file.SeeDate(second);
                    continue;
                }
            }
            yield return record;
        }
    }
}
