using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Marsad.App.Storage;

/// <summary>The one model of both databases. It names no feature: a feature's mapping is an <see cref="IEntityTypeConfiguration{TEntity}"/>
/// in the feature's folder, found by assembly.</summary>
/// <remarks>
/// Rules that hold for every table: names in snake_case; instants are UTC microseconds; ids are UUIDv7, so that their order is that of
/// time; a property <c>Version</c> is raised here with every change, and a change of a row that somebody else has changed meanwhile fails;
/// text is compared and sorted by its code points.
/// </remarks>
internal abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    private const string Version = "Version";

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Instants.Converter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StoreContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                Map(property);
            foreach (var key in entity.GetKeys())
                key.SetName(SnakeCase(key.GetName()!));
            foreach (var key in entity.GetForeignKeys())
                key.SetConstraintName(SnakeCase(key.GetConstraintName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(SnakeCase(index.GetDatabaseName()!));
        }
    }

    private static void Map(IMutableProperty property)
    {
        property.SetColumnName(SnakeCase(property.Name));
        if (property.Name == Version)
            property.IsConcurrencyToken = true;
        if (property.IsPrimaryKey() && property.ClrType == typeof(Guid))
            property.ValueGenerated = ValueGenerated.Never;
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty(Version) is not null && entry.Property(Version) is var version)
                version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            // A word begins at a capital after a small letter; PK_ and IX_ are words of their own.
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1])))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
