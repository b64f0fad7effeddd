using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Marsad.App.Storage;

/// <summary>Instants as both databases hold them: whole microseconds since 1970 in UTC, so that what is read back is what was written.</summary>
internal static class Instants
{
    /// <summary>Now, in whole microseconds.</summary>
    public static DateTimeOffset Now(TimeProvider clock) => FromMicroseconds(Microseconds(clock.GetUtcNow()));

    public static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>How a mapped instant is stored.</summary>
    internal sealed class Converter() : ValueConverter<DateTimeOffset, long>(i => Microseconds(i), m => FromMicroseconds(m));
}
