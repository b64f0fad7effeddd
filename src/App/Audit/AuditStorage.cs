using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marsad.App.Audit;

/// <summary>A chain and the process that adds to it. A process that dies leaves its chain to the next one.</summary>
internal sealed class AuditChain
{
    public int Number { get; init; }

    /// <summary>Which process holds it.</summary>
    public required string Holder { get; init; }

    /// <summary>Until when, unless renewed. It spares two processes waiting for each other; that a chain does not fork is seen to by the
    /// key of its records.</summary>
    public DateTimeOffset HeldUntil { get; init; }
}

/// <summary>Whom or what a record is about.</summary>
internal sealed class AuditAbout
{
    public required string About { get; init; }
    public Guid RecordId { get; init; }
}

/// <summary>An event that was stored in the transaction of its effect and is not yet in the chain.</summary>
internal sealed class AuditOutbox
{
    public Guid Id { get; init; }

    /// <summary>The chain of the process that is going to seal it.</summary>
    public int Chain { get; init; }

    public DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Kind { get; init; }
    public required byte[] Detail { get; init; }

    /// <summary>Line by line.</summary>
    public required string About { get; init; }

    public static AuditOutbox From(AuditEvent what, int chain) => new()
    {
        Id = what.Id,
        Chain = chain,
        At = what.At,
        Actor = what.Actor,
        Kind = what.Kind,
        Detail = what.Detail.ToArray(),
        About = string.Join('\n', what.About),
    };
}

/// <summary>A <see cref="Checkpoint"/> as a row.</summary>
internal sealed class AuditCheckpoint
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }
    public required byte[] Previous { get; init; }
    public required string Heads { get; init; }
    public required string KeyId { get; init; }
    public required byte[] Signature { get; init; }
}

/// <summary>What a record about many rows holds of each: a commitment, and the key to it until it is erased.</summary>
internal sealed class AuditRows
{
    public Guid RecordId { get; init; }

    /// <summary>Keys of <see cref="RowGroup.KeyLength"/> bytes, one after the other; zeros once erased.</summary>
    public required byte[] Keys { get; init; }

    /// <summary>Commitments of 32 bytes, one after the other: the leaves of the tree whose root is in the record.</summary>
    public required byte[] Commitments { get; init; }
}

/// <summary>What was asked and answered in a row that hit somebody.</summary>
internal sealed class AuditRow
{
    public Guid RecordId { get; init; }

    /// <summary>Its place in the record, from 0.</summary>
    public int Row { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>The tables of the audit.</summary>
internal static class AuditStorage
{
    internal sealed class Chains : IEntityTypeConfiguration<AuditChain>
    {
        public void Configure(EntityTypeBuilder<AuditChain> builder)
        {
            builder.ToTable("AuditChains").HasKey(c => c.Number);
            builder.Property(c => c.Number).ValueGeneratedNever();
        }
    }

    internal sealed class Records : IEntityTypeConfiguration<AuditRecord>
    {
        public void Configure(EntityTypeBuilder<AuditRecord> builder)
        {
            // The key is what keeps a chain from forking: a place in it is taken once.
            builder.ToTable("AuditRecords").HasKey(r => new { r.Chain, r.Sequence });
            builder.HasIndex(r => r.Id).IsUnique();
            builder.HasIndex(r => new { r.Kind, r.Id });
        }
    }

    internal sealed class Abouts : IEntityTypeConfiguration<AuditAbout>
    {
        public void Configure(EntityTypeBuilder<AuditAbout> builder)
        {
            builder.ToTable("AuditAbouts").HasKey(a => new { a.About, a.RecordId });
            builder.HasIndex(a => a.RecordId);
        }
    }

    internal sealed class Outbox : IEntityTypeConfiguration<AuditOutbox>
    {
        public void Configure(EntityTypeBuilder<AuditOutbox> builder)
        {
            builder.ToTable("AuditOutbox").HasKey(o => o.Id);
            builder.HasIndex(o => o.Chain);
        }
    }

    internal sealed class Keys : IEntityTypeConfiguration<AuditKey>
    {
        public void Configure(EntityTypeBuilder<AuditKey> builder) => builder.ToTable("AuditKeys").HasKey(k => k.Id);
    }

    internal sealed class CheckpointRows : IEntityTypeConfiguration<AuditCheckpoint>
    {
        public void Configure(EntityTypeBuilder<AuditCheckpoint> builder)
        {
            builder.ToTable("AuditCheckpoints").HasKey(c => c.Number);
            builder.Property(c => c.Number).ValueGeneratedNever();
        }
    }

    internal sealed class Rows : IEntityTypeConfiguration<AuditRows>
    {
        public void Configure(EntityTypeBuilder<AuditRows> builder) => builder.ToTable("AuditRows").HasKey(r => r.RecordId);
    }

    internal sealed class RowContents : IEntityTypeConfiguration<AuditRow>
    {
        public void Configure(EntityTypeBuilder<AuditRow> builder) => builder.ToTable("AuditRowContents").HasKey(r => new { r.RecordId, r.Row });
    }
}
