using Marsad.Engine.Articles;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Articles;

/// <summary>A list of invented parties, and a reader of articles about them.</summary>
internal static class InventedList
{
    public static readonly ListEntry[] Entries =
    [
        Person("x:1", "KHALDUNI, Dariush Barzan", 1961),
        Person("x:2", "Temirlan Dosayevich GROZUKOV", 1958),
        Person("x:3", "HAMZA QASIM AL-WARRAQI", 1970),
        Organization("x:4", "Harakat al-Fajr al-Asfar", "حركة الفجر الأصفر"),
        Organization("x:5", "Orlabank Joint Stock Company"),
        Organization("x:6", "Islamic State in Iraq and the Levant"),
    ];

    public static readonly ArticleReader Reader = ArticleReader.Prepare(Watchlist.Prepare(Entries, ScoringModel.V1), Entries);

    public static ArticleReading Read(string text, DateOnly? date = null) => Reader.Read(text, new ArticleOptions { Date = date });

    public static ListEntry Group(string id, string name) => Organization(id, name);

    private static ListEntry Person(string id, string name, int birth) => new()
    {
        Id = id,
        Schema = EntrySchema.Person,
        Names = [new ListName(name, NameKind.Primary, "name")],
        Dates = [new ListDate(DateKind.Birth, PartialDate.Year(birth), "dob")],
    };

    private static ListEntry Organization(string id, params string[] names) => new()
    {
        Id = id,
        Schema = EntrySchema.Organization,
        Names = [.. names.Select((n, i) => new ListName(n, i == 0 ? NameKind.Primary : NameKind.Alias, "name"))],
    };
}
