using System.Collections.Immutable;
using System.Globalization;
using Marsad.App.Terminal;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Marsad.App.Profiles;

/// <summary>Reads a policy file. Strict: an unknown key or a value out of range is an error with its line, because a policy that is
/// misread is a policy that is not in force.</summary>
internal static class ProfileFile
{
    private static readonly string[] Keys = ["description", "rule", "threshold", "limit", "weakAliasesOpen", "lists"];

    public static Profile Read(string name, TextReader text, string file)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException e)
        {
            throw new WrongInputException($"{file}, line {e.Start.Line}: {e.Message}", e);
        }
        var profile = new Profile { Name = name };
        if (yaml.Documents.Count == 0)
            return profile;
        if (yaml.Documents[0].RootNode is not YamlMappingNode map)
            throw new WrongInputException($"{file}: a profile has keys and values; allowed keys are {string.Join(", ", Keys)}");
        foreach (var (key, value) in map.Children)
            profile = With(profile, key.ToString(), value, file);
        if (profile.Threshold > profile.HighestThreshold)
            throw new WrongInputException($"{file}: threshold {profile.Threshold} is above {profile.HighestThreshold}, the highest score of rule {profile.Rule}");
        return profile;
    }

    private static Profile With(Profile profile, string key, YamlNode value, string file) => key switch
    {
        "description" => profile with { Description = value.ToString() },
        "rule" => profile with
        {
            Rule = value.ToString() switch
            {
                "model" => ScoreRule.Model,
                "ofac" => ScoreRule.Ofac,
                _ => throw Wrong(file, key, value, "model or ofac"),
            },
        },
        "threshold" => profile with { Threshold = Number(file, key, value, 0, 100) },
        "limit" => profile with { Limit = (int)Number(file, key, value, 1, 1000) },
        "weakAliasesOpen" => profile with { WeakAliasesOpen = bool.TryParse(value.ToString(), out var open) ? open : throw Wrong(file, key, value, "true or false") },
        "lists" => profile with
        {
            Lists = value is YamlSequenceNode lists ? [.. lists.Select(l => l.ToString())] : throw Wrong(file, key, value, "a sequence of list ids such as [un, ofac-sdn]"),
        },
        _ => throw new WrongInputException($"{file}, line {value.Start.Line}: unknown key \"{key}\"; allowed are {string.Join(", ", Keys)}"),
    };

    private static double Number(string file, string key, YamlNode value, double lowest, double highest) =>
        double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest
            ? number
            : throw Wrong(file, key, value, FormattableString.Invariant($"a number from {lowest} to {highest}"));

    private static WrongInputException Wrong(string file, string key, YamlNode value, string allowed) =>
        new($"{file}, line {value.Start.Line}: {key} is \"{value}\"; allowed is {allowed}");
}
