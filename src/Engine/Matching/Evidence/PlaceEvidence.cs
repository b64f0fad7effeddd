using System.Collections.Immutable;
using Marsad.Engine.Lists;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>Weighs places of birth: agreeing says nothing by itself, different countries speak against.</summary>
internal static class BirthPlaceEvidence
{
    public static EvidenceWeight Weigh(ImmutableArray<string> query, ImmutableArray<ListPlace> listed, Weights weights)
    {
        var conflict = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            for (var j = 0; j < listed.Length; j++)
            {
                if (PlaceWords.ShareOne(query[i], listed[j].Text) || Places.AreSame(query[i], listed[j].Text))
                    return new EvidenceWeight(Verdict.Agrees, 0, i, j);
                if (conflict.Query < 0 && listed[j].CountryCode is { } code && PlaceWords.CountryOf(query[i]) is { } asked && !Countries.AreCompatible(code, asked))
                    conflict = new EvidenceWeight(Verdict.Conflicts, weights.BirthPlaceConflict, i, j);
            }
        }
        return conflict;
    }
}

/// <summary>Weighs addresses: the more words they share beyond city and country, the more they say. Another address says nothing.</summary>
internal static class AddressEvidence
{
    public static EvidenceWeight Weigh(ImmutableArray<ListAddress> query, ImmutableArray<ListAddress> listed, Weights weights)
    {
        var best = EvidenceWeight.Missing;
        for (var i = 0; i < query.Length; i++)
        {
            for (var j = 0; j < listed.Length; j++)
            {
                var shared = PlaceWords.CountShared(query[i].Text, listed[j].Text);
                if ((shared == 0 && !Places.AreSame(query[i].Text, listed[j].Text)) || (query[i].CountryCode is { } a && listed[j].CountryCode is { } b && !Countries.AreCompatible(a, b)))
                    continue;
                var bits = shared >= 3 ? weights.AddressAgrees : weights.AddressCityAgrees;
                if (bits > best.Bits)
                    best = new EvidenceWeight(Verdict.Agrees, bits, i, j);
            }
        }
        return best;
    }
}

/// <summary>The words of places and addresses.</summary>
internal static class PlaceWords
{
    /// <summary>Words that stand in addresses everywhere.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "street", "road", "avenue", "city", "district", "province", "region", "area", "box", "floor", "building", "house",
        "suite", "office", "near", "north", "south", "east", "west", "and", "the", "state", "village", "governorate", "block", "unit",
    };

    /// <summary>How many telling words two texts share; names of countries are not counted.</summary>
    public static int CountShared(string a, string b)
    {
        var other = Words(b);
        return Words(a).Count(other.Contains);
    }

    /// <summary>Whether two places share a telling word.</summary>
    public static bool ShareOne(string a, string b) => Words(a).Overlaps(Words(b));

    /// <summary>The country a place's last words name, or null.</summary>
    public static string? CountryOf(string text) => Countries.CodeOf(text[(text.LastIndexOf(',') + 1)..]);

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in text.Split(','))
        {
            if (Countries.CodeOf(piece) is not null && piece.Length > 0)
                continue;
            foreach (var word in piece.Split([' ', ';', '.', '/', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var folded = word.ToLowerInvariant();
                if (folded.Length >= 3 && !Everywhere.Contains(folded))
                    words.Add(folded);
            }
        }
        return words;
    }
}
