using System.Xml;

namespace Marsad.Engine.Lists.Xml;

/// <summary>Walks an XML file forward; every fault of the file becomes one Fatal issue, never an exception.</summary>
internal sealed class XmlCursor(ListReading reading, ListFile file) : IDisposable
{
    private XmlReader? _xml;
    private bool _isOver;
    private int _size;

    public int Depth => _xml!.Depth;

    public string LocalName => _xml!.LocalName;

    private long Line => _xml is IXmlLineInfo { LineNumber: > 0 and var line } ? line : 1;

    /// <summary>Goes on to the next start of an element; false at the end or at a fault.</summary>
    public bool MoveToElement()
    {
        try
        {
            while (Step())
            {
                if (_xml!.NodeType == XmlNodeType.Element)
                    return true;
            }
        }
        catch (Exception fault) when (Took(fault))
        {
        }
        return false;
    }

    /// <summary>The element the cursor stands on with its attributes, and nothing of its content.</summary>
    public XmlRecord Start()
    {
        var record = new XmlRecord(_xml!.LocalName, Line);
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if (_xml.Prefix != "xmlns" && _xml.Name != "xmlns")
            {
                _size += _xml.Value.Length;
                record.Add(_xml.LocalName, _xml.Value);
            }
        }
        _xml.MoveToElement();
        return record;
    }

    /// <summary>The element the cursor stands on with all its content; null at a fault. The cursor then stands at its end.</summary>
    public XmlRecord? Build()
    {
        _size = 0;
        try
        {
            return BuildInner();
        }
        catch (Exception fault) when (Took(fault))
        {
            return null;
        }
    }

    private XmlRecord? BuildInner()
    {
        var isEmpty = _xml!.IsEmptyElement;
        var record = Start();
        if (isEmpty)
            return record;
        while (Step())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.EndElement:
                    return record;
                case XmlNodeType.Element:
                    if (BuildInner() is not { } child)
                        return null;
                    record.Add(child);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    _size += _xml.Value.Length;
                    record.Append(_xml.Value);
                    break;
            }
            if (++_size > XmlRecords.LargestRecord)
                return Fail($"a record has more than {XmlRecords.LargestRecord} characters and elements: this is not the format");
        }
        return null;
    }

    public void Dispose() => _xml?.Dispose();

    private bool Step()
    {
        if (_isOver)
            return false;
        _xml ??= XmlReader.Create(file.Content, XmlRecords.Settings);
        if (!_xml.Read())
            _isOver = true;
        else if (_xml.Depth > XmlRecords.Deepest)
            Fail($"elements nest deeper than {XmlRecords.Deepest}: this is not the format");
        return !_isOver;
    }

    /// <summary>Turns a fault of the file into an issue; false for an exception that is not the file's fault.</summary>
    private bool Took(Exception fault)
    {
        switch (fault)
        {
            case XmlException error:
                Fail(error.LineNumber, "is not well-formed XML, is cut off, or holds a DTD: fetch it again", error.Message);
                return true;
            case InvalidDataException or EndOfStreamException:
                Fail(Line, "the file breaks off or is damaged: fetch it again", "");
                return true;
            default:
                return false;
        }
    }

    private XmlRecord? Fail(string reason)
    {
        Fail(Line, reason, "");
        return null;
    }

    private void Fail(long line, string reason, string value)
    {
        _isOver = true;
        reading.Report(new(IssueSeverity.Fatal, line, "xml", value, reason) { File = file.Name });
    }
}
