using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Turns a DistinctParty of the advanced XML into an entry, still without its programs.</summary>
internal sealed class OfacAdvancedParty(
    EntryDraft draft, OfacAdvancedValues values, Dictionary<string, OfacPlace> places, Dictionary<string, List<OfacPaper>> papersByIdentity)
{
    private OfacParty _party = new(draft, EntrySchema.Other);

    public ListEntry ToEntry(XmlRecord element, XmlRecord profile, string id)
    {
        _party = _party with { Schema = SchemaOf(profile) };
        if (_party.Schema == EntrySchema.Other)
            draft.Report("Profile/PartySubTypeID", profile.Attribute("PartySubTypeID") ?? "", "is a kind of party this reader does not know");
        foreach (var identity in profile.All("Identity"))
        {
            var partTypes = identity.Child("NamePartGroups")?.All("MasterNamePartGroup").SelectMany(m => m.All("NamePartGroup"))
                .GroupBy(g => g.Attribute("ID") ?? "").ToDictionary(g => g.Key, g => values.Text("NamePartType", g.First().Attribute("NamePartTypeID"))) ?? [];
            foreach (var alias in identity.All("Alias"))
                TakeAlias(alias, identity.Attribute("Primary") != "false", partTypes);
            foreach (var paper in papersByIdentity.GetValueOrDefault(identity.Attribute("ID") ?? "") ?? [])
                OfacPaper.Take(_party, paper, "IDRegDocument");
        }
        foreach (var feature in profile.All("Feature"))
            TakeFeature(feature);
        OfacRemarks.Mine(_party, element["Comment"], "Comment");
        return draft.Build(id, _party.Schema);
    }

    private EntrySchema SchemaOf(XmlRecord profile)
    {
        var subType = profile.Attribute("PartySubTypeID");
        return values.Text("PartyType", values.Attribute("PartySubType", subType, "PartyTypeID")) switch
        {
            "Individual" => EntrySchema.Person,
            "Entity" => EntrySchema.Organization,
            "Transport" => OfacParty.SchemaOf(values.Text("PartySubType", subType)),
            _ => EntrySchema.Other,
        };
    }

    private void TakeAlias(XmlRecord alias, bool isPrimaryIdentity, Dictionary<string, string> partTypes)
    {
        var type = values.Text("AliasType", alias.Attribute("AliasTypeID"));
        var isPrimary = isPrimaryIdentity && alias.Attribute("Primary") == "true";
        NameKind? stated = type == "Name" ? NameKind.Alias : OfacParty.AliasKindOf(type);
        if (stated is null)
            draft.Report("Alias/AliasTypeID", type, "is a type of alias this reader does not know: Name, A.K.A., F.K.A. and N.K.A. are");
        var kind = alias.Attribute("LowQuality") == "true" ? NameKind.WeakAlias : stated ?? NameKind.Alias;
        foreach (var documented in alias.All("DocumentedName"))
        {
            var isMain = isPrimary && values.Text("DocNameStatus", documented.Attribute("DocNameStatusID")).StartsWith("Primary", StringComparison.OrdinalIgnoreCase);
            var parts = documented.All("DocumentedNamePart").Select(p => p.Child("NamePartValue")).OfType<XmlRecord>()
                .Select(v => (Type: partTypes.GetValueOrDefault(v.Attribute("NamePartGroupID") ?? "", ""), v.Text)).Where(p => p.Text.Length > 0).ToList();
            var isLatin = parts.TrueForAll(p => IsLatin(p.Text));
            draft.AddName(OfacAdvancedName.Text(parts, isLatin, _party.Schema), isMain ? NameKind.Primary : kind, "Alias/DocumentedName", OfacAdvancedName.Parts(parts, _party.Schema));
        }
    }

    private static bool IsLatin(string text) => !text.Any(c => char.IsLetter(c) && c is >= '\u0370' and < '\u1E00' or > '\u1EFF');

    private void TakeFeature(XmlRecord feature)
    {
        var type = values.Text("FeatureType", feature.Attribute("FeatureTypeID"));
        var path = $"Feature[{type}]";
        foreach (var version in feature.All("FeatureVersion"))
        {
            var place = places.GetValueOrDefault(version.Child("VersionLocation")?.Attribute("LocationID") ?? "");
            if (type == "Location")
            {
                if (place is not null)
                    _party.AddAddress(place.Street, place.City, place.Region, place.Country, path, path);
                continue;
            }
            if (version.Child("DatePeriod") is { } period && OfacAdvancedDates.TryPeriod(period, out var date))
                OfacPaper.Take(_party, new(type, date.ToString(), "", ""), path);
            foreach (var detail in version.All("VersionDetail"))
            {
                var text = detail.Text.Length > 0 ? detail.Text : values.Text("DetailReference", detail.Attribute("DetailReferenceID"));
                if (text.Length > 0)
                    OfacPaper.Take(_party, new(type, text, "", ""), path);
            }
            if (place is not null)
                OfacPaper.Take(_party, new(type, string.Join(", ", new[] { place.Street, place.City, place.Region, place.Country }.Where(p => p.Length > 0)), "", ""), path);
            draft.AddRemark(version["Comment"].Length > 0 ? $"{type}: {version["Comment"]}" : "", path + "/Comment");
        }
    }
}
