using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.BisDpl;

/// <summary>Reads the Denied Persons List of the US Bureau of Industry and Security (text separated by tabs).</summary>
/// <remarks>
/// <para>Entry id: the publisher prints none, so a hash of schema, name and address serves. The list does not say whether a
/// denied person is a human being.</para>
/// <para>Dates are month/day/year. A year from 2100 on (the list has had 3017) is reported and not used. The list date is the
/// newest date of an update.</para>
/// </remarks>
public sealed class BisDplReader : IListReader
{
    private const int FirstUnlikelyYear = 2100;

    private static readonly FrozenSet<string> Columns = FrozenSet.ToFrozenSet(
    [
        "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date", "Expiration_Date", "Standard_Order",
        "Last_Update", "Action", "FR_Citation",
    ], StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string Format => "bis-dpl";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var ids = new EntryIds(reading.ListId);
        return reading.Files.SelectMany(file => Read(new FileReading(reading, file, ids)));
    }

    private static IEnumerable<ListEntry> Read(FileReading file)
    {
        foreach (var row in CsvColumns.Rows(file, Encoding.UTF8, '\t', Columns.Contains, "Name", "Effective_Date"))
        {
            file.Reading.Records++;
            if (ReadRow(file, row) is { } entry)
                yield return entry;
        }
    }

    private static ListEntry? ReadRow(FileReading file, CsvRow row)
    {
        var draft = file.Draft(row.Line);
        var name = row["Name"];
        draft.AddName(name, NameKind.Primary, "Name");
        var address = AddAddress(draft, row);
        draft.AddProgram(row["FR_Citation"], "FR_Citation");
        foreach (var column in new[] { "Expiration_Date", "Standard_Order", "Action" })
        {
            if (row[column] is { Length: > 0 } text)
                draft.AddRemark($"{column}: {text}", column);
        }
        if (Likely(draft, row, "Effective_Date") is { } effective)
            draft.SetListedOn(effective, "Effective_Date");
        if (Likely(draft, row, "Last_Update") is { } updated)
        {
            draft.SetChangedOn(updated, "Last_Update");
            file.SeeDate(updated);
        }
        return file.Finish(draft, name.Length == 0 ? null : EntryIds.Hash(EntrySchema.LegalEntity, name, address), EntrySchema.LegalEntity, row.Line);
    }

    private static string AddAddress(EntryDraft draft, CsvRow row)
    {
        var country = row["Country"];
        var code = Countries.CodeOf(country);
        if (country.Length > 0 && code is null)
            draft.Report("Country", country, "not a country that is known by this name or code");
        var pieces = new[] { "Street_Address", "City", "State", "Postal_Code", "Country" }.Select(c => row[c]);
        var address = string.Join(", ", pieces.Where(p => p.Length > 0));
        draft.AddAddress(address, "Street_Address", row["City"], code);
        return address;
    }

    /// <summary>The date of a column as ISO text; null where there is none or its year cannot be right, which is reported.</summary>
    private static string? Likely(EntryDraft draft, CsvRow row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
            return null;
        if (!DateOnly.TryParseExact(text, ["MM/dd/yyyy", "M/d/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            draft.Report(column, text, "not a date that can be read; month/day/year is expected");
        else if (date.Year >= FirstUnlikelyYear)
            draft.Report(column, text, "the year cannot be right; the date was not used");
        else
            return date.ToString("O", CultureInfo.InvariantCulture);
        draft.AddRemark($"{column}: {text}", column);
        return null;
    }
}
