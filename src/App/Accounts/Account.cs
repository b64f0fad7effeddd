using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marsad.App.Accounts;

/// <summary>A person who signs in.</summary>
internal sealed class Account
{
    public Guid Id { get; init; }

    /// <summary>The name to sign in with, in small letters.</summary>
    public required string Name { get; init; }

    public Role Role { get; set; }

    /// <summary>Empty when the person signs in elsewhere only.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>The secret of the authenticator, sealed with the installation's secret; empty while there is none.</summary>
    public byte[] TotpSecret { get; set; } = [];

    /// <summary>Whether a sign-in asks for a code: from the first right code on.</summary>
    public bool IsTotpOn { get; set; }

    /// <summary>The time step of the last code taken: a code is good once.</summary>
    public long TotpStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left, line by line.</summary>
    public string RecoveryHashes { get; set; } = "";

    public int FailedSignIns { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public bool IsDisabled { get; set; }

    /// <summary>Issuer and subject of a sign-in provider, separated by a blank; empty for none.</summary>
    public string External { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }

    /// <summary>The account as the audit names it.</summary>
    public string Actor => "account:" + Name;
}

/// <summary>Somebody is signed in. The cookie holds a random token, the store its hash.</summary>
internal sealed class Session
{
    public required byte[] TokenHash { get; init; }

    /// <summary>Names the session to people, who must not see its token.</summary>
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>What the browser calls itself, for the list of sessions.</summary>
    public string Agent { get; init; } = "";
}

/// <summary>A key of a program. It is shown once; the store has its hash.</summary>
internal sealed class ApiKey
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public Role Role { get; init; }

    /// <summary>The permissions it is limited to, separated by blanks; empty for all of its role.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>How many requests a minute; 0 for as many as it likes.</summary>
    public int RatePerMinute { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public int Version { get; init; }

    /// <summary>The key as the audit names it.</summary>
    public string Actor => "key:" + Name;
}

/// <summary>The tables of the accounts.</summary>
internal static class AccountStorage
{
    internal sealed class Accounts : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("Accounts").HasKey(a => a.Id);
            builder.HasIndex(a => a.Name).IsUnique();
            builder.HasIndex(a => a.External);
            builder.Property(a => a.Role).HasConversion<string>();
        }
    }

    internal sealed class Sessions : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("Sessions").HasKey(s => s.TokenHash);
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }

    internal sealed class Keys : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> builder)
        {
            builder.ToTable("ApiKeys").HasKey(k => k.Id);
            builder.HasIndex(k => k.Name).IsUnique();
            builder.Property(k => k.Role).HasConversion<string>();
        }
    }
}
