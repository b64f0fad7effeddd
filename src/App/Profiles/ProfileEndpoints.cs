using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Terminal;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Profiles;

/// <summary>Policies over HTTP.</summary>
internal sealed class ProfileEndpoints(Surroundings here)
{
    private readonly ProfileStore _profiles = new(here.DataFolder);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/profiles", List).Needs(Permission.ReadLists).AllowsAnonymous();
        app.MapGet("/api/v1/profiles/{name}", Show).Needs(Permission.ReadLists).AllowsAnonymous();
    }

    private Task List(HttpContext http) => Json.Write(http, json =>
    {
        json.WriteStartArray("items");
        foreach (var name in _profiles.Names)
        {
            json.WriteStartObject();
            Write(json, _profiles.Find(name));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private Task Show(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        return _profiles.Names.Contains(name, StringComparer.Ordinal)
            ? Json.Write(http, json => Write(json, _profiles.Find(name)))
            : throw new ProblemException(Problem.NotFound($"There is no profile of that name; there are {string.Join(", ", _profiles.Names)}"));
    }

    private static void Write(Utf8JsonWriter json, Profile profile)
    {
        json.WriteString("name", profile.Name);
        json.WriteString("description", profile.Description);
        json.WriteString("rule", profile.Rule == ScoreRule.Ofac ? "ofac" : "model");
        json.WriteNumber("threshold", profile.Threshold);
        json.WriteNumber("limit", profile.Limit);
        json.WriteBoolean("weakAliasesOpen", profile.WeakAliasesOpen);
        json.WriteStartArray("lists");
        foreach (var list in profile.Lists)
            json.WriteStringValue(list);
        json.WriteEndArray();
    }
}
