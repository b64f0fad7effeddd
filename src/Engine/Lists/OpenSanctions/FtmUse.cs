namespace Marsad.Engine.Lists.OpenSanctions;

/// <summary>What part of an entry a FollowTheMoney property becomes.</summary>
internal enum FtmBecomes
{
    Ignored,
    Name,
    Part,
    Date,
    Country,
    BirthPlace,
    Gender,
    Identifier,
    Address,
    Position,
    Program,
    Remark,
    Reference,
    ListedOn,
    ChangedOn,
    SourceUrl,
}

/// <summary>One row of <c>data/lists/ftm-properties.tsv</c>.</summary>
/// <param name="Property">The FollowTheMoney property.</param>
/// <param name="Becomes">What it becomes.</param>
/// <param name="Kind">The number of the member of the enum that <paramref name="Becomes"/> takes its kind from.</param>
/// <param name="Country">The country that issues the identifier, or null.</param>
internal sealed record FtmUse(string Property, FtmBecomes Becomes, int Kind, string? Country)
{
    public static FtmUse Parse(string[] row)
    {
        var becomes = Enum.Parse<FtmBecomes>(row[1], ignoreCase: true);
        var kind = becomes switch
        {
            FtmBecomes.Name => (int)Enum.Parse<NameKind>(row[2]),
            FtmBecomes.Part => (int)Enum.Parse<NamePartKind>(row[2]),
            FtmBecomes.Date => (int)Enum.Parse<DateKind>(row[2]),
            FtmBecomes.Country => (int)Enum.Parse<CountryKind>(row[2]),
            FtmBecomes.Identifier => (int)Enum.Parse<IdentifierKind>(row[2]),
            _ => 0,
        };
        return new FtmUse(row[0], becomes, kind, row[3].Length == 0 ? null : row[3]);
    }
}
