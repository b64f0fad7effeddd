using Marsad.Engine.Lists;
using Marsad.Engine.Lists.OpenSanctions;
using Marsad.Engine.Matching;

namespace Marsad.App.Screening.Batch;

/// <summary>Makes a subject of what a row says.</summary>
internal static class RowSubject
{
    /// <summary>The subject of a row, or why there is none.</summary>
    /// <param name="id">The row's id.</param>
    /// <param name="party">What was read.</param>
    /// <param name="hasSchema">Whether the row says what kind of party it is; without it the subject meets entries of every kind.</param>
    /// <param name="issues">What could not be read; null when all could.</param>
    public static BatchRow From(RowId id, ListEntry party, bool hasSchema, List<ListIssue>? issues)
    {
        if (issues?.Find(i => i.Reason == FtmProperties.UnknownSchema) is { } schema)
            return BatchRow.Bad(id, $"schema \"{schema.Value}\": allowed are Person, Organization, Company, PublicBody, LegalEntity, Vessel and Airplane");
        if (party.Names.IsEmpty && party.Identifiers.IsEmpty)
            return BatchRow.Bad(id, "no name and no identifier");
        var subject = Subject.From(party);
        return new BatchRow(id, hasSchema ? subject : subject with { Schema = null }, null)
        {
            Unknown = issues is null ? [] : [.. issues.Where(IsUnknown).Select(i => i.Field)],
            Unread = issues is null ? [] : [.. issues.Where(i => !IsUnknown(i)).Select(i => $"{i.Field} \"{i.Value}\" {i.Reason}")],
        };
    }

    private static bool IsUnknown(ListIssue issue) => issue.Reason == FtmProperties.UnknownProperty;
}
