using System.Text;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Tests.Audit;

namespace Marsad.App.Tests.Imports;

public class ListAuditTests
{
    [Fact]
    public async Task Whatever_is_done_to_a_list_is_in_the_audit_with_what_became_of_it()
    {
        await using var list = new InventedList();
        await list.InitializeAsync();
        var file = list.Data.File("inv.ndjson");
        await list.Run(["lists", "import", "nk", file, "--as", "inv"]); // the same again
        await File.WriteAllTextAsync(list.Data.File("empty.ndjson"), "{\"marsad\":\"nk/1\",\"list\":\"inv\",\"version\":\"2026-03-01\",\"date\":\"2026-03-01\"}\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await list.Run(["lists", "import", "nk", list.Data.File("empty.ndjson"), "--as", "inv"])).Code);
        await list.Run(["lists", "disable", "inv@2026-02-27"]);
        await list.Run(["lists", "enable", "inv@2026-02-27"]);
        await list.Run(["lists", "export", "inv", "--out", list.Data.File("out.ndjson")]);
        await list.Run(["lists", "remove", "inv@2026-01-15"]);
        await list.Run(["show", "inv:1", "--purpose", "case 7"]);
        var records = await Records(list);
        Assert.Equal(
            ["listImport", "listPublished", "listImport", "listPublished", "listImport", "listUnchanged", "listImport", "listRefused", "listDisable", "listEnable", "listExport", "listRemove", "read"],
            records.Select(r => r.Kind));
        Assert.Contains("\"version\":\"2026-02-27\"", Detail(records[3]), StringComparison.Ordinal);
        Assert.Contains("failedChecks\":[\"", Detail(records[7]), StringComparison.Ordinal);
        Assert.Contains("\"purpose\":\"case 7\"", Detail(records[^1]), StringComparison.Ordinal);
    }

    private static string Detail(AuditRecord record) => Encoding.UTF8.GetString(record.Detail!);

    private static async Task<List<AuditRecord>> Records(InventedList list)
    {
        using var store = Store.Open(new StoreAddress(StoreKind.Sqlite, list.Data.File(StoreAddress.FileName)), TimeProvider.System);
        return await Chains.Read(store);
    }
}
