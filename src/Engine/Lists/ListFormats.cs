using System.Collections.Immutable;
using Marsad.Engine.Lists.Csv;
using Marsad.Engine.Lists.Nk;
using Marsad.Engine.Lists.Ofac;
using Marsad.Engine.Lists.Un;

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
        new MappedCsvReader(),
        new NkReader(),
    ];

    /// <summary>The reader of a format by its name on the command line; null for a name that is not known.</summary>
    public static IListReader? Find(string format) => All.FirstOrDefault(r => r.Format == format);
}
