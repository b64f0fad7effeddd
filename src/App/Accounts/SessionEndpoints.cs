using Marsad.App.Audit;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Accounts;

/// <summary>Signing in and out over HTTP, one's own sessions and authenticator.</summary>
internal sealed class SessionEndpoints(AccountBook accounts, SignIns signIns, CsrfToken csrf)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/session", SignIn).OpenToAll();
        app.MapGet("/api/v1/session", Show).NeedsSignIn();
        app.MapDelete("/api/v1/session", SignOut).NeedsSignIn();
        app.MapGet("/api/v1/sessions", List).NeedsSignIn();
        app.MapDelete("/api/v1/sessions/{id}", End).NeedsSignIn();
        app.MapPost("/api/v1/session/authenticator", BeginAuthenticator).NeedsSignIn();
        app.MapPut("/api/v1/session/authenticator", ConfirmAuthenticator).NeedsSignIn();
    }

    private async Task SignIn(HttpContext http)
    {
        using var body = await Json.Read(http);
        var done = await signIns.WithPassword(
            Json.Text(body, "name"), Json.Text(body, "password"), body.RootElement.TryGetProperty("code", out _) ? Json.Text(body, "code") : null,
            http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        switch (done.Outcome)
        {
            case SignInOutcome.Done:
                http.Response.Cookies.Append(Gate.Cookie, done.Token, new CookieOptions
                {
                    HttpOnly = true,
                    Secure = http.Request.IsHttps,
                    SameSite = SameSiteMode.Strict,
                    Path = "/",
                });
                await Json.Write(http, json => json.WriteBoolean("signedIn", true));
                break;
            case SignInOutcome.CodeWanted:
                throw new ProblemException(new Problem(StatusCodes.Status401Unauthorized, "A code is wanted", "Send \"code\" too: six digits of the authenticator, or a recovery code") { Field = "code" });
            default:
                throw new ProblemException(new Problem(StatusCodes.Status401Unauthorized, "Not signed in", "Name, password or code is wrong, or the account is locked"));
        }
    }

    private Task Show(HttpContext http) => Json.Write(http, json =>
    {
        var caller = http.Caller();
        json.WriteString("actor", caller.Actor);
        json.WriteString("role", Permissions.Word(caller.Role));
        json.WriteStartArray("permissions");
        foreach (var permission in Enum.GetValues<Permission>().Where(caller.May))
            json.WriteStringValue(permission.ToString());
        json.WriteEndArray();
        if (http.Items[typeof(Session)] is Session session)
            json.WriteString("csrfToken", csrf.Of(session.Id));
    });

    private async Task SignOut(HttpContext http)
    {
        if (http.Items[typeof(Session)] is Session session)
            await signIns.End(http.Caller().Actor, session.Id, session.AccountId, http.RequestAborted);
        http.Response.Cookies.Delete(Gate.Cookie);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>One's own; an administrator's view is of all.</summary>
    private async Task List(HttpContext http)
    {
        var caller = Person(http);
        var sessions = await signIns.All(caller.May(Permission.ManageAccounts) ? null : caller.AccountId, http.RequestAborted);
        await Json.Write(http, json =>
        {
            json.WriteStartArray("items");
            foreach (var (session, account) in sessions)
            {
                json.WriteStartObject();
                json.WriteString("id", session.Id);
                json.WriteString("account", account);
                json.WriteString("createdAt", AuditRecord.Text(session.CreatedAt));
                json.WriteString("seenAt", AuditRecord.Text(session.SeenAt));
                json.WriteString("endsAt", AuditRecord.Text(session.EndsAt));
                json.WriteString("agent", session.Agent);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private async Task End(HttpContext http)
    {
        var caller = Person(http);
        var isFound = Guid.TryParse(http.GetRouteValue("id") as string, out var id)
            && await signIns.End(caller.Actor, id, caller.May(Permission.ManageAccounts) ? null : caller.AccountId, http.RequestAborted);
        if (!isFound)
            throw new ProblemException(Problem.NotFound("There is no session of that id"));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task BeginAuthenticator(HttpContext http)
    {
        var address = await accounts.BeginTotp(Name(http), http.RequestAborted);
        await Json.Write(http, json => json.WriteString("address", address));
    }

    private async Task ConfirmAuthenticator(HttpContext http)
    {
        using var body = await Json.Read(http);
        var codes = await accounts.ConfirmTotp(Name(http), Json.Text(body, "code"), http.RequestAborted)
            ?? throw new ProblemException(Problem.Wrong("code: it is not the code of this moment", "code"));
        await Json.Write(http, json =>
        {
            json.WriteStartArray("recoveryCodes");
            foreach (var code in codes)
                json.WriteStringValue(code);
            json.WriteEndArray();
        });
    }

    private static Caller Person(HttpContext http) =>
        http.Caller() is { IsPerson: true } person ? person : throw new ProblemException(Problem.Forbidden("This is for people who signed in, not for keys"));

    private static string Name(HttpContext http) => Person(http).Actor["account:".Length..];
}
