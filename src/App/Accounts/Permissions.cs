namespace Marsad.App.Accounts;

/// <summary>What somebody is here for. An account has one, so that no one person is both sides of a check.</summary>
internal enum Role
{
    /// <summary>Screens people and hands hits on.</summary>
    Officer,
    /// <summary>Decides matches.</summary>
    Reviewer,
    /// <summary>Second signature, policies, and what the team does.</summary>
    Supervisor,
    /// <summary>Brings lists in and puts them into force.</summary>
    ListManager,
    /// <summary>Statistics, tuning, articles.</summary>
    Analyst,
    /// <summary>Requests of people who were stopped.</summary>
    Redress,
    /// <summary>Reads everything that was done, changes nothing.</summary>
    Auditor,
    /// <summary>Accounts and the machine; no cases.</summary>
    Administrator,
    /// <summary>A program.</summary>
    Integration,
}

/// <summary>Something that has to be allowed.</summary>
internal enum Permission
{
    /// <summary>Screen, compare, and read one's own screenings.</summary>
    Screen,
    /// <summary>Read lists, entries, profiles.</summary>
    ReadLists,
    /// <summary>Read and replay the screenings of others.</summary>
    ReadScreenings,
    /// <summary>Import, publish, roll back, update, disable lists.</summary>
    ManageLists,
    /// <summary>Change policies.</summary>
    ManageProfiles,
    /// <summary>Have people and organizations rescreened.</summary>
    ManageSubjects,
    /// <summary>Start and cancel one's own jobs.</summary>
    RunJobs,
    /// <summary>Give a verdict on a match. Signing is for people: no key may.</summary>
    Decide,
    /// <summary>Read and export the audit.</summary>
    ReadAudit,
    /// <summary>Accounts, keys, sessions of others.</summary>
    ManageAccounts,
    /// <summary>Metrics, backups, webhooks, retention, erasure.</summary>
    Operate,
}

/// <summary>The one table of who may do what.</summary>
internal static class Permissions
{
    private static readonly Dictionary<Permission, Role[]> Table = new()
    {
        [Permission.Screen] = [Role.Officer, Role.Reviewer, Role.Supervisor, Role.Analyst, Role.Integration],
        [Permission.ReadLists] = [Role.Officer, Role.Reviewer, Role.Supervisor, Role.ListManager, Role.Analyst, Role.Redress, Role.Auditor, Role.Integration],
        [Permission.ReadScreenings] = [Role.Reviewer, Role.Supervisor, Role.Redress, Role.Auditor],
        [Permission.ManageLists] = [Role.ListManager],
        [Permission.ManageProfiles] = [Role.Supervisor],
        [Permission.ManageSubjects] = [Role.Officer, Role.Supervisor, Role.Integration],
        [Permission.RunJobs] = [Role.Officer, Role.Reviewer, Role.Supervisor, Role.ListManager, Role.Analyst, Role.Integration],
        [Permission.Decide] = [Role.Reviewer, Role.Supervisor],
        [Permission.ReadAudit] = [Role.Auditor],
        [Permission.ManageAccounts] = [Role.Administrator],
        [Permission.Operate] = [Role.Administrator],
    };

    /// <summary>What only a person may do, whatever the role of a key says.</summary>
    private static readonly Permission[] PeopleOnly = [Permission.Decide, Permission.ManageAccounts];

    /// <summary>True when the role allows it.</summary>
    public static bool Allows(Role role, Permission permission) => Table[permission].Contains(role);

    /// <summary>True when a program must not do it.</summary>
    public static bool NeedsPerson(Permission permission) => PeopleOnly.Contains(permission);

    /// <summary>The word of a role on the command line and in JSON: list-manager.</summary>
    public static string Word(Role role) => role == Role.ListManager ? "list-manager" : role.ToString().ToLowerInvariant();

    /// <summary>All words, in order.</summary>
    public static IEnumerable<string> Words => Enum.GetValues<Role>().Select(Word);

    /// <summary>The role of a word; null for none.</summary>
    public static Role? RoleOf(string word) => Enum.GetValues<Role>().Where(r => Word(r) == word).Select(r => (Role?)r).FirstOrDefault();
}
