using System.Text;

namespace Marsad.Engine.Lists.Xml;

/// <summary>One element of an XML list with what is inside it. Names are local: publishers change their namespaces.</summary>
/// <param name="name">The element's local name.</param>
/// <param name="line">The line it starts on, from 1.</param>
internal sealed class XmlRecord(string name, long line)
{
    private readonly List<XmlRecord> _children = [];
    private readonly List<(string Name, string Value)> _attributes = [];
    private string _text = "";
    private StringBuilder? _manyTexts;

    /// <summary>The element's local name.</summary>
    public string Name => name;

    /// <summary>The line it starts on, from 1.</summary>
    public long Line => line;

    /// <summary>Its own text, trimmed; empty where it has none.</summary>
    public string Text => (_manyTexts?.ToString() ?? _text).Trim();

    /// <summary>The elements directly inside it, in the file's order.</summary>
    public IReadOnlyList<XmlRecord> Children => _children;

    /// <summary>Its attributes by local name, declarations of namespaces left out.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => _attributes;

    /// <summary>The trimmed text of the first child of a name; empty where there is none.</summary>
    public string this[string child] => Child(child)?.Text ?? "";

    /// <summary>The first child of a name, or null.</summary>
    public XmlRecord? Child(string child)
    {
        foreach (var candidate in _children)
        {
            if (candidate.Name == child)
                return candidate;
        }
        return null;
    }

    /// <summary>All children of a name.</summary>
    public IEnumerable<XmlRecord> All(string child) => _children.Where(c => c.Name == child);

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string attribute)
    {
        foreach (var (candidate, value) in _attributes)
        {
            if (candidate == attribute)
                return value;
        }
        return null;
    }

    internal void Add(XmlRecord child) => _children.Add(child);

    internal void Add(string attribute, string value) => _attributes.Add((attribute, value));

    internal void Append(string text)
    {
        if (_text.Length == 0)
            _text = text;
        else
            (_manyTexts ??= new(_text)).Append(text);
    }
}
