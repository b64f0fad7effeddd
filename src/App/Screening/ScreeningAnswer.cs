using System.Text;
using System.Text.Json;
using Marsad.App.Screening.Batch;

namespace Marsad.App.Screening;

/// <summary>What the API adds to the result of a screening: the name under which it can be read and replayed, and what of the question was
/// left out.</summary>
internal static class ScreeningAnswer
{
    /// <param name="id">The screening's id; empty for a row of many.</param>
    /// <param name="row">The question.</param>
    /// <param name="result">The result, a JSON object and a line end.</param>
    public static byte[] Named(string id, BatchRow row, byte[] result)
    {
        if (id.Length == 0 && row.Unknown.Count == 0 && row.Unread.Count == 0)
            return result;
        var head = new StringBuilder("{");
        if (id.Length > 0)
            head.Append("\"screening\":\"").Append(id).Append("\",");
        if (row.Unknown.Count > 0)
            head.Append("\"ignored\":").Append(JsonSerializer.Serialize(row.Unknown, Strings.Default.IReadOnlyListString)).Append(',');
        if (row.Unread.Count > 0)
            head.Append("\"unread\":").Append(JsonSerializer.Serialize(row.Unread, Strings.Default.IReadOnlyListString)).Append(',');
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. result.AsSpan(1)];
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class Strings : System.Text.Json.Serialization.JsonSerializerContext;
