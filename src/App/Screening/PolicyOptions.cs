using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Marsad.App.Imports;
using Marsad.App.Profiles;
using Marsad.App.Terminal;

namespace Marsad.App.Screening;

/// <summary>By which policy and lists to screen, as told on the command line: the profile, and what overrides it.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string> _profile = new("--profile") { Description = "The policy (default: default); see marsad profiles", HelpName = "NAME", DefaultValueFactory = _ => "default" };
    private readonly Option<string[]> _lists = new("--lists") { Description = "Only these lists, separated by commas", HelpName = "L,…" };
    private readonly Option<string> _threshold = new("--threshold") { Description = "From which score a hit is a match and shown (default: the profile's)", HelpName = "P" };
    private readonly Option<string> _limit = new("--limit") { Description = "How many hits at most (default: the profile's)", HelpName = "N" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "The lists as of this day", HelpName = "DATE" };

    public PolicyOptions(Surroundings here)
    {
        _profile.CompletionSources.Add(_ => new ProfileStore(here.DataFolder).Names.Select(n => new CompletionItem(n)));
        _lists.CompletionSources.Add(_ => new ListStore(here.DataFolder).Ids.Select(id => new CompletionItem(id)));
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_lists, _threshold, _limit, _asOf, _profile])
            command.Add(option);
    }

    /// <summary>Reads the policy.</summary>
    /// <exception cref="WrongInputException">A value is not one that the option allows.</exception>
    public Profile Policy(ParseResult parse, Surroundings here)
    {
        var profile = new ProfileStore(here.DataFolder).Find(parse.GetValue(_profile)!);
        if (parse.GetValue(_lists) is { Length: > 0 } lists)
            profile = profile with { Lists = [.. lists.SelectMany(l => l.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] };
        if (parse.GetValue(_threshold) is { } threshold)
            profile = profile with { Threshold = Number("--threshold", threshold, 0, profile.HighestThreshold) };
        if (parse.GetValue(_limit) is { } limit)
            profile = profile with { Limit = (int)Whole("--limit", limit, 1, 1000) };
        return profile;
    }

    /// <summary>The day whose lists count; null for today's.</summary>
    public DateOnly? AsOf(ParseResult parse) => parse.GetValue(_asOf) is { } text ? Day("--as-of", text) : null;

    /// <summary>Reads a day of the command line.</summary>
    public static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongInputException($"{option} \"{text}\": allowed is a day such as 2026-02-27");

    /// <summary>Reads a whole number of the command line.</summary>
    public static long Whole(string option, string text, long lowest, long highest) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw new WrongInputException(FormattableString.Invariant($"{option} \"{text}\": allowed is a whole number from {lowest} to {highest}"));

    private static double Number(string option, string text, double lowest, double highest) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw new WrongInputException(FormattableString.Invariant($"{option} \"{text}\": allowed is a number from {lowest} to {highest}"));
}
