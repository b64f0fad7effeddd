using System.Collections.Immutable;
using Marsad.Engine.Lists.BisDpl;
using Marsad.Engine.Lists.Ca;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Eu;
using Marsad.Engine.Lists.Fbi;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Lists.OpenSanctions;
using Marsad.Engine.Lists.Uk;
using Marsad.Engine.Lists.Un;
using Marsad.Engine.Lists.UsCsl;

namespace Marsad.Engine.Lists;

/// <summary>The formats of lists that can be imported.</summary>
public static class ListFormats
{
    /// <summary>All readers, in the order in which help prints their formats.</summary>
    public static ImmutableArray<IListReader> All { get; } =
    [
        new UnReader(),
        new OfacReader("ofac-sdn"),
        new OfacReader("ofac-cons"),
        new UsCslReader(),
        new BisDplReader(),
        new EuReader(),
        new UkReader(),
        new CaReader(),
        new OpenSanctionsReader(),
        new FbiReader(),
        new OpenSanctionsReader("interpol"),
        new MappedCsvReader(),
        new NkReader(),
    ];

    /// <summary>The reader of a format by its name on the command line; null for a name that is not known.</summary>
    public static IListReader? Find(string format) => All.FirstOrDefault(r => r.Format == format);
}
