using System.Net;
using System.Text;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Accounts;

/// <summary>What an endpoint asks of its caller.</summary>
/// <param name="Permission">The permission; null for anybody who has signed in.</param>
internal sealed record Needs(Permission? Permission);

/// <summary>An endpoint that anybody may call. There are few, and <see cref="Gate.Open"/> names them.</summary>
internal sealed record OpenToAll;

/// <summary>An endpoint that a server started with --anonymous lets loopback clients call.</summary>
internal sealed record AllowsAnonymous;

/// <summary>Lets in whoever may come in. An endpoint that says nothing about who may is closed.</summary>
internal sealed class Gate(ApiKeys keys, SignIns signIns, CsrfToken csrf, bool allowsAnonymous)
{
    public const string Cookie = "marsad-session";
    public const string CsrfHeader = "X-CSRF-Token";

    /// <summary>The endpoints that are open to all; a test walks all endpoints and finds no other.</summary>
    public static readonly IReadOnlyList<string> Open = ["/healthz", "/readyz", "/api/v1/session"];

    public async Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            await next(http);
            return;
        }
        var needs = endpoint.Metadata.GetMetadata<Needs>() ?? throw new ProblemException(Problem.Forbidden("Nobody may call this"));
        var caller = await Identify(http, endpoint) ?? throw new ProblemException(Problem.Unauthorized());
        if (needs.Permission is { } permission && !caller.May(permission))
            throw new ProblemException(Problem.Forbidden($"The role {Permissions.Word(caller.Role)} does not allow {permission}, or the key does not"));
        http.Items[typeof(Caller)] = caller;
        await next(http);
    }

    private async Task<Caller?> Identify(HttpContext http, Endpoint endpoint)
    {
        if (KeyOf(http.Request) is { } key)
        {
            var found = await keys.Find(key, http.RequestAborted);
            return found.RetryAfter is { } wait
                ? throw new ProblemException(new Problem(StatusCodes.Status429TooManyRequests, "Too many requests", "The key has used up its rate")
                {
                    RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)),
                })
                : found.Caller;
        }
        if (http.Request.Cookies[Cookie] is { Length: > 0 } token)
        {
            if (await signIns.Find(token, http.RequestAborted) is not { } signedIn)
                return null;
            if (!IsSafe(http.Request.Method) && !csrf.Fits(signedIn.Session.Id, http.Request.Headers[CsrfHeader].ToString()))
                throw new ProblemException(Problem.Forbidden($"A change needs the header {CsrfHeader}: its value is in GET /api/v1/session"));
            http.Items[typeof(Session)] = signedIn.Session;
            return signedIn.Caller;
        }
        return allowsAnonymous && endpoint.Metadata.GetMetadata<AllowsAnonymous>() is not null && IsPlainlyLocal(http) ? Caller.Anonymous : null;
    }

    /// <summary>The key of a request: in a header of its own, as a scheme of ours, or as the password of an address.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"].ToString() is { Length: > 0 } own)
            return own;
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("ApiKey ", StringComparison.OrdinalIgnoreCase))
            return authorization[7..].Trim();
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || authorization.Length > 1000)
            return null;
        var bytes = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[6..].Trim(), bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count) is var pair
            && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? pair[(colon + 1)..] : null;
    }

    /// <summary>
    /// From this machine and from nothing that passes on for others: a browser page of elsewhere names its origin, a proxy says that it is
    /// one, a name that was made to lead here is not one of ours.
    /// </summary>
    private static bool IsPlainlyLocal(HttpContext http)
    {
        var request = http.Request;
        if (http.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address) || !IsLocalName(request.Host.Host))
            return false;
        if (request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || h.Equals("Via", StringComparison.OrdinalIgnoreCase)))
            return false;
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsLocalName(from.Host) && from.Port == request.Host.Port))
            return false;
        if (!IsSafe(request.Method) && Json.MediaType(request) is not ("application/json" or "application/x-ndjson"))
            throw new ProblemException(new Problem(StatusCodes.Status415UnsupportedMediaType, "Wrong kind of body", "Content-Type: allowed is application/json or application/x-ndjson"));
        return true;
    }

    private static bool IsLocalName(string host) => host is "localhost" or "127.0.0.1" or "::1" or "[::1]";

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}

/// <summary>Says of endpoints who may call them.</summary>
internal static class GateConventions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Needs(permission));

    /// <summary>Anybody who has signed in.</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Needs(null));

    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenToAll());

    public static TBuilder AllowsAnonymous<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AllowsAnonymous());

    /// <summary>Who calls; the gate has let them in.</summary>
    public static Caller Caller(this HttpContext http) => (Caller)http.Items[typeof(Caller)]!;
}
