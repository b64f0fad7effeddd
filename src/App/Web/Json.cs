using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Web;

/// <summary>Reads and writes the JSON of requests.</summary>
internal static class Json
{
    /// <summary>How many bytes a body may have.</summary>
    public const int LargestBody = 10 << 20;

    /// <summary>Names in their own script, not as escapes.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="ProblemException">It is none, or too large.</exception>
    public static async Task<JsonDocument> Read(HttpContext http)
    {
        if (!IsJson(http.Request))
            throw new ProblemException(new Problem(StatusCodes.Status415UnsupportedMediaType, "Wrong kind of body", "Content-Type: allowed is application/json"));
        try
        {
            return JsonDocument.Parse(await Bytes(http), Strict);
        }
        catch (JsonException e)
        {
            throw new ProblemException(Problem.Wrong($"The body is not JSON of at most {Strict.MaxDepth} levels: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
        }
    }

    /// <summary>The body as bytes.</summary>
    public static async Task<byte[]> Bytes(HttpContext http)
    {
        using var body = new MemoryStream((int)Math.Clamp(http.Request.ContentLength ?? 0, 0, LargestBody));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    /// <summary>True for a body of JSON.</summary>
    public static bool IsJson(HttpRequest request) => MediaType(request) is "application/json";

    /// <summary>The media type of the body, without parameters.</summary>
    public static string MediaType(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Answers with a JSON object.</summary>
    public static Task Write(HttpContext http, Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Write(http, buffer.WrittenMemory, status);
    }

    /// <summary>Answers with JSON that is there already.</summary>
    public static async Task Write(HttpContext http, ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    /// <summary>A text that the body has to have.</summary>
    /// <exception cref="ProblemException">It has not.</exception>
    public static string Text(JsonDocument body, string name) =>
        body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ProblemException(Problem.Wrong($"{name}: a text is wanted", name));
}
