using System.Data.Common;
using Marsad.App.Audit;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>A row and its result.</summary>
internal readonly record struct RowResult(long Number, BatchRow Row, byte[] Bytes, IReadOnlyList<Hit> Hits);

/// <summary>Holds results back until the audit has them: a thousand rows are one record.</summary>
/// <param name="audit">The audit.</param>
/// <param name="actor">Who screens.</param>
/// <param name="screener">Lists, model and policy.</param>
/// <param name="input">Where the rows come from, as the record names it.</param>
/// <param name="purpose">What for; empty when nobody said.</param>
/// <param name="release">Takes a result that is sealed.</param>
internal sealed class SealedRows(Auditor audit, string actor, Screener screener, string input, string purpose, Action<RowResult> release)
{
    private readonly RowGroup _group = new();
    private readonly List<RowResult> _pending = new(RowGroup.Most);
    private readonly Guid _batch = Guid.CreateVersion7();

    /// <summary>Adds a row; seals when the group is full.</summary>
    /// <returns>True when it did.</returns>
    public async ValueTask<bool> Add(RowResult result)
    {
        AddLast(result);
        if (_group.Count < RowGroup.Most)
            return false;
        await Seal();
        return true;
    }

    /// <summary>Adds a row after which none comes before <see cref="Seal"/>.</summary>
    public void AddLast(RowResult result)
    {
        _group.Add(result.Bytes, result.Hits.Count > 0 ? Content(result) : null);
        _pending.Add(result);
    }

    /// <summary>Seals what there is, and lets it go.</summary>
    /// <param name="also">What else the transaction stores; null for nothing.</param>
    public async ValueTask Seal(Action<DbTransaction>? also = null)
    {
        if (_pending.Count == 0)
            return;
        var first = _pending[0].Number;
        await _group.Seal(
            audit, audit.Event(actor, ScreeningAudit.RowsKind),
            json =>
            {
                json.WriteString("batch", _batch);
                json.WriteString("input", input);
                json.WriteNumber("first", first);
                ScreeningAudit.WritePolicy(json, screener.Profile, purpose);
                ScreeningAudit.WriteLists(json, screener);
            },
            _pending.SelectMany(p => p.Hits).Select(h => ScreeningAudit.About(h.Entry.Id)).Distinct(StringComparer.Ordinal), also);
        foreach (var result in _pending)
            release(result);
        _pending.Clear();
    }

    private byte[] Content(RowResult result) => ScreeningJson.Line(json =>
    {
        json.WritePropertyName("asked");
        json.WriteRawValue(SubjectJson.Of(result.Row.Subject!));
        json.WritePropertyName("answered");
        json.WriteRawValue(ScreeningJson.Result(result.Row.Id, screener, result.Row.Subject, result.Hits, explain: true));
    });
}
