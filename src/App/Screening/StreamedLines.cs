using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Marsad.App.Screening.Batch;
using Marsad.App.Web;

namespace Marsad.App.Screening;

/// <summary>Cuts the body of a request into lines as it comes.</summary>
internal static class StreamedLines
{
    /// <summary>How many bytes a line may have.</summary>
    public const int Longest = 256 << 10;

    /// <summary>The rows of a body of NDJSON; empty lines are none.</summary>
    /// <exception cref="ProblemException">A line is too long.</exception>
    public static async IAsyncEnumerable<RawRow> Read(PipeReader body, [EnumeratorCancellation] CancellationToken cancel)
    {
        long line = 0, number = 0;
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            var left = read.Buffer;
            try
            {
                while (Cut(ref left, read.IsCompleted) is { } json)
                {
                    line++;
                    if (json.Length > Longest)
                        throw TooLong(line);
                    if (!json.AsSpan().Trim(" \t\r"u8).IsEmpty)
                        yield return new RawRow(++number, line) { Json = json };
                }
                if (left.Length > Longest)
                    throw TooLong(line + 1);
            }
            finally
            {
                // Also when nobody reads on: the server throws the rest of the body away itself.
                body.AdvanceTo(left.Start, left.End);
            }
            if (read.IsCompleted)
                yield break;
        }
    }

    private static byte[]? Cut(ref ReadOnlySequence<byte> left, bool isLast)
    {
        if (left.PositionOf((byte)'\n') is { } end)
        {
            var line = left.Slice(0, end).ToArray();
            left = left.Slice(left.GetPosition(1, end));
            return line;
        }
        if (!isLast || left.IsEmpty)
            return null;
        var rest = left.ToArray();
        left = left.Slice(left.End);
        return rest;
    }

    private static ProblemException TooLong(long line) => new(Problem.Wrong($"line {line} is longer than {Longest} bytes"));
}
