using CsCheck;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>What changed between two versions of a list.</summary>
public class ListDeltaTests
{
    [Fact]
    public void Entries_that_came_went_and_changed_are_told_apart()
    {
        var delta = ListDelta.Between([Entry("a", "Amina Bakri"), Entry("b", "Boris Ilin"), Entry("c", "Carla Ruiz")],
            [Entry("b", "Boris Ilyin"), Entry("c", "Carla Ruiz"), Entry("d", "Dawud Said")]);
        Assert.Equal("d:d", Assert.Single(delta.Added).Id);
        Assert.Equal("d:a", Assert.Single(delta.Removed).Id);
        var change = Assert.Single(delta.Changed);
        var field = Assert.Single(change.Fields);
        Assert.Equal(("d:b", "names"), (change.Newer.Id, field.Field));
        Assert.Equal(["Boris Ilin (primary)"], field.Removed);
        Assert.Equal(["Boris Ilyin (primary)"], field.Added);
        Assert.Empty(delta.Merged);
    }

    [Fact]
    public void Other_order_and_other_paths_are_no_change()
    {
        var older = Entry("a", "X") with { Programs = [new("ONE", "p[1]"), new("TWO", "p[2]")] };
        var newer = Entry("a", "X") with { Programs = [new("TWO", "q[1]"), new("ONE", "q[2]")] };
        Assert.True(ListDelta.Between([older], [newer]).IsEmpty);
    }

    [Fact]
    public void A_value_printed_once_more_is_a_change()
    {
        var change = Assert.Single(ListDelta.Between(
            [Entry("a", "X") with { Programs = [new("ONE", "")] }], [Entry("a", "X") with { Programs = [new("ONE", ""), new("ONE", "")] }]).Changed);
        Assert.Equal(["ONE"], Assert.Single(change.Fields).Added);
    }

    [Theory]
    [InlineData("d:a")]
    [InlineData("a")]
    public void An_entry_that_another_one_refers_to_is_merged_and_not_removed(string reference)
    {
        var delta = ListDelta.Between([Entry("a", "Old Firm"), Entry("b", "New Firm")],
            [Entry("b", "New Firm") with { References = [new(reference, "ref")] }]);
        var merger = Assert.Single(delta.Merged);
        Assert.Equal(("d:a", "d:b"), (merger.From.Id, merger.Into.Id));
        Assert.Empty(delta.Removed);
    }

    [Fact]
    public void An_entry_whose_names_and_identifiers_moved_is_merged()
    {
        var old = Entry("a", "Old Firm") with { Identifiers = [new(IdentifierKind.TaxId, "77", null, "")] };
        var into = Entry("b", "New Firm", "OLD FIRM") with { Identifiers = [new(IdentifierKind.TaxId, "77", null, "")] };
        Assert.Equal("d:b", Assert.Single(ListDelta.Between([old, Entry("b", "New Firm")], [into]).Merged).Into.Id);
    }

    [Fact]
    public void A_namesake_that_came_is_no_merger()
    {
        var delta = ListDelta.Between([Entry("a", "Ali Hasan")], [Entry("b", "Ali Hasan")]);
        Assert.Empty(delta.Merged);
        Assert.Single(delta.Removed);
    }

    [Fact]
    public void A_list_against_itself_in_any_order_has_no_delta() => Gen.Int[0, 20].Array[0, 30].Sample(numbers =>
    {
        var entries = numbers.Distinct().Select(n => Entry($"{n}", $"Name {n}", $"Alias {n % 3}")).ToList();
        Assert.True(ListDelta.Between(entries, entries.AsEnumerable().Reverse()).IsEmpty);
    });

    private static ListEntry Entry(string id, params string[] names) => new()
    {
        Id = "d:" + id,
        Schema = EntrySchema.Organization,
        Names = [.. names.Select((n, i) => new ListName(n, i == 0 ? NameKind.Primary : NameKind.Alias, "n"))],
    };
}
