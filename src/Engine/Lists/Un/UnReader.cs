using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Un;

/// <summary>Reads the consolidated list of the UN Security Council, XML as published.</summary>
/// <remarks>
/// <para><b>Id.</b> The list's id and the permanent reference number, trimmed: <c>un:QDi.430</c>. The number of the data row
/// (DATAID) is kept as a reference, <c>un-dataid:6907993</c>.</para>
/// <para><b>Names.</b> FIRST_NAME to FOURTH_NAME are the primary name; NAME_ORIGINAL_SCRIPT is an alias; an alias of quality
/// "Low" is weak, "f.k.a." and aliases noted as formerly listed are former names, all others are aliases.</para>
/// <para><b>Memory.</b> One record at a time.</para>
/// </remarks>
public sealed class UnReader : IListReader
{
    private static readonly HashSet<string> Containers = ["INDIVIDUALS", "ENTITIES"];
    private static readonly HashSet<string> Records = ["INDIVIDUAL", "ENTITY"];

    /// <inheritdoc/>
    public string Format => "un";

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in reading.Files)
        {
            foreach (var element in XmlRecords.Read(reading, file, Records, Containers))
            {
                if (!Records.Contains(element.Name))
                {
                    if (!AcceptRoot(element, reading, file))
                        break;
                    continue;
                }
                reading.Records++;
                var record = new UnRecord(element, reading, file.Name);
                if (record.Reference.Length == 0)
                    record.Report(IssueSeverity.Record, "REFERENCE_NUMBER", "", "is missing: an entry has no id without it");
                else if (!seen.Add(record.Reference))
                    record.Report(IssueSeverity.Record, "REFERENCE_NUMBER", record.Reference, "stands twice in the list: the first record was taken");
                else
                    yield return record.ToEntry();
            }
        }
    }

    private static bool AcceptRoot(XmlRecord root, ListReading reading, ListFile file)
    {
        if (root.Name != "CONSOLIDATED_LIST")
        {
            reading.Report(new(IssueSeverity.Fatal, root.Line, root.Name, "", "is not the root of a UN list: CONSOLIDATED_LIST is") { File = file.Name });
            return false;
        }
        var generated = root.Attribute("dateGenerated") ?? "";
        if (DateWording.TryRead(UnDates.Plain(generated), out var date) && date.Precision == DatePrecision.Day)
            reading.ListDate = date.From;
        else
            reading.Report(new(IssueSeverity.Value, root.Line, "dateGenerated", generated, "is not a date such as 2026-02-27T00:00:09Z") { File = file.Name });
        return true;
    }
}
