using Marsad.App.Audit;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Accounts;

/// <summary>Accounts and keys over HTTP, for administrators.</summary>
internal sealed class AccountEndpoints(AccountBook accounts, ApiKeys keys, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/accounts", ListAccounts).Needs(Permission.ManageAccounts);
        app.MapPost("/api/v1/accounts", AddAccount).Needs(Permission.ManageAccounts);
        app.MapDelete("/api/v1/accounts/{name}", DisableAccount).Needs(Permission.ManageAccounts);
        app.MapGet("/api/v1/keys", ListKeys).Needs(Permission.ManageAccounts);
        app.MapPost("/api/v1/keys", AddKey).Needs(Permission.ManageAccounts);
        app.MapDelete("/api/v1/keys/{name}", RevokeKey).Needs(Permission.ManageAccounts);
    }

    private async Task ListAccounts(HttpContext http)
    {
        var all = await accounts.All(http.RequestAborted);
        await Json.Write(http, json =>
        {
            json.WriteStartArray("items");
            foreach (var account in all)
            {
                json.WriteStartObject();
                json.WriteString("name", account.Name);
                json.WriteString("role", Permissions.Word(account.Role));
                json.WriteBoolean("disabled", account.IsDisabled);
                json.WriteBoolean("authenticator", account.IsTotpOn);
                json.WriteString("createdAt", AuditRecord.Text(account.CreatedAt));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private async Task AddAccount(HttpContext http)
    {
        using var body = await Json.Read(http);
        var account = await accounts.Add(
            http.Caller().Actor, Json.Text(body, "name"), AccountNames.CheckRole(Json.Text(body, "role")), Json.Text(body, "password"), http.RequestAborted);
        await Json.Write(http, json => json.WriteString("name", account.Name), StatusCodes.Status201Created);
    }

    private async Task DisableAccount(HttpContext http)
    {
        await accounts.Disable(http.Caller().Actor, (string)http.GetRouteValue("name")!, isDisabled: true, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ListKeys(HttpContext http)
    {
        var all = await keys.All(http.RequestAborted);
        await Json.Write(http, json =>
        {
            json.WriteStartArray("items");
            foreach (var key in all)
            {
                json.WriteStartObject();
                json.WriteString("name", key.Name);
                json.WriteString("role", Permissions.Word(key.Role));
                json.WriteString("scopes", key.Scopes);
                json.WriteNumber("ratePerMinute", key.RatePerMinute);
                json.WriteString("expiresAt", AuditRecord.Text(key.ExpiresAt));
                json.WriteBoolean("revoked", key.RevokedAt is not null);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private async Task AddKey(HttpContext http)
    {
        using var body = await Json.Read(http);
        var days = body.RootElement.TryGetProperty("days", out var given) && given.TryGetInt32(out var number) ? number : (int)ApiKeys.DefaultLife.TotalDays;
        if (days is < 1 or > 3650)
            throw new ProblemException(Problem.Wrong("days: allowed is 1 to 3650", "days"));
        var key = await keys.Add(
            http.Caller().Actor, Json.Text(body, "name"), AccountNames.CheckRole(Json.Text(body, "role")), [], clock.GetUtcNow().AddDays(days), ApiKeys.DefaultRatePerMinute, http.RequestAborted);
        await Json.Write(http, json => json.WriteString("key", key), StatusCodes.Status201Created);
    }

    private async Task RevokeKey(HttpContext http)
    {
        await keys.Revoke(http.Caller().Actor, (string)http.GetRouteValue("name")!, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
