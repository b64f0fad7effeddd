using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Web;

/// <summary>The description of the API, as JSON (OpenAPI 3.1) and as a page that needs no script.</summary>
internal static class ApiPage
{
    private static readonly Lazy<byte[]> Document = new(Read);
    private static readonly Lazy<byte[]> Page = new(() => Encoding.UTF8.GetBytes(Render(Document.Value)));
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Json(HttpContext http) => Web.Json.Write(http, Document.Value);

    public static async Task Html(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.BodyWriter.WriteAsync(Page.Value, http.RequestAborted);
    }

    /// <summary>The page of a description.</summary>
    public static string Render(byte[] document)
    {
        using var json = JsonDocument.Parse(document);
        var info = json.RootElement.GetProperty("info");
        // What every operation may answer is described once, under its number.
        var shared = json.RootElement.GetProperty("components").GetProperty("responses");
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Marsad API</title></head><body><main>")
            .Append("<h1>Marsad API</h1><p>").Append(Text(info.GetProperty("description").GetString()))
            .Append("</p><p><a href=\"/openapi/v1.json\">OpenAPI 3.1</a></p>");
        var operations = json.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Method: o.Name.ToUpperInvariant(), Operation: o.Value)));
        foreach (var group in operations.GroupBy(o => o.Operation.GetProperty("tags")[0].GetString()))
        {
            page.Append("<h2>").Append(Text(group.Key)).Append("</h2>");
            foreach (var (path, method, operation) in group)
            {
                page.Append("<details><summary><code>").Append(method).Append(' ').Append(Text(path)).Append("</code> ")
                    .Append(Text(operation.GetProperty("summary").GetString())).Append("</summary>");
                AddParameters(page, operation);
                if (operation.TryGetProperty("requestBody", out var body))
                    AddExamples(page, "Request", body);
                foreach (var response in operation.GetProperty("responses").EnumerateObject())
                {
                    var answer = response.Value.TryGetProperty("$ref", out _) ? shared.GetProperty(response.Name) : response.Value;
                    AddExamples(page, $"{response.Name} {answer.GetProperty("description").GetString()}", answer);
                }
                page.Append("</details>");
            }
        }
        page.Append("<h2>Schemas</h2>");
        foreach (var schema in json.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
            page.Append("<details><summary><code>").Append(Text(schema.Name)).Append("</code></summary><pre>").Append(Text(Pretty(schema.Value))).Append("</pre></details>");
        return page.Append("</main></body></html>").ToString();
    }

    private static void AddParameters(StringBuilder page, JsonElement operation)
    {
        if (!operation.TryGetProperty("parameters", out var parameters))
            return;
        page.Append("<dl>");
        foreach (var parameter in parameters.EnumerateArray())
        {
            page.Append("<dt><code>").Append(Text(parameter.GetProperty("name").GetString())).Append("</code> (").Append(Text(parameter.GetProperty("in").GetString()))
                .Append(")</dt><dd>").Append(Text(parameter.GetProperty("description").GetString())).Append("</dd>");
        }
        page.Append("</dl>");
    }

    private static void AddExamples(StringBuilder page, string title, JsonElement part)
    {
        page.Append("<p>").Append(Text(title)).Append("</p>");
        if (!part.TryGetProperty("content", out var content))
            return;
        foreach (var media in content.EnumerateObject())
        {
            if (media.Value.TryGetProperty("example", out var example))
                page.Append("<p><code>").Append(Text(media.Name)).Append("</code></p><pre>").Append(Text(Pretty(example))).Append("</pre>");
        }
    }

    private static string Pretty(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : JsonSerializer.Serialize(element, Indented);

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static byte[] Read()
    {
        using var resource = typeof(ApiPage).Assembly.GetManifestResourceStream("web/openapi.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
