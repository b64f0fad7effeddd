namespace Marsad.App.Terminal;

/// <summary>What the program says to the shell; the same for every verb.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing at or above the threshold.</summary>
    public const int Nothing = 0;

    /// <summary>Done, and at least one possible match.</summary>
    public const int Match = 1;

    /// <summary>The input or the command is wrong.</summary>
    public const int Wrong = 2;

    /// <summary>Something failed, or was stopped.</summary>
    public const int Failed = 3;
}
