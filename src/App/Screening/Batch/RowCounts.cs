using System.Globalization;
using Marsad.App.Terminal;

namespace Marsad.App.Screening.Batch;

/// <summary>What is counted while rows pass, and said on standard error at the end.</summary>
internal sealed class RowCounts
{
    private const int ExamplesKept = 3;
    private readonly List<string> _badExamples = [];
    private readonly List<string> _unreadExamples = [];
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private long _unread;

    public long Rows { get; private set; }

    public long Matches { get; private set; }

    public long Bad { get; private set; }

    /// <summary>Wrong only if there were rows and all of them are bad.</summary>
    public int ExitCode => Rows > 0 && Bad == Rows ? Terminal.ExitCode.Wrong : Matches > 0 ? Terminal.ExitCode.Match : Terminal.ExitCode.Nothing;

    public void GoOnFrom(BatchProgress? progress)
    {
        if (progress is not null)
            (Rows, Matches, Bad) = (progress.Rows, progress.Matches, progress.Bad);
    }

    public void Add(BatchRow row, bool isMatch)
    {
        Rows++;
        if (isMatch)
            Matches++;
        if (row.Error is not null)
        {
            Bad++;
            Keep(_badExamples, row, row.Error);
        }
        foreach (var property in row.Unknown)
            _unknown[property] = _unknown.GetValueOrDefault(property) + 1;
        foreach (var value in row.Unread)
        {
            _unread++;
            Keep(_unreadExamples, row, value);
        }
    }

    /// <summary>Says the counts, a line for each kind.</summary>
    public void Report(Surroundings here)
    {
        Say($"{Number(Rows)} rows: {Number(Matches)} with a possible match, {Number(Bad)} bad{Examples(_badExamples, Bad)}");
        if (_unread > 0)
            Say($"{Number(_unread)} values could not be read and were left out{Examples(_unreadExamples, _unread)}");
        if (_unknown.Count > 0)
            Say($"{Number(_unknown.Values.Sum())} unknown properties were ignored: {string.Join(", ", _unknown.Select(u => $"{u.Key} ({Number(u.Value)})"))}");

        void Say(string line) => Failures.Say(here, line, Terminal.ExitCode.Nothing);
    }

    private static void Keep(List<string> examples, BatchRow row, string text)
    {
        if (examples.Count < ExamplesKept)
            examples.Add($"row {row.Id.Json}: {text}");
    }

    private static string Examples(List<string> examples, long count) =>
        examples.Count == 0 ? "" : " (" + string.Join("; ", examples) + (count > examples.Count ? "; …)" : ")");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
