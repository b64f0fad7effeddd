using Marsad.Engine.Lists.Xml;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads the advanced XML (sdn_advanced.xml, cons_advanced.xml).</summary>
/// <remarks>
/// The file names places and papers before the parties, and programs, dates and relations after all of them. So the places and
/// papers are held until the parties are read, and the entries, packed (see <see cref="PackedEntries"/>), until the programs are.
/// </remarks>
internal sealed class OfacAdvancedXml(ListReading reading, ListFile file) : IDisposable
{
    private static readonly HashSet<string> Records =
        ["DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry", "SanctionsEntryLink"];

    private static readonly HashSet<string> Containers =
        ["Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries", "SanctionsEntryLinks"];

    private readonly OfacAdvancedValues _values = new();
    private readonly Dictionary<string, OfacPlace> _places = [];
    private readonly Dictionary<string, List<OfacPaper>> _papersByIdentity = [];
    private readonly PackedEntries _entries = new(reading.ListId);
    private readonly List<string> _captions = [];
    private readonly Dictionary<string, int> _entryByProfile = [];
    private readonly Dictionary<string, string> _programs = [];
    private readonly Dictionary<int, OfacMeasures> _measures = [];

    public IEnumerable<ListEntry> Read()
    {
        foreach (var element in XmlRecords.Read(reading, file, Records, Containers))
            Take(element);
        if (reading.IsBroken)
            yield break;
        _places.Clear();
        _papersByIdentity.Clear();
        var number = 0;
        foreach (var entry in _entries.Unpack())
            yield return _measures.TryGetValue(number++, out var measures) ? measures.AddTo(entry) : entry;
    }

    public void Dispose() => _entries.Dispose();

    private void Take(XmlRecord element)
    {
        switch (element.Name)
        {
            case "DateOfIssue":
                if (OfacAdvancedDates.TryDay(element, out var day))
                    reading.ListDate = day;
                else
                    Report(IssueSeverity.Value, element, "DateOfIssue", element["Year"], "is not a day of Year, Month and Day");
                break;
            case "ReferenceValueSets":
                _values.Take(element);
                break;
            case "Location":
                _places[element.Attribute("ID") ?? ""] = OfacPlace.From(element, _values);
                break;
            case "IDRegDocument":
                TakePaper(element);
                break;
            case "DistinctParty":
                TakeParty(element);
                break;
            case "ProfileRelationship":
                TakeRelation(element);
                break;
            case "SanctionsEntry":
                TakeMeasures(element);
                break;
        }
    }

    private void TakePaper(XmlRecord element)
    {
        var notes = new List<string>();
        foreach (var date in element.All("DocumentDate"))
        {
            var kind = _values.Text("IDRegDocDateType", date.Attribute("IDRegDocDateTypeID")).StartsWith("Issue", StringComparison.OrdinalIgnoreCase) ? "issued" : "expires";
            if (date.Child("DatePeriod") is { } period && OfacAdvancedDates.TryPeriod(period, out var value))
                notes.Add($"{kind} {value}");
        }
        if (element.Attribute("ValidityID") is { } validity && _values.Text("Validity", validity) is { } word and not ("Valid" or ""))
            notes.Add(word);
        if (element["IssuingAuthority"].Length > 0)
            notes.Add(element["IssuingAuthority"]);
        if (element["Comment"].Length > 0)
            notes.Add(element["Comment"]);
        var paper = new OfacPaper(_values.Text("IDRegDocType", element.Attribute("IDRegDocTypeID")), element["IDRegistrationNo"],
            _values.Text("Country", element.Attribute("IssuedBy-CountryID")), string.Join(", ", notes));
        var identity = element.Attribute("IdentityID") ?? "";
        if (!_papersByIdentity.TryGetValue(identity, out var papers))
            _papersByIdentity[identity] = papers = [];
        papers.Add(paper);
    }

    private void TakeParty(XmlRecord element)
    {
        reading.Records++;
        var number = element.Attribute("FixedRef") ?? "";
        if (number.Length == 0 || element.Child("Profile") is not { } profile)
        {
            Report(IssueSeverity.Record, element, "DistinctParty", number, "has no FixedRef or no Profile: an entry has no id without it");
            return;
        }
        if (!_entryByProfile.TryAdd(profile.Attribute("ID") ?? number, _captions.Count))
        {
            Report(IssueSeverity.Record, element, "DistinctParty", number, "stands twice in the list: the first record was taken");
            return;
        }
        var draft = new EntryDraft(issue => reading.Report(issue with { File = file.Name }), element.Line);
        var entry = new OfacAdvancedParty(draft, _values, _places, _papersByIdentity).ToEntry(element, profile, $"{reading.ListId}:{number}");
        _entries.Add(entry);
        _captions.Add(entry.Caption);
    }

    private void TakeRelation(XmlRecord element)
    {
        var (from, to) = (element.Attribute("From-ProfileID") ?? "", element.Attribute("To-ProfileID") ?? "");
        if (!_entryByProfile.TryGetValue(from, out var entry))
        {
            Report(IssueSeverity.Value, element, "ProfileRelationship", from, "is no party of the list");
            return;
        }
        // By name, as the csv files do; by number where the other party is on the other list.
        var other = _entryByProfile.TryGetValue(to, out var known) ? _captions[known] : to;
        MeasuresOf(entry).Links.Add(other);
    }

    private void TakeMeasures(XmlRecord element)
    {
        if (!_entryByProfile.TryGetValue(element.Attribute("ProfileID") ?? "", out var entry))
        {
            Report(IssueSeverity.Value, element, "SanctionsEntry", element.Attribute("ProfileID") ?? "", "is no party of the list");
            return;
        }
        var measures = MeasuresOf(entry);
        foreach (var measure in element.All("SanctionsMeasure"))
        {
            // A measure of the type Program carries the program's name; the others (Block, Reject) say what it does.
            if (_values.Text("SanctionsType", measure.Attribute("SanctionsTypeID")) == "Program" && measure["Comment"].Length > 0)
                measures.Programs.Add(Shared(measure["Comment"]));
        }
        foreach (var created in element.All("EntryEvent"))
        {
            if (OfacAdvancedDates.TryDay(created.Child("Date"), out var day) && (measures.ListedOn is null || day < measures.ListedOn))
                measures.ListedOn = day;
        }
    }

    // The same few program names stand in thousands of entries.
    private string Shared(string program) => _programs.TryGetValue(program, out var known) ? known : _programs[program] = program;

    private OfacMeasures MeasuresOf(int entry)
    {
        if (!_measures.TryGetValue(entry, out var measures))
            _measures[entry] = measures = new();
        return measures;
    }

    private void Report(IssueSeverity severity, XmlRecord element, string field, string value, string reason) =>
        reading.Report(new(severity, element.Line, field, value, reason) { File = file.Name });

    /// <summary>What the file says of a party after all parties.</summary>
    private sealed class OfacMeasures
    {
        public List<string> Programs { get; } = new(2);

        public List<string> Links { get; } = new(0);

        public DateOnly? ListedOn { get; set; }

        public ListEntry AddTo(ListEntry entry) => entry with
        {
            Programs = [.. Programs.Distinct().Select(p => new Sourced<string>(p, "SanctionsEntry/SanctionsMeasure/Comment"))],
            LinkedTo = [.. entry.LinkedTo, .. Links.Where(l => !entry.LinkedTo.Any(k => k.Value == l)).Distinct().Select(l => new Sourced<string>(l, "ProfileRelationship"))],
            ListedOn = ListedOn is { } day ? new(PartialDate.Day(day), "SanctionsEntry/EntryEvent/Date") : null,
        };
    }
}
