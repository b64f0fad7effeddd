using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Marsad.App.Screening;

/// <summary>The id of a row, which comes back as it was given: a number stays a number.</summary>
/// <param name="Json">The id as JSON.</param>
internal readonly record struct RowId(string Json)
{
    /// <summary>The id of a row that gives none: its number from 1.</summary>
    public static RowId Of(long row) => new('"' + row.ToString(CultureInfo.InvariantCulture) + '"');

    /// <summary>An id that is text.</summary>
    public static RowId Of(string text) => new('"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + '"');

    /// <summary>The id of a JSON record; its row number when it has none that is a text or a number.</summary>
    public static RowId Of(JsonElement record, long row) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? new(id.GetRawText())
            : Of(row);
}
