using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Web;
using Marsad.Engine.Lists;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Screening.Yente;

/// <summary>The parameters of <c>/match</c>, with yente's names, defaults and limits.</summary>
internal sealed record YenteQuery
{
    public const int MostExcluded = 50;
    private static readonly string[] Collections = ["default", "sanctions"];

    /// <summary>yente's algorithms, whose names are taken for ours, so that a client need not be changed.</summary>
    public static readonly IReadOnlyList<string> Aliases = ["best", "logic-v1", "logic-v2", "name-based", "name-qualified", "regression-v1", "regression-v2", "ofac-249"];

    public int Limit { get; init; } = 5;
    public double Threshold { get; init; } = 0.7;
    public double Cutoff { get; init; } = 0.5;

    /// <summary>The lists of the dataset, after what is included and excluded.</summary>
    public required IReadOnlyList<string> Lists { get; init; }
    public IReadOnlyList<string> ExcludedSchemas { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> ExcludedIds { get; init; } = [];
    public DateOnly? ChangedSince { get; init; }

    /// <summary>True when results have to be left out after screening.</summary>
    public bool IsFiltered => ExcludedSchemas.Count + Topics.Count + ExcludedIds.Count > 0 || ChangedSince is not null;

    /// <summary>Reads the parameters.</summary>
    /// <exception cref="ProblemException">The dataset is unknown, or a value not allowed.</exception>
    public static YenteQuery Read(HttpRequest request, string dataset, IReadOnlyList<string> inForce)
    {
        var lists = DatasetLists(dataset, inForce) ?? throw new ProblemException(Problem.NotFound($"There is no dataset \"{dataset}\"; GET /catalog says which there are"));
        if (All("include_dataset") is { Count: > 0 } included)
            lists = [.. lists.Intersect(included.SelectMany(d => DatasetLists(d, inForce) ?? []))];
        lists = [.. lists.Except(All("exclude_dataset").SelectMany(d => DatasetLists(d, inForce) ?? []))];
        var algorithm = request.Query["algorithm"].ToString();
        if (algorithm.Length > 0 && algorithm != YenteEndpoints.Algorithm && !Aliases.Contains(algorithm))
            throw Wrong("algorithm", $"allowed are {YenteEndpoints.Algorithm}, {string.Join(", ", Aliases)}");
        var excludedIds = All("exclude_entity_ids");
        if (excludedIds.Count > MostExcluded)
            throw Wrong("exclude_entity_ids", $"at most {MostExcluded}");
        return new YenteQuery
        {
            Lists = lists,
            Limit = (int)Number("limit", 5, 1, 500),
            Threshold = Number("threshold", 0.7, 0, 1),
            Cutoff = Number("cutoff", 0.5, 0, 1),
            ExcludedSchemas = All("exclude_schema"),
            Topics = All("topics"),
            ExcludedIds = excludedIds,
            ChangedSince = request.Query["changed_since"].ToString() is { Length: >= 10 } since
                ? DateOnly.TryParseExact(since[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong("changed_since", "allowed is a date or a date-time")
                : request.Query.ContainsKey("changed_since") ? throw Wrong("changed_since", "allowed is a date or a date-time") : null,
        };

        IReadOnlyList<string> All(string name) => [.. request.Query[name].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];

        double Number(string name, double otherwise, double lowest, double highest) => request.Query[name].ToString() is not { Length: > 0 } text
            ? otherwise
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
                ? number
                : throw Wrong(name, FormattableString.Invariant($"allowed is {lowest} to {highest}"));
    }

    /// <summary>True when a hit is to be answered.</summary>
    public bool Takes(ListEntry entry) =>
        !ExcludedSchemas.Contains(YenteEntity.SchemaOf(entry))
        && (Topics.Count == 0 || Topics.Contains(YenteEntity.TopicOf(entry)))
        && !ExcludedIds.Contains(entry.Id) && !entry.References.Any(r => ExcludedIds.Contains(r.Value))
        && (ChangedSince is not { } since || YenteEntity.IsChangedSince(entry, since));

    /// <summary>The lists of a dataset: a list, <c>default</c> for all, <c>sanctions</c> for all but the wanted; null for none.</summary>
    public static IReadOnlyList<string>? DatasetLists(string dataset, IReadOnlyList<string> inForce) => dataset switch
    {
        "default" => inForce,
        "sanctions" => [.. inForce.Where(l => l is not ("fbi" or "interpol"))],
        _ => inForce.Contains(dataset) ? [dataset] : null,
    };

    /// <summary>All datasets there are: the collections, then the lists with their titles.</summary>
    public static IEnumerable<(string Name, string Title, IReadOnlyList<string> Children)> Datasets(IReadOnlyList<string> inForce) =>
    [
        .. Collections.Select(c => (c, c == "default" ? "All lists in force" : "Sanctions lists", DatasetLists(c, inForce)!)),
        .. inForce.Select(l => (l, SourceCard.All.GetValueOrDefault(l)?.Title.En ?? l, (IReadOnlyList<string>)[])),
    ];

    private static ProblemException Wrong(string name, string what) => new(Problem.Wrong($"{name}: {what}", name));
}
