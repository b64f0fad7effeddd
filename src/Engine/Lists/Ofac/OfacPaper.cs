namespace Marsad.Engine.Lists.Ofac;

/// <summary>A paper or feature of a party, as the XML forms give it: a label with a value.</summary>
/// <param name="Label">What it is, in the words of the remarks: "Passport", "Secondary sanctions risk:".</param>
/// <param name="Value">Its number or text.</param>
/// <param name="Country">The issuing country as printed; empty for none.</param>
/// <param name="Note">What else is printed beside it: "issued 2004 expires 2009", "fraudulent"; empty for none.</param>
internal readonly record struct OfacPaper(string Label, string Value, string Country, string Note)
{
    /// <summary>Adds it to the party. The XML has no remarks that hold it whole, so what is only text becomes a remark.</summary>
    public static void Take(OfacParty party, OfacPaper paper, string path)
    {
        var printed = $"{paper.Label} {paper.Value}".Trim();
        var text = paper.Value + (paper.Country.Length > 0 ? $" ({paper.Country})" : "") + (paper.Note.Length > 0 ? " " + paper.Note : "");
        // The label alone first: "Company Number IMO" is in the value's first word at times.
        var label = OfacRemarkLabels.Find(printed) ?? OfacRemarkLabels.Find(paper.Label);
        if (label is null)
            OfacIdentifierText.Take(party.Draft, new(paper.Label, OfacBecomes.Identifier, nameof(IdentifierKind.Other), null, paper.Label), text, path);
        else if (label.Becomes == OfacBecomes.Text)
            party.Draft.AddRemark(printed, path);
        else
        {
            var whole = $"{paper.Label} {text}";
            OfacRemarks.TakeLabelled(party, label, whole[Math.Min(label.Text.Length, whole.Length)..].TrimStart(' ', ':', '#', '-'), path);
        }
    }
}
