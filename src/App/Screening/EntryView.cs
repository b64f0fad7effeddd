using Marsad.App.Terminal;
using Marsad.App.Words;
using Marsad.Engine.Lists;
using Spectre.Console;

namespace Marsad.App.Screening;

/// <summary>An entry as a person reads it.</summary>
internal sealed class EntryView(Surroundings here)
{
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Loud = new(Color.Red, decoration: Decoration.Bold);

    private Wordings Words => here.Words;

    /// <summary>Shows the entry, and its history when there is one to show.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="entry">The entry; null when the version does not have it.</param>
    /// <param name="list">The version it is of.</param>
    /// <param name="history">Its changes, oldest first.</param>
    public void Show(string id, ListEntry? entry, ListInForce list, IReadOnlyList<EntryChange> history)
    {
        Line(TerminalText.Of(entry?.Caption ?? id), new Style(decoration: Decoration.Bold));
        Line($"{TerminalText.Of(id)} · {(entry is null ? Words["show.notListed"] : Words.Of(entry.Schema))} · {list.Id} {list.Version}, {Words.Say("screen.ageDays", list.AgeDays)}"
            + (list.IsStarter ? " · " + Words["screen.starter"] : ""), list.IsStarter || list.IsOld ? Loud : Quiet);
        if (entry is not null)
            here.Tables.Write(Fields(entry));
        if (history.Count > 0)
            here.Tables.Write(Changes(history));
    }

    private Table Fields(ListEntry entry)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(Column("show.field"), Column("show.value"), Column("show.path"));
        foreach (var field in EntryField.Of(entry))
            table.AddRow(new Text(Words["field." + field.Field]), new Text(TerminalText.Of(field.Value)), new Text(TerminalText.Of(field.Path), Quiet));
        return table;
    }

    private Table Changes(IReadOnlyList<EntryChange> history)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(Column("show.version"), Column("show.change"), Column("show.field"), Column("show.value"));
        foreach (var change in history)
        {
            if (change.Fields.Count == 0)
                table.AddRow(new Text(change.Version), new Text(Words.Of(change.Kind)), new Text(""), new Text(""));
            foreach (var field in change.Fields)
            {
                table.AddRow(
                    new Text(change.Version), new Text(Words.Of(change.Kind)), new Text(Words["field." + field.Field]),
                    new Text((field.New is null ? "− " : "+ ") + TerminalText.Of(field.New ?? field.Old!)));
            }
        }
        return table;
    }

    private TableColumn Column(string key) => new(new Text(Words[key], Quiet));

    private void Line(string text, Style style)
    {
        here.Tables.Write(new Text(text, style));
        here.Tables.WriteLine();
    }
}
