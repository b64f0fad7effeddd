using System.Text.RegularExpressions;

namespace Marsad.App.Imports;

/// <summary>What may name a list and a version: both become folder names, so neither may leave the store.</summary>
internal static partial class ListId
{
    public static bool IsValid(string? id) => id is not null && Id().IsMatch(id);

    public static bool IsValidVersion(string version) => Version().IsMatch(version);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,63}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\.[0-9]{1,6})?\z")]
    private static partial Regex Version();
}
