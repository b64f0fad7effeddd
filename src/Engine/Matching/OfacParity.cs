using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>The score the public OFAC search would give.</summary>
internal static class OfacParity
{
    public static int Score(ImmutableArray<ListName> query, ImmutableArray<ListName> listed) => query.IsEmpty || listed.IsEmpty ? 0 : 1;
}
