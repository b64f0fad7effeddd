using Marsad.App.Accounts;

namespace Marsad.App.Tests.Accounts;

public class PermissionsTests
{
    [Fact]
    public void Every_permission_is_in_the_table_and_somebody_has_it() =>
        Assert.All(Enum.GetValues<Permission>(), p => Assert.Contains(Enum.GetValues<Role>(), r => Permissions.Allows(r, p)));

    [Fact]
    public void Every_role_can_do_something() =>
        Assert.All(Enum.GetValues<Role>(), r => Assert.Contains(Enum.GetValues<Permission>(), p => Permissions.Allows(r, p)));

    [Fact]
    public void Administrators_decide_no_cases_and_see_no_screenings()
    {
        Assert.False(Permissions.Allows(Role.Administrator, Permission.Decide));
        Assert.False(Permissions.Allows(Role.Administrator, Permission.ReadScreenings));
        Assert.False(Permissions.Allows(Role.Administrator, Permission.Screen));
    }

    [Fact]
    public void Keys_never_sign_whatever_their_role()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.False(new Caller("key:x", role, IsPerson: false).May(Permission.Decide));
            Assert.False(new Caller("key:x", role, IsPerson: false).May(Permission.ManageAccounts));
        }
        Assert.True(new Caller("account:x", Role.Reviewer, IsPerson: true).May(Permission.Decide));
    }

    [Fact]
    public void A_scope_takes_away_and_never_adds()
    {
        var key = new Caller("key:x", Role.Integration, IsPerson: false) { Scopes = [Permission.Screen, Permission.ReadAudit] };
        Assert.True(key.May(Permission.Screen));
        Assert.False(key.May(Permission.ReadLists));
        Assert.False(key.May(Permission.ReadAudit));
    }

    [Fact]
    public void Words_of_roles_lead_back_to_them() =>
        Assert.All(Enum.GetValues<Role>(), r => Assert.Equal(r, Permissions.RoleOf(Permissions.Word(r))));
}
