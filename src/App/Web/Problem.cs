using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Web;

/// <summary>An error as clients get it: application/problem+json, RFC 9457, with the field that offends where there is one.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of error, the same words every time.</param>
/// <param name="Detail">What, where, and what is allowed.</param>
internal sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>The field of the request that is wrong; empty when it is none in particular.</summary>
    public string Field { get; init; } = "";

    /// <summary>After how many seconds to try again; 0 when that does not help.</summary>
    public int RetryAfter { get; init; }

    public static Problem Wrong(string detail, string field = "") => new(StatusCodes.Status400BadRequest, "The request is wrong", detail) { Field = field };

    public static Problem Unauthorized() => new(StatusCodes.Status401Unauthorized, "Sign in", "Send a key as \"Authorization: ApiKey KEY\", or sign in");

    public static Problem Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "Not allowed", detail);

    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, "Not found", detail);

    public static Problem NotReady() =>
        new(StatusCodes.Status503ServiceUnavailable, "Not ready", "The lists are being prepared") { RetryAfter = 1 };

    /// <summary>Answers with it, unless an answer has begun; that is cut off, so that nobody takes it for whole.</summary>
    public async Task Write(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        http.Response.Clear();
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/problem+json";
        SecurityHeaders.Add(http.Response);
        if (RetryAfter > 0)
            http.Response.Headers.RetryAfter = RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Json.Readable);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", Title);
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
        if (Field.Length > 0)
            json.WriteString("field", Field);
        json.WriteEndObject();
    }
}

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
