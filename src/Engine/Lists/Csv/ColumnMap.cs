using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Marsad.Engine.Lists.OpenSanctions;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Lists.Csv;

/// <summary>Which FollowTheMoney property each column of a csv file holds, and how a row becomes an entry.</summary>
/// <remarks>
/// <para><b>Guess.</b> Without a mapping a column is known by its heading (<c>data/lists/column-names.tsv</c>: dob, Фамилия,
/// الاسم …, whatever its case, spaces, hyphens and underscores) or by the property's own name.</para>
/// <para><b>Mapping.</b> A mapping from heading to property replaces the guess for that heading; the property <c>ignore</c>, or an
/// empty one, leaves the column out. Two columns may hold one property.</para>
/// <para><b>Values.</b> A cell may hold several values separated by semicolons; in quotes inside the cell a semicolon is text.
/// Ids and schemas are single. Columns without a property are listed in <see cref="Unmapped"/>, for the caller to report.</para>
/// </remarks>
public sealed class ColumnMap
{
    /// <summary>The property that leaves a column out.</summary>
    public const string Ignore = "ignore";

    private const string Id = "id";
    private const string Schema = "schema";

    private static readonly FrozenDictionary<string, string> Headings = TableFile.Rows("data/lists/column-names.tsv", columns: 2)
        .SelectMany(row => row[1].Split('|').Select(heading => (Heading: Plain(heading), Property: row[0])))
        .DistinctBy(pair => pair.Heading)
        .ToFrozenDictionary(pair => pair.Heading, pair => pair.Property, StringComparer.Ordinal);

    private readonly ImmutableArray<FtmUse?> _uses;

    private ColumnMap(ImmutableArray<string> headings, ImmutableArray<string?> properties)
    {
        Columns = headings;
        Properties = properties;
        _uses = [.. properties.Select(p => p is null ? null : FtmProperties.UseOf(p))];
    }

    /// <summary>The headings, as the file has them.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The property of each column; null where it is not known.</summary>
    public ImmutableArray<string?> Properties { get; }

    /// <summary>The headings of columns that hold no known property.</summary>
    public IEnumerable<string> Unmapped => Columns.Where((_, i) => Properties[i] is null);

    /// <summary>True when some column holds a name or a part of one: without it a file has no parties.</summary>
    public bool HasName => _uses.Any(u => u?.Becomes is FtmBecomes.Name or FtmBecomes.Part);

    /// <summary>The property that a heading stands for: a FollowTheMoney property, <c>id</c> or <c>schema</c>; null when it is not known.</summary>
    public static string? PropertyOf(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return Headings.GetValueOrDefault(Plain(heading)) ?? (FtmProperties.IsKnown(heading.Trim()) ? heading.Trim() : null);
    }

    /// <summary>Makes the map of a file from its headings.</summary>
    /// <param name="headings">The cells of the first line.</param>
    /// <param name="mapping">From heading to property, for columns that are not to be guessed; null for none.</param>
    /// <exception cref="ArgumentException">The mapping names a column that the file does not have, or an unknown property.</exception>
    public static ColumnMap For(IReadOnlyList<string> headings, IReadOnlyDictionary<string, string>? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var wanted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (heading, property) in mapping ?? ImmutableDictionary<string, string>.Empty)
        {
            if (!headings.Any(h => h.Trim().Equals(heading.Trim(), StringComparison.OrdinalIgnoreCase)))
                throw new ArgumentException($"The mapping names a column \"{heading}\"; the file has {string.Join(", ", headings)}.", nameof(mapping));
            wanted[heading.Trim()] = Known(property.Trim(), nameof(mapping));
        }
        return new ColumnMap(
            [.. headings.Select(h => h.Trim())],
            [.. headings.Select(h => wanted.GetValueOrDefault(h.Trim()) ?? PropertyOf(h))]);
    }

    /// <summary>The id that a row gives itself; null when it has none.</summary>
    public string? IdOf(IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return First(cells, Id);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="cells">Its cells; missing ones are empty.</param>
    /// <param name="id">The id the entry gets.</param>
    /// <param name="defaultSchema">The schema where the row says none; null means LegalEntity.</param>
    /// <param name="report">Takes the issues; null ignores them.</param>
    /// <param name="line">The row's line, for the issues.</param>
    /// <returns>The entry; without names where the row has none.</returns>
    public ListEntry Read(
        IReadOnlyList<string> cells, string id, string? defaultSchema = null, Action<ListIssue>? report = null, long line = 0)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var draft = new FtmDraft(report, line);
        for (var i = 0; i < _uses.Length && i < cells.Count; i++)
        {
            if (_uses[i] is not { } use || use.Becomes == FtmBecomes.Ignored || string.IsNullOrWhiteSpace(cells[i]))
                continue;
            foreach (var value in CellValues.Split(cells[i]))
                draft.Add(use, value, Columns[i]);
        }
        return draft.Build(id, SchemaOf(cells, draft) ?? defaultSchema);
    }

    private string? SchemaOf(IReadOnlyList<string> cells, FtmDraft draft)
    {
        if (First(cells, Schema) is not { } printed)
            return null;
        if (FtmProperties.SchemaOf(printed) is not null)
            return printed;
        if (SchemaWording.Read(printed) is { } schema)
            return schema.ToString();
        draft.Entry.Report(Schema, printed, "not a kind of party that is known; person, organization, company, vessel and aircraft are");
        return null;
    }

    private string? First(IReadOnlyList<string> cells, string property)
    {
        for (var i = 0; i < Properties.Length && i < cells.Count; i++)
        {
            if (Properties[i] == property && ListText.OneSpaced(cells[i]) is { } text)
                return text;
        }
        return null;
    }

    private static string Known(string property, string parameter) => property switch
    {
        "" or Ignore => Ignore,
        Id or Schema => property,
        _ when FtmProperties.IsKnown(property) => property,
        _ => PropertyOf(property) ?? throw new ArgumentException(
            $"The mapping gives a property \"{property}\"; allowed are FollowTheMoney properties such as name, alias, birthDate, and id, schema, {Ignore}.", parameter),
    };

    /// <summary>A heading without case and without what separates its words.</summary>
    private static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }
}
