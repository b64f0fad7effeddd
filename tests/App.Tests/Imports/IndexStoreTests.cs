using Marsad.App.Imports;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.App.Tests.Imports;

public sealed class IndexStoreTests : IDisposable
{
    private static readonly Subject Asked = new() { Names = [new ListName("Tamerlan Vostrikov", NameKind.Primary, "name")] };

    private readonly string _folder = Directory.CreateTempSubdirectory("marsad-index-").FullName;
    private int _readings;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_index_is_made_once_and_then_opened_without_reading_the_list()
    {
        Assert.Equal("x:1", Assert.Single(Screen("a")).Entry.Id);
        Assert.Equal("x:1", Assert.Single(Screen("a")).Entry.Id);
        Assert.Equal(1, _readings);
        Assert.Single(Files());
    }

    [Fact]
    public void Another_content_under_the_same_label_is_another_index()
    {
        Screen("a");
        Screen("b");
        Assert.Equal(2, _readings);
        Assert.Equal(2, Files().Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-1)]
    public void A_damaged_index_is_made_again_and_answers_as_before(int at)
    {
        Screen("a");
        var file = Assert.Single(Files());
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal("x:1", Assert.Single(Screen("a")).Entry.Id);
        Assert.Equal(2, _readings);
        Assert.Empty(new IndexStore(_folder).RemoveDamaged());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(2000)]
    public void A_cut_index_is_made_again(int length)
    {
        Screen("a");
        var file = Assert.Single(Files());
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        Assert.Equal("x:1", Assert.Single(Screen("a")).Entry.Id);
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void Verifying_removes_a_damaged_index_and_names_it()
    {
        Screen("a");
        var file = Assert.Single(Files());
        var bytes = File.ReadAllBytes(file);
        bytes[^9] ^= 4;
        File.WriteAllBytes(file, bytes);
        Assert.Contains(Path.GetFileName(file), Assert.Single(new IndexStore(_folder).RemoveDamaged()), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Where_no_index_can_be_written_the_list_is_prepared_in_memory()
    {
        File.WriteAllText(Path.Combine(_folder, "indexes"), "a file where the folder should be");
        Assert.Equal("x:1", Assert.Single(Screen("a")).Entry.Id);
    }

    [Fact]
    public void No_more_than_eight_indexes_are_kept()
    {
        foreach (var content in "abcdefghij")
            Screen(content.ToString());
        Assert.Equal(8, Files().Length);
    }

    private IReadOnlyList<Hit> Screen(string content)
    {
        var list = new LoadedList("x", "2026-01-01", new DateOnly(2026, 1, 1), IsStarter: false, content, Read);
        return new IndexStore(_folder).Open([list], ScoringModel.V1).Screen(Asked, new ScreeningOptions());
    }

    private IEnumerable<ListEntry> Read()
    {
        _readings++;
        yield return new ListEntry { Id = "x:1", Schema = EntrySchema.Person, Names = [new ListName("Tamerlan VOSTRIKOV", NameKind.Primary, "name")] };
        yield return new ListEntry { Id = "x:2", Schema = EntrySchema.Organization, Names = [new ListName("Vostrikov Hafen GmbH", NameKind.Primary, "name")] };
    }

    private string[] Files() => Directory.GetFiles(Path.Combine(_folder, "indexes"));
}
