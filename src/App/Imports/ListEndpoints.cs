using System.Text.Json;
using Marsad.App.Accounts;
using Marsad.App.Terminal;
using Marsad.App.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Marsad.App.Imports;

/// <summary>Lists over HTTP: which there are, how old, and in which versions.</summary>
internal sealed class ListEndpoints(Surroundings here)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/lists", List).Needs(Permission.ReadLists).AllowsAnonymous();
        app.MapGet("/api/v1/lists/{id}", Versions).Needs(Permission.ReadLists).AllowsAnonymous();
    }

    private Task List(HttpContext http)
    {
        var lists = new ListStore(here.DataFolder);
        return Json.Write(http, json =>
        {
            json.WriteStartArray("items");
            foreach (var id in lists.Ids)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteBoolean("disabled", lists.IsDisabled(id));
                if (lists.Current(id) is { } version)
                    WriteVersion(json, version.Label, version.Manifest.Date, lists.KnownGoodOn(version), version.Manifest.Counts.Entries, isStarter: false);
                else if (lists.Versions(id).Count == 0 && StarterLists.Header(id) is { } starter)
                    WriteVersion(json, starter.Version ?? "", starter.Date, starter.Date, null, isStarter: true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private Task Versions(HttpContext http)
    {
        var lists = new ListStore(here.DataFolder);
        var id = (string)http.GetRouteValue("id")!;
        if (!lists.Ids.Contains(id))
            throw new ProblemException(Problem.NotFound($"There is no list \"{id}\"; there are {string.Join(", ", lists.Ids)}"));
        var current = lists.Current(id)?.Label;
        return Json.Write(http, json =>
        {
            json.WriteString("id", id);
            json.WriteString("current", current);
            json.WriteStartArray("versions");
            foreach (var version in lists.Versions(id))
                json.WriteRawValue(JsonSerializer.Serialize(version.Manifest, CompactManifestJson.Default.ListManifest));
            json.WriteEndArray();
        });
    }

    private void WriteVersion(Utf8JsonWriter json, string version, DateOnly? date, DateOnly? knownGoodOn, int? entries, bool isStarter)
    {
        json.WriteString("version", version);
        json.WriteString("date", date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (knownGoodOn is { } day)
            json.WriteNumber("ageDays", Math.Max(0, here.Today.DayNumber - day.DayNumber));
        if (entries is { } count)
            json.WriteNumber("entries", count);
        json.WriteBoolean("starter", isStarter);
    }
}
