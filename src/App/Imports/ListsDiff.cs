using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marsad.App.Terminal;
using Marsad.Engine.Lists;

namespace Marsad.App.Imports;

/// <summary>Says what changed between two versions: one line per entry, the fields under it; or one JSON object per entry.</summary>
internal static class ListsDiff
{
    public static int Say(Surroundings here, ListDelta delta, bool json)
    {
        var lines = Lines(delta);
        if (json)
            foreach (var line in lines)
                here.Output.WriteLine(JsonSerializer.Serialize(line, DeltaJson.Default.DeltaLine));
        else if (delta.IsEmpty)
            here.Output.WriteLine("nothing changed");
        else
            Write(here, delta, lines);
        return ExitCode.Nothing;
    }

    private static void Write(Surroundings here, ListDelta delta, IEnumerable<DeltaLine> lines)
    {
        foreach (var line in lines)
        {
            here.Output.WriteLine($"{line.Change,-8} {line.Entry}  {line.Caption}{(line.Into is null ? "" : $"  into {line.Into}")}");
            foreach (var field in line.Fields ?? [])
            {
                foreach (var value in field.Removed)
                    here.Output.WriteLine($"           - {field.Field}: {value.ReplaceLineEndings(" ")}");
                foreach (var value in field.Added)
                    here.Output.WriteLine($"           + {field.Field}: {value.ReplaceLineEndings(" ")}");
            }
        }
        here.Output.WriteLine(Summary(delta));
    }

    /// <summary>The delta in one line: <c>+4 -1 ~2</c>.</summary>
    public static string Summary(ListDelta delta) => string.Create(CultureInfo.InvariantCulture,
        $"+{delta.Added.Length} added, -{delta.Removed.Length} removed, ~{delta.Changed.Length} changed, {delta.Merged.Length} merged");

    private static IEnumerable<DeltaLine> Lines(ListDelta delta) =>
    [
        .. delta.Added.Select(e => new DeltaLine("added", e.Id, e.Caption)),
        .. delta.Changed.Select(c => new DeltaLine("changed", c.Newer.Id, c.Newer.Caption) { Fields = c.Fields }),
        .. delta.Removed.Select(e => new DeltaLine("removed", e.Id, e.Caption)),
        .. delta.Merged.Select(m => new DeltaLine("merged", m.From.Id, m.From.Caption) { Into = m.Into.Id }),
    ];
}

/// <summary>What happened to one entry.</summary>
internal sealed record DeltaLine(string Change, string Entry, string Caption)
{
    public string? Into { get; init; }
    public ImmutableArray<FieldChange>? Fields { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeltaLine))]
internal sealed partial class DeltaJson : JsonSerializerContext;
