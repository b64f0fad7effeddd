namespace Marsad.Accuracy;

/// <summary>The caller's fault (a file that is not there, a line that cannot be read): one line on stderr and exit code 2.</summary>
internal sealed class MeasureException(string message) : Exception(message);
