namespace Marsad.Engine.Lists;

/// <summary>One file of a reading, as the readers work on it: issues carry the file's name, entries get their ids.</summary>
internal sealed class FileReading(ListReading reading, ListFile file, EntryIds ids)
{
    public ListReading Reading => reading;

    public ListFile File => file;

    /// <summary>Reports an issue of this file.</summary>
    public void Report(ListIssue issue) => reading.Report(issue with { File = file.Name });

    /// <inheritdoc cref="Report(ListIssue)"/>
    public void Report(IssueSeverity severity, long line, string field, string value, string reason) =>
        Report(new ListIssue(severity, line, field, value, reason));

    /// <summary>A draft for the entry of a record, whose issues carry file and line.</summary>
    public EntryDraft Draft(long line) => new(Report, line);

    /// <summary>Ends a record: its entry, or null and an issue where it has no name. A repeated id is numbered and reported.</summary>
    /// <param name="draft">What was read of the record.</param>
    /// <param name="id">The publisher's id; null or empty where it prints none, then a hash serves.</param>
    /// <param name="schema">What kind of party it is.</param>
    /// <param name="line">The record's line.</param>
    public ListEntry? Finish(EntryDraft draft, string? id, EntrySchema schema, long line) => Finish(draft.Build("", schema), id, line);

    /// <inheritdoc cref="Finish(EntryDraft, string?, EntrySchema, long)"/>
    public ListEntry? Finish(ListEntry entry, string? id, long line)
    {
        if (entry.Names.IsEmpty)
        {
            Report(IssueSeverity.Record, line, "name", id ?? "", "the record has no name");
            return null;
        }
        var wanted = string.IsNullOrEmpty(id) ? EntryIds.Hash(entry) : id;
        var full = ids.Take(wanted, out var isNew);
        if (!isNew)
            Report(IssueSeverity.Value, line, "id", wanted, "an earlier record has the same id; this one was numbered");
        return entry with { Id = full };
    }

    /// <summary>Moves the list's date forward to a day that the file gives.</summary>
    public void SeeDate(string? text)
    {
        if (DateWording.TryRead(text, out var date) && date.Precision == DatePrecision.Day && !(reading.ListDate > date.From))
            reading.ListDate = date.From;
    }
}
