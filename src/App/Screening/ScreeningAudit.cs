using System.Text.Json;
using Marsad.App.Audit;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening;

/// <summary>What the audit keeps of a screening: what was asked, by which policy, and the whole answer with its evidence.</summary>
internal static class ScreeningAudit
{
    public const string Kind = "screening";
    public const string RowsKind = "screeningRows";

    /// <summary>The event of one screening.</summary>
    /// <param name="what">Who and when.</param>
    /// <param name="asked">What was asked, as JSON.</param>
    /// <param name="subject">Who that is.</param>
    /// <param name="screener">Lists, model and policy.</param>
    /// <param name="hits">Whom it may be.</param>
    /// <param name="purpose">What for; empty when nobody said.</param>
    public static AuditEvent Of(AuditEvent what, ReadOnlyMemory<byte> asked, Subject subject, Screener screener, IReadOnlyList<Hit> hits, string purpose) =>
        what.With(json =>
        {
            WritePolicy(json, screener.Profile, purpose);
            json.WritePropertyName("asked");
            json.WriteRawValue(asked.Span);
            json.WritePropertyName("answered");
            json.WriteRawValue(ScreeningJson.Result(RowId.Of(what.Id.ToString()), screener, subject, hits, explain: true).AsSpan()[..^1]);
        }).Concerning([.. hits.Select(h => About(h.Entry.Id))]);

    /// <summary>How the audit names an entry.</summary>
    public static string About(string entryId) => "entry:" + entryId;

    /// <summary>By which policy.</summary>
    public static void WritePolicy(Utf8JsonWriter json, Profiles.Profile profile, string purpose)
    {
        json.WriteStartObject("policy");
        json.WriteString("profile", profile.Name);
        json.WriteString("rule", ScreeningJson.Word(profile.Rule));
        json.WriteNumber("threshold", profile.Threshold);
        json.WriteNumber("limit", profile.Limit);
        json.WriteBoolean("weakAliasesOpen", profile.WeakAliasesOpen);
        json.WriteStartArray("lists");
        foreach (var list in profile.Lists)
            json.WriteStringValue(list);
        json.WriteEndArray();
        json.WriteEndObject();
        if (purpose.Length > 0)
            json.WriteString("purpose", purpose);
    }

    /// <summary>Against which lists, and by which model.</summary>
    public static void WriteLists(Utf8JsonWriter json, Screener screener)
    {
        json.WriteStartArray("lists");
        foreach (var list in screener.Lists)
            ScreeningJson.WriteList(json, list);
        json.WriteEndArray();
        json.WriteString("model", screener.Model.Name);
        json.WriteString("tables", screener.Model.TablesHash);
    }
}
