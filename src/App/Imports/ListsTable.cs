using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marsad.App.Terminal;
using Spectre.Console;

namespace Marsad.App.Imports;

/// <summary>One row of <c>marsad lists</c>.</summary>
internal sealed record ListRow
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Version { get; init; }
    public required DateOnly Date { get; init; }
    public required int AgeDays { get; init; }

    /// <summary>True when the list is older than three times its publisher's rhythm, or ships with Marsad.</summary>
    public required bool IsOld { get; init; }
    public required bool IsStarter { get; init; }
    public required bool IsDisabled { get; init; }
    public required int Entries { get; init; }
    public required ImmutableSortedDictionary<string, int> NamesPerScript { get; init; }
    public string? LastError { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListRow))]
internal sealed partial class ListRowJson : JsonSerializerContext;

/// <summary>Shows which lists are in force and how old they are.</summary>
internal static class ListsTable
{
    public static int Show(Surroundings here, bool json)
    {
        var rows = Rows(here).ToList();
        foreach (var row in json ? rows : [])
            here.Output.WriteLine(JsonSerializer.Serialize(row, ListRowJson.Default.ListRow));
        if (!json && rows.Count == 0)
            here.Output.WriteLine("no list: marsad lists import FORMAT FILE, or marsad lists update LIST");
        else if (!json)
            here.Tables.Write(Table(rows));
        return ExitCode.Nothing;
    }

    public static IEnumerable<ListRow> Rows(Surroundings here)
    {
        var store = new ListStore(here.DataFolder);
        return store.Ids.Select(id => Row(here, store, id)).OfType<ListRow>();
    }

    private static ListRow? Row(Surroundings here, ListStore store, string id)
    {
        var card = SourceCard.Of(id, "");
        var isDisabled = store.IsDisabled(id);
        var row = (isDisabled ? store.Newest(id, DateOnly.MaxValue) : store.Current(id)) is { } version
            ? new ListRow
            {
                Id = id,
                Title = card.Title.En,
                Version = version.Label,
                Date = version.Manifest.Date,
                AgeDays = Age(here, store.KnownGoodOn(version)),
                IsOld = false,
                IsStarter = false,
                IsDisabled = isDisabled,
                Entries = version.Manifest.Counts.Entries,
                NamesPerScript = version.Manifest.Counts.NamesPerScript,
            }
            : Starter(here, id, card, isDisabled);
        return row is null ? null : row with
        {
            IsOld = row.IsStarter || row.AgeDays * 24 > card.RefreshHours * 3,
            LastError = UpdateRecord.Of(store, id).LastError,
        };
    }

    private static ListRow? Starter(Surroundings here, string id, SourceCard card, bool isDisabled)
    {
        if (StarterLists.Header(id) is not { } header)
            return null;
        var counter = new EntryCounter();
        foreach (var entry in StarterLists.Entries(id))
            counter.Count(entry);
        var counts = counter.Counts(0);
        return new ListRow
        {
            Id = id,
            Title = card.Title.En,
            Version = header.Version ?? "starter",
            Date = header.Date ?? DateOnly.MinValue,
            AgeDays = Age(here, header.Date ?? DateOnly.MinValue),
            IsOld = true,
            IsStarter = true,
            IsDisabled = isDisabled,
            Entries = counts.Entries,
            NamesPerScript = counts.NamesPerScript,
        };
    }

    private static Table Table(List<ListRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("list").AddColumn("version").AddColumn(new TableColumn("age").RightAligned())
            .AddColumn(new TableColumn("entries").RightAligned()).AddColumn("names per script").AddColumn("note");
        foreach (var row in rows)
        {
            var age = string.Create(CultureInfo.InvariantCulture, $"{row.AgeDays} days");
            table.AddRow(
                new Text(row.Id), new Text(row.Version), row.IsOld ? new Text("OLD " + age, new Style(Color.Red, decoration: Decoration.Bold)) : new Text(age),
                new Text(row.Entries.ToString("N0", CultureInfo.InvariantCulture)), new Text(Scripts(row)), new Text(Note(row)));
        }
        return table;
    }

    private static string Scripts(ListRow row) => string.Join(", ", row.NamesPerScript.OrderByDescending(s => s.Value)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:N0}")));

    private static string Note(ListRow row) => string.Join("; ", new[]
    {
        row.IsDisabled ? "disabled" : null,
        row.IsStarter ? $"starter list: marsad lists update {row.Id}" : null,
        row.LastError,
    }.OfType<string>());

    private static int Age(Surroundings here, DateOnly day) => Math.Max(0, here.Today.DayNumber - day.DayNumber);
}
