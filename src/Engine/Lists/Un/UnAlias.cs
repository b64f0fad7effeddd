using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Un;

/// <summary>Reads one alias with what stands beside it.</summary>
internal sealed class UnAlias(UnRecord record, XmlRecord alias, string path)
{
    public void Take()
    {
        record.ReportUnknown(alias, "QUALITY", "ALIAS_NAME", "NOTE", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH");
        foreach (var name in UnAliasText.SplitNames(alias["ALIAS_NAME"]))
            record.Draft.AddName(name, Kind, path + "/ALIAS_NAME");
    }

    private NameKind Kind => alias["QUALITY"] switch
    {
        "Low" => NameKind.WeakAlias,
        "f.k.a." => NameKind.Former,
        _ => NameKind.Alias,
    };
}
