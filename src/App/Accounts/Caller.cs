using System.Collections.Immutable;

namespace Marsad.App.Accounts;

/// <summary>Who asks: a person who signed in, a program with a key, or nobody in particular.</summary>
/// <param name="Actor">As the audit names them.</param>
/// <param name="Role">Their role.</param>
/// <param name="IsPerson">False for a key and for the anonymous.</param>
internal sealed record Caller(string Actor, Role Role, bool IsPerson)
{
    /// <summary>Somebody on this machine whom the operator lets screen without a key.</summary>
    public static readonly Caller Anonymous = new("anonymous", Role.Integration, IsPerson: false) { Scopes = [Permission.Screen, Permission.ReadLists] };

    /// <summary>What a key is limited to; empty for all that its role allows.</summary>
    public ImmutableArray<Permission> Scopes { get; init; } = [];

    /// <summary>The account of a person.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>True when they may.</summary>
    public bool May(Permission permission) =>
        Permissions.Allows(Role, permission)
        && (IsPerson || !Permissions.NeedsPerson(permission))
        && (Scopes.IsEmpty || Scopes.Contains(permission));
}
