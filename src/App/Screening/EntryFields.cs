using Marsad.Engine.Lists;

namespace Marsad.App.Screening;

/// <summary>One value of an entry, as text.</summary>
/// <param name="Field">Which field: a key of the wordings below <c>field.</c>.</param>
/// <param name="Value">The value, with what qualifies it.</param>
/// <param name="Path">Where the publisher's file has it.</param>
internal sealed record EntryField(string Field, string Value, string Path)
{
    /// <summary>Every value of an entry, in the order a person reads them.</summary>
    public static IEnumerable<EntryField> Of(ListEntry entry) =>
    [
        .. entry.Names.Select(n => new EntryField("name." + ScreeningJson.Word(n.Kind), n.Text, n.Path)),
        .. entry.Dates.Select(d => new EntryField("date." + ScreeningJson.Word(d.Kind), d.Value.ToString(), d.Path)),
        .. entry.BirthPlaces.Select(p => new EntryField("birthPlace", With(p.Text, p.CountryCode), p.Path)),
        .. entry.Countries.Select(c => new EntryField("country." + ScreeningJson.Word(c.Kind), With(c.Text, c.Code), c.Path)),
        .. entry.Genders.Select(g => new EntryField("gender", ScreeningJson.Word(g.Value), g.Path)),
        .. entry.Identifiers.Select(i => new EntryField("identifier", $"{ScreeningJson.Word(i.Kind)} {With(i.Value, i.CountryCode)}{(i.Note is null ? "" : $" ({i.Note})")}", i.Path)),
        .. entry.Addresses.Select(a => new EntryField("address", With(a.Text, a.CountryCode), a.Path)),
        .. Texts("position", entry.Positions),
        .. Texts("program", entry.Programs),
        .. Texts("remark", entry.Remarks),
        .. Texts("linkedTo", entry.LinkedTo),
        .. Texts("reference", entry.References),
        .. Dated("listedOn", entry.ListedOn),
        .. Dated("changedOn", entry.ChangedOn),
        .. entry.SourceUrl is { } url ? Texts("sourceUrl", [url]) : [],
    ];

    private static IEnumerable<EntryField> Texts(string field, IEnumerable<Sourced<string>> values) => values.Select(v => new EntryField(field, v.Value, v.Path));

    private static EntryField[] Dated(string field, Sourced<PartialDate>? date) => date is null ? [] : [new EntryField(field, date.Value.ToString(), date.Path)];

    private static string With(string text, string? country) => country is null || text.Equals(country, StringComparison.OrdinalIgnoreCase) ? text : $"{text} [{country}]";
}
