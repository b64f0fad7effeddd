using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Un;

/// <summary>Reads one alias with what stands beside it.</summary>
internal static class UnAlias
{
    public static void Take(UnRecord record, XmlRecord alias, string path)
    {
        record.ReportUnknown(alias, "QUALITY", "ALIAS_NAME", "NOTE", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH");
        var note = ListText.OneSpaced(alias["NOTE"]) ?? "";
        var text = new UnAliasText(alias["ALIAS_NAME"], record.IsPerson);
        var kind = KindOf(record, alias["QUALITY"]);
        if (kind == NameKind.Alias && UnAliasNote.SaysFormer(note))
            kind = NameKind.Former;
        foreach (var name in text.Names)
            record.Draft.AddName(name.Text, name.Kind is { } stated && kind != NameKind.WeakAlias ? stated : kind, path + "/ALIAS_NAME");
        foreach (var name in UnAliasNote.Names(note, alias["ALIAS_NAME"]))
            record.Draft.AddName(name, kind, path + "/NOTE");
        foreach (var remark in text.Notes)
            record.Draft.AddRemark("Alias " + remark, path + "/ALIAS_NAME");
        if (UnAliasNote.HasMore(note))
            record.Draft.AddRemark($"Alias {alias["ALIAS_NAME"]}: {note}", path + "/NOTE");
        // Another identity of the same person, with its own birth.
        record.Draft.AddDate(DateKind.Birth, UnDates.Plain(alias["DATE_OF_BIRTH"]), path + "/DATE_OF_BIRTH");
        record.Draft.AddBirthPlace(UnRecord.Join(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"), path + "/CITY_OF_BIRTH", record.CountryCode(alias, "COUNTRY_OF_BIRTH"));
    }

    private static NameKind KindOf(UnRecord record, string quality)
    {
        switch (quality)
        {
            case "Low":
                return NameKind.WeakAlias;
            case "f.k.a.":
                return NameKind.Former;
            case "Good" or "a.k.a." or "":
                return NameKind.Alias;
            default:
                record.Report(IssueSeverity.Value, "QUALITY", quality, "is a quality this reader does not know: Good, Low, a.k.a. and f.k.a. are");
                return NameKind.Alias;
        }
    }
}
