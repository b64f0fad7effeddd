using Marsad.App.Terminal;

namespace Marsad.App.Accounts;

/// <summary>Names of accounts and keys: they stand in the audit, in messages and on command lines.</summary>
internal static class AccountNames
{
    private const int Longest = 64;

    /// <summary>A name as it is stored.</summary>
    /// <exception cref="WrongInputException">It is not allowed.</exception>
    public static string Check(string name)
    {
        var small = name.Trim().ToLowerInvariant();
        return small.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(small[0]) && small.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')
            ? small
            : throw new WrongInputException($"name: allowed are 1 to {Longest} Latin letters, digits and . - _ @, a letter or digit first");
    }

    /// <summary>The role of a word.</summary>
    /// <exception cref="WrongInputException">There is none.</exception>
    public static Role CheckRole(string word) =>
        Permissions.RoleOf(word) ?? throw new WrongInputException($"role \"{word}\": allowed is {string.Join(", ", Permissions.Words)}");
}
