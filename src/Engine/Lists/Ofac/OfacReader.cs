namespace Marsad.Engine.Lists.Ofac;

/// <summary>Reads a list of the US Treasury's Office of Foreign Assets Control in any of its published forms.</summary>
/// <remarks>
/// <para><b>Forms.</b> The csv set (sdn or cons_prim, with alt, add and comments; the files in any order, told apart by their
/// columns), the classic XML (sdn.xml, consolidated.xml) and the advanced XML (sdn_advanced.xml, cons_advanced.xml), told
/// apart by what is in them.</para>
/// <para><b>Id.</b> The list's id and OFAC's number of the party, the same in all three forms: <c>ofac-sdn:36</c>.</para>
/// <para><b>Names.</b> As printed, <c>FAMILY, Given</c>, with the two as parts. "a.k.a." and "n.k.a." are aliases, "f.k.a." are
/// former names, quoted names of the remarks and low-quality aliases of the XML are weak.</para>
/// <para><b>Memory.</b> One party at a time: the csv files are sorted by ent_num and merged as they are read.</para>
/// </remarks>
/// <param name="format">The format's name: <c>ofac-sdn</c> for the SDN list, <c>ofac-cons</c> for the other lists.</param>
public sealed class OfacReader(string format) : IListReader
{
    /// <summary>
    /// The reason of the issue (<see cref="IssueSeverity.Value"/>, field "files") that says that the file of aliases is not in the set.
    /// An import refuses such a set unless it is told to accept it.
    /// </summary>
    public const string AliasFileMissing = "the set has no file of aliases (alt.csv): names would be missing";

    /// <summary>The same for the file of addresses, field "files.add": it lacks no name, so it is only a warning.</summary>
    public const string AddressFileMissing = "the set has no file of addresses (add.csv)";

    /// <inheritdoc/>
    public string Format => format;

    /// <inheritdoc/>
    public IEnumerable<ListEntry> Read(ListReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var files = new List<ListFile>();
        var forms = new List<OfacForm>();
        foreach (var file in reading.Files)
        {
            forms.Add(OfacForms.Recognize(reading, file, out var unread));
            files.Add(unread);
        }
        if (files.Count == 0)
            Refuse("", "the set has no file");
        else if (files.Count > 1 && forms.FindIndex(f => f != OfacForm.Csv) is >= 0 and var odd)
            Refuse(files[odd].Name, "an XML file is a whole list and is imported alone");
        else if (!reading.IsBroken)
        {
            return forms[0] switch
            {
                OfacForm.Classic => new OfacXml(reading, files[0]).Read(),
                OfacForm.Advanced => ReadAdvanced(reading, files[0]),
                _ => new OfacCsv(reading, files).Read(),
            };
        }
        return [];

        void Refuse(string file, string reason) => reading.Report(new(IssueSeverity.Fatal, 0, "files", file, reason) { File = file });
    }

    private static IEnumerable<ListEntry> ReadAdvanced(ListReading reading, ListFile file)
    {
        using var xml = new OfacAdvancedXml(reading, file);
        foreach (var entry in xml.Read())
            yield return entry;
    }
}
