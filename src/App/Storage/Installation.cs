using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marsad.App.Storage;

/// <summary>Which store this is: its one row is written when the tables are made and never changes.</summary>
internal sealed record Installation
{
    /// <summary>Always 1: there is one row.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The installation's id, in every export of its audit.</summary>
    public Guid Id { get; init; }

    /// <summary>When the store was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> builder)
        {
            builder.ToTable("Installation").HasKey(i => i.Number);
            builder.Property(i => i.Number).ValueGeneratedNever();
        }
    }
}
