using System.Globalization;

namespace Marsad.App.Terminal;

/// <summary>A progress bar on standard error, redrawn a few times a second; nothing at all when nobody watches.</summary>
internal sealed class ProgressLine(Surroundings here) : IDisposable
{
    private const int BarWidth = 24;
    private readonly long _started = here.Clock.GetTimestamp();
    private TimeSpan _drawnAt = TimeSpan.FromSeconds(-1);
    private bool _isDrawn;

    /// <summary>Shows how far the work is.</summary>
    /// <param name="done">How many rows are done.</param>
    /// <param name="share">How much of the input that is, 0 to 1; null when it is not known.</param>
    public void Show(long done, double? share)
    {
        if (!here.IsErrorTerminal)
            return;
        var elapsed = here.Clock.GetElapsedTime(_started);
        if (elapsed - _drawnAt < TimeSpan.FromMilliseconds(200))
            return;
        _drawnAt = elapsed;
        _isDrawn = true;
        var rate = elapsed.TotalSeconds > 0 ? done / elapsed.TotalSeconds : 0;
        var bar = share is { } part ? Bar(part) + part.ToString(" 0 % ", CultureInfo.InvariantCulture) : "";
        here.Error.Write("\r\e[K" + bar + string.Create(CultureInfo.InvariantCulture, $"{done:N0} rows, {rate:N0}/s"));
    }

    /// <summary>Wipes the bar.</summary>
    public void Dispose()
    {
        if (_isDrawn)
            here.Error.Write("\r\e[K");
    }

    private static string Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        return new string('█', full) + new string('░', BarWidth - full);
    }
}
