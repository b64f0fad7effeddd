using System.Data.Common;
using Marsad.App.Terminal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marsad.App.Web;

/// <summary>The outermost step of every request: headers, and what becomes of whatever goes wrong.</summary>
/// <remarks>Neither the query string nor any part of a body is ever logged: they name people.</remarks>
internal sealed class Edge(ILogger log)
{
    public async Task Invoke(HttpContext http, RequestDelegate next)
    {
        SecurityHeaders.Add(http.Response);
        try
        {
            await next(http);
            if (http.GetEndpoint() is null && !http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status404NotFound)
                await Problem.NotFound("There is nothing at this address; /openapi/v1.json says what there is").Write(http);
        }
        catch (ProblemException e)
        {
            await e.Problem.Write(http);
        }
        catch (WrongInputException e)
        {
            await Problem.Wrong(e.Message).Write(http);
        }
        catch (BadHttpRequestException e)
        {
            await new Problem(e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Too large" : "The request is wrong",
                e.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"A body has at most {Json.LargestBody} bytes; stream more as application/x-ndjson" : e.Message).Write(http);
        }
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            http.Abort(); // whoever asked is gone
        }
#pragma warning disable CA1031 // the edge
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Without the message, which may quote what was asked.
            log.LogError("{Method} {Route} failed: {Kind} {Trace}", http.Request.Method, http.GetEndpoint()?.DisplayName ?? "nowhere", e.GetType().FullName, e.StackTrace);
            await (e is DbException or IOException
                ? new Problem(StatusCodes.Status503ServiceUnavailable, "Not available", "The audit or the store cannot be written, so nothing is answered") { RetryAfter = 5 }
                : new Problem(StatusCodes.Status500InternalServerError, "Failed", "Something failed here; it is logged")).Write(http);
        }
    }
}
