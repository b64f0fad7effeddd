using System.CommandLine;
using System.Globalization;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Accounts;

/// <summary>The verb <c>accounts</c>: who may sign in, and the keys of programs.</summary>
internal static class AccountsCommands
{
    public static Command Create(Surroundings here)
    {
        var verb = new Verb(here, "accounts", "Who may sign in, and the keys of programs", "marsad accounts add-key bank --role integration")
        {
            Add(here), List(here), Change(here, "password", "Set a new password", (open, name, cancel) => open.Accounts.SetPassword(open.Actor, name, AskPassword(open.Here), cancel)),
            SetRole(here),
            Change(here, "disable", "Lock out until enabled again", (open, name, cancel) => open.Accounts.Disable(open.Actor, name, isDisabled: true, cancel)),
            Change(here, "enable", "Let in again", (open, name, cancel) => open.Accounts.Disable(open.Actor, name, isDisabled: false, cancel)),
            Change(here, "unlock", "End a lock-out before its time", (open, name, cancel) => open.Accounts.Unlock(open.Actor, name, cancel)),
            Change(here, "remove-authenticator", "For somebody who has lost it and the recovery codes", (open, name, cancel) => open.Accounts.RemoveTotp(open.Actor, name, cancel)),
            AddKey(here),
            Change(here, "revoke", "Take a key out of use", (open, name, cancel) => open.Keys.Revoke(open.Actor, name, cancel)),
        };
        return verb;
    }

    /// <summary>A password from the environment, the terminal or standard input.</summary>
    public static string AskPassword(Surroundings here)
    {
        if (here.AskSecret is not { } ask)
        {
            using var input = new StreamReader(here.OpenInput());
            return input.ReadLine() ?? throw new WrongInputException("a password is wanted as the first line of standard input");
        }
        var password = ask($"Password ({AccountBook.ShortestPassword} characters at least): ");
        return ask("Once more: ") == password ? password : throw new WrongInputException("the two passwords differ");
    }

    private static Verb Add(Surroundings here)
    {
        var verb = new Verb(here, "add", "Add an account; its password is asked for, or read from standard input", "marsad accounts add amal --role officer");
        var (name, role) = (Name(), Role());
        verb.Add(name);
        verb.Add(role);
        verb.Does(async (parse, here, cancel) =>
        {
            await using var open = OpenAccounts.Open(here);
            var account = await open.Accounts.Add(open.Actor, parse.GetValue(name)!, AccountNames.CheckRole(parse.GetValue(role)!), AskPassword(here), cancel);
            here.Output.WriteLine($"{account.Name}: {Permissions.Word(account.Role)}");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb SetRole(Surroundings here)
    {
        var verb = new Verb(here, "role", "Give another role", "marsad accounts role amal --role reviewer");
        var (name, role) = (Name(), Role());
        verb.Add(name);
        verb.Add(role);
        verb.Does(async (parse, here, cancel) =>
        {
            await using var open = OpenAccounts.Open(here);
            await open.Accounts.SetRole(open.Actor, parse.GetValue(name)!, AccountNames.CheckRole(parse.GetValue(role)!), cancel);
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb Change(Surroundings here, string word, string description, Func<OpenAccounts, string, CancellationToken, Task> change)
    {
        var verb = new Verb(here, word, description, $"marsad accounts {word} amal");
        var name = Name();
        verb.Add(name);
        verb.Does(async (parse, here, cancel) =>
        {
            await using var open = OpenAccounts.Open(here);
            await change(open, parse.GetValue(name)!, cancel);
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb AddKey(Surroundings here)
    {
        var verb = new Verb(here, "add-key", "Make a key for a program; it is printed this once", "marsad accounts add-key bank --role integration --days 90");
        var (name, role) = (Name(), Role());
        var scope = new Option<string[]>("--scope") { Description = "Only this of what the role allows; may be repeated", HelpName = string.Join('|', Enum.GetNames<Permission>()), AllowMultipleArgumentsPerToken = true };
        var days = new Option<int>("--days") { Description = "How long it is good", HelpName = "N", DefaultValueFactory = _ => (int)ApiKeys.DefaultLife.TotalDays };
        var rate = new Option<int>("--rate") { Description = "How many requests a minute; 0 for as many as it likes", HelpName = "N", DefaultValueFactory = _ => ApiKeys.DefaultRatePerMinute };
        foreach (var symbol in (Symbol[])[name, role, scope, days, rate])
        {
            if (symbol is Option option)
                verb.Add(option);
            else
                verb.Add((Argument)symbol);
        }
        verb.Does(async (parse, here, cancel) =>
        {
            if (parse.GetValue(days) is < 1 or > 3650)
                throw new WrongInputException("--days: allowed is 1 to 3650");
            if (parse.GetValue(rate) is < 0 or > 100_000_000)
                throw new WrongInputException("--rate: allowed is 0 to 100000000");
            await using var open = OpenAccounts.Open(here);
            var key = await open.Keys.Add(
                open.Actor, parse.GetValue(name)!, AccountNames.CheckRole(parse.GetValue(role)!), [.. (parse.GetValue(scope) ?? []).Select(Scope)],
                Instants.Now(here.Clock).AddDays(parse.GetValue(days)), parse.GetValue(rate), cancel);
            here.Output.WriteLine(key);
            here.Error.WriteLine("This key is not shown again. Send it as: Authorization: ApiKey KEY");
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Verb List(Surroundings here)
    {
        var verb = new Verb(here, "list", "All accounts and keys", "marsad accounts list");
        verb.Does(async (_, here, cancel) =>
        {
            await using var open = OpenAccounts.Open(here);
            var now = Instants.Now(here.Clock);
            foreach (var account in await open.Accounts.All(cancel))
            {
                var state = account.IsDisabled ? "disabled" : account.LockedUntil > now ? $"locked until {AuditRecord.Text(account.LockedUntil.Value)}" : "";
                here.Output.WriteLine($"account  {account.Name,-24} {Permissions.Word(account.Role),-14} {(account.IsTotpOn ? "authenticator" : "-"),-14} {state}".TrimEnd());
            }
            foreach (var key in await open.Keys.All(cancel))
            {
                var state = key.RevokedAt is not null ? "revoked" : key.ExpiresAt <= now ? "expired" : $"until {key.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
                here.Output.WriteLine($"key      {key.Name,-24} {Permissions.Word(key.Role),-14} {state} {key.Scopes}".TrimEnd());
            }
            return ExitCode.Nothing;
        });
        return verb;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name, in Latin letters" };

    private static Option<string> Role() => new("--role") { Description = "The role", HelpName = string.Join('|', Permissions.Words), Required = true };

    private static Permission Scope(string word) => Enum.TryParse<Permission>(word, ignoreCase: true, out var scope) && Enum.IsDefined(scope)
        ? scope
        : throw new WrongInputException($"--scope {word}: allowed is {string.Join(", ", Enum.GetNames<Permission>())}");
}
