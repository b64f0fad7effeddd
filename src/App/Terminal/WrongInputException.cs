namespace Marsad.App.Terminal;

/// <summary>The caller's fault: the message is one line that says what is wrong, where, and what is allowed. Exit code 2.</summary>
internal sealed class WrongInputException(string message, Exception? inner = null) : Exception(message, inner);
