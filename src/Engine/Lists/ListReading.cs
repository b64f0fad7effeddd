namespace Marsad.Engine.Lists;

/// <summary>Reads one publisher's format. Implementations are stateless; all state of one reading is in <see cref="ListReading"/>.</summary>
public interface IListReader
{
    /// <summary>The format's name on the command line: <c>un</c>, <c>ofac-sdn</c>, <c>eu</c> …</summary>
    string Format { get; }

    /// <summary>Streams the entries of one list. Each record of the source becomes an entry or an issue, never nothing.</summary>
    /// <remarks>
    /// Bad content never throws: what cannot be read is reported to the reading as an issue, and reading goes on where it can.
    /// A broken file (cut, not the format at all) is an issue with <see cref="IssueSeverity.Fatal"/>, after which the stream ends.
    /// </remarks>
    IEnumerable<ListEntry> Read(ListReading reading);
}

/// <summary>One file handed to a reader, already unpacked.</summary>
/// <param name="Name">The file's name without folder, for messages and for telling the parts of a set apart.</param>
/// <param name="Content">Its bytes; read once, forward only. The caller disposes it.</param>
public sealed record ListFile(string Name, Stream Content);

/// <summary>How bad an issue is.</summary>
public enum IssueSeverity
{
    /// <summary>A value was kept as printed but could not be understood (an unknown country, an odd date), or a field is unknown.</summary>
    Value,
    /// <summary>A whole record could not become an entry.</summary>
    Record,
    /// <summary>The file is broken: it cannot be published.</summary>
    Fatal,
}

/// <summary>Something in a publisher's file that a reader could not take as it stands.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Line">The line in the file, from 1; 0 when it is not known.</param>
/// <param name="Field">The field's path.</param>
/// <param name="Value">The offending value, cut to 200 characters.</param>
/// <param name="Reason">What is wrong and what is allowed, in one sentence without a final stop.</param>
public sealed record ListIssue(IssueSeverity Severity, long Line, string Field, string Value, string Reason)
{
    /// <summary>The file the issue is in.</summary>
    public string File { get; init; } = "";
}

/// <summary>One reading of one list: the files in, the list's date and the issues out.</summary>
/// <param name="listId">The id the list is imported under, the prefix of every entry id.</param>
/// <param name="files">The files of the set, in any order.</param>
public sealed class ListReading(string listId, IReadOnlyList<ListFile> files)
{
    private readonly List<ListIssue> _issues = [];
    private readonly Dictionary<(string Field, string Reason), int> _seen = [];

    /// <summary>How many issues of one field and reason are kept with their values; the rest are only counted.</summary>
    public const int KeptPerKind = 100;

    /// <summary>The id the list is imported under.</summary>
    public string ListId => listId;

    /// <summary>The files of the set.</summary>
    public IReadOnlyList<ListFile> Files => files;

    /// <summary>The date the publisher gives the list; null until the reader has met it, or when the format has none.</summary>
    public DateOnly? ListDate { get; set; }

    /// <summary>How many records of the source the reader has met, entries or not.</summary>
    public int Records { get; set; }

    /// <summary>The issues found so far; at most <see cref="KeptPerKind"/> of one kind.</summary>
    public IReadOnlyList<ListIssue> Issues => _issues;

    /// <summary>How many issues were reported, kept or not.</summary>
    public int IssueCount { get; private set; }

    /// <summary>How many records of the source became no entry.</summary>
    public int LostRecords { get; private set; }

    /// <summary>True when the file is broken and must not be published.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reports an issue.</summary>
    public void Report(ListIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        IssueCount++;
        LostRecords += issue.Severity == IssueSeverity.Record ? 1 : 0;
        IsBroken |= issue.Severity == IssueSeverity.Fatal;
        var kind = (issue.Field, issue.Reason);
        _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
        if (_seen[kind] <= KeptPerKind)
            _issues.Add(issue.Value.Length > 200 ? issue with { Value = issue.Value[..200] } : issue);
    }
}
