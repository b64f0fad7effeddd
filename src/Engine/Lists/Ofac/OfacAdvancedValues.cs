using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>The reference values at the head of the advanced XML: what its numbers mean.</summary>
internal sealed class OfacAdvancedValues
{
    private readonly Dictionary<(string Set, string Id), XmlRecord> _values = [];

    /// <summary>Takes the element ReferenceValueSets, whose children are sets such as AliasTypeValues with elements AliasType.</summary>
    public void Take(XmlRecord sets)
    {
        foreach (var value in sets.Children.SelectMany(set => set.Children))
        {
            if (value.Attribute("ID") is { } id)
                _values[(value.Name, id)] = value;
        }
    }

    /// <summary>The text of a value; empty where the number is absent or unknown.</summary>
    public string Text(string set, string? id) => Find(set, id)?.Text ?? "";

    /// <summary>An attribute of a value; empty where there is none.</summary>
    public string Attribute(string set, string? id, string attribute) => Find(set, id)?.Attribute(attribute) ?? "";

    private XmlRecord? Find(string set, string? id) => id is null ? null : _values.GetValueOrDefault((set, id));
}
