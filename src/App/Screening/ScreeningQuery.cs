using System.Globalization;
using Marsad.App.Profiles;
using Marsad.App.Web;
using Microsoft.AspNetCore.Http;

namespace Marsad.App.Screening;

/// <summary>How a request wants to be screened, from its query string. It never names a person, and is never logged all the same.</summary>
internal sealed record ScreeningQuery
{
    private static readonly string[] Known = ["profile", "threshold", "limit", "lists", "asOf", "explain", "purpose"];

    public required Profile Profile { get; init; }
    public DateOnly? AsOf { get; init; }
    public bool IsExplained { get; init; }

    /// <summary>What for, as the caller says it; it goes into the audit.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Reads a query string.</summary>
    /// <exception cref="ProblemException">A parameter is unknown, or its value not allowed.</exception>
    public static ScreeningQuery Read(HttpRequest request, HeldProfiles profiles)
    {
        foreach (var name in request.Query.Keys)
        {
            if (!Known.Contains(name, StringComparer.Ordinal))
                throw Wrong(name, $"unknown; allowed are {string.Join(", ", Known)}");
        }
        var profile = profiles.Find(Value("profile") ?? "default")
            ?? throw Wrong("profile", $"there is none of that name; there are {string.Join(", ", profiles.Names)}");
        if (Value("threshold") is { } threshold)
            profile = profile with { Threshold = Number("threshold", threshold, 0, profile.HighestThreshold) };
        if (Value("limit") is { } limit)
            profile = profile with { Limit = (int)Number("limit", limit, 1, 500) };
        if (request.Query["lists"] is { Count: > 0 } lists)
            profile = profile with { Lists = [.. lists.SelectMany(l => (l ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] };
        return new ScreeningQuery
        {
            Profile = profile,
            AsOf = Value("asOf") is { } day ? Day(day) : null,
            IsExplained = Value("explain") is { } explain && (bool.TryParse(explain, out var on) ? on : throw Wrong("explain", "allowed is true or false")),
            Purpose = Purposes.Read(request),
        };

        string? Value(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
    }

    private static double Number(string name, string text, double lowest, double highest) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw Wrong(name, FormattableString.Invariant($"allowed is a number from {lowest} to {highest}"));

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong("asOf", "allowed is a day such as 2026-02-27");

    private static ProblemException Wrong(string name, string what) => new(Problem.Wrong($"{name}: {what}", name));
}

/// <summary>What a read is for, as the caller says it.</summary>
internal static class Purposes
{
    private const int Longest = 200;

    public static string Read(HttpRequest request) =>
        request.Query["purpose"].ToString() is var purpose && purpose.Length <= Longest && !purpose.Any(char.IsControl)
            ? purpose
            : throw new ProblemException(Problem.Wrong($"purpose: allowed are at most {Longest} characters without control characters", "purpose"));
}
