namespace Marsad.App.Terminal;

/// <summary>Turns what goes wrong into one line on standard error and an exit code: the only place that catches everything.</summary>
internal static class Failures
{
    public static async Task<int> Guard(Surroundings here, Func<Task<int>> action, CancellationToken cancel)
    {
        try
        {
            var code = await action();
            await here.Output.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Say(here, "stopped", ExitCode.Failed);
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            // Whoever read the results has enough, as in "marsad … | head": nothing to say, and nobody to say it to.
            return ExitCode.Failed;
        }
        catch (WrongInputException e)
        {
            return Say(here, e.Message, ExitCode.Wrong);
        }
#pragma warning disable CA1031 // the edge of the program
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (Environment.GetEnvironmentVariable("MARSAD_TRACE") is { Length: > 0 })
                here.Error.WriteLine(e);
            return Say(here, $"{e.GetType().Name}: {e.Message} (MARSAD_TRACE=1 shows where)", ExitCode.Failed);
        }
    }

    /// <summary>Says one line on standard error.</summary>
    public static int Say(Surroundings here, string message, int code)
    {
        here.Error.WriteLine("marsad: " + message.ReplaceLineEndings(" "));
        here.Error.Flush();
        return code;
    }

    /// <summary>EPIPE on Linux and macOS, ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.</summary>
    private static bool IsBrokenPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 or 232;
}
