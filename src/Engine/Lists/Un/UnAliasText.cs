namespace Marsad.Engine.Lists.Un;

/// <summary>Takes the text of an alias field apart, which may hold several names and notes.</summary>
internal static class UnAliasText
{
    /// <summary>The names of a field that may hold several, parted by ";" or by the Arabic semicolon.</summary>
    public static IEnumerable<string> SplitNames(string text) =>
        text.Split([';', '؛'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
