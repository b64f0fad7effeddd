using System.Text;
using System.Text.Json;
using Marsad.App.Audit;
using Marsad.App.Storage;
using Marsad.App.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Screening;

public class ScreeningAuditTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screening_is_in_the_audit_with_question_and_explained_answer()
    {
        await using var list = await NewList();
        await list.Run(["screen", "Nadir Qasimzade", "--birth-date", "1971-03-14", "--country", "az", "--id", "passport:P1234567"]);
        var record = Assert.Single(await Records(list, "screening"));
        Assert.Equal("terminal:tester", record.Actor);
        var detail = JsonDocument.Parse(record.Detail!).RootElement;
        Assert.Equal("Nadir Qasimzade", detail.GetProperty("asked").GetProperty("properties").GetProperty("name")[0].GetString());
        Assert.Equal("P1234567", detail.GetProperty("asked").GetProperty("properties").GetProperty("passportNumber")[0].GetString());
        Assert.Equal("default", detail.GetProperty("policy").GetProperty("profile").GetString());
        var hit = detail.GetProperty("answered").GetProperty("hits")[0];
        Assert.Equal("inv:1", hit.GetProperty("entry").GetString());
        Assert.True(hit.GetProperty("evidence").GetArrayLength() >= 2);
        var seen = await list.Run(["audit", "list", "--about", "entry:inv:1"]);
        Assert.Contains("screening", seen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_of_a_batch_is_under_the_root_of_its_record_and_rows_that_hit_are_stored_whole()
    {
        await using var list = await NewList();
        var rows = string.Concat(Enumerable.Range(0, 2100).Select(i => $"{{\"id\":\"{i}\",\"name\":\"{(i == 1500 ? "Nadir Qasimzade" : "Wilhelmina Oosterhuis")}\"}}\n"));
        var ran = await list.Run(["screen", "--batch", "-", "--format", "ndjson"], rows);
        var answers = ran.Output.TrimEnd('\n').Split('\n').Select(l => Encoding.UTF8.GetBytes(l + "\n")).ToArray();
        Assert.Equal(2100, answers.Length);

        using var store = Store.Open(new StoreAddress(StoreKind.Sqlite, list.Data.File(StoreAddress.FileName)), TimeProvider.System);
        await using var context = store.Context();
        var covered = 0;
        foreach (var record in (await Records(list, "screeningRows")).OrderBy(r => r.Sequence))
        {
            var detail = JsonDocument.Parse(record.Detail!).RootElement;
            var (first, count) = (detail.GetProperty("first").GetInt32(), detail.GetProperty("count").GetInt32());
            Assert.Equal(covered + 1, first);
            Assert.InRange(count, 1, RowGroup.Most);
            var sealedRows = await context.Set<AuditRows>().SingleAsync(r => r.RecordId == record.Id, Cancel);
            byte[][] leaves = [.. sealedRows.Commitments.Chunk(32)];
            Assert.Equal(detail.GetProperty("root").GetString(), Convert.ToHexStringLower(MerkleTree.Root(leaves)));
            for (var i = 0; i < count; i++)
                Assert.Equal(leaves[i], RowGroup.Commit(sealedRows.Keys[(i * RowGroup.KeyLength)..((i + 1) * RowGroup.KeyLength)], answers[first - 1 + i]));
            covered += count;
        }
        Assert.Equal(2100, covered);
        var stored = Assert.Single(await context.Set<AuditRow>().ToListAsync(Cancel));
        Assert.Contains("inv:1", Encoding.UTF8.GetString(stored.Content), StringComparison.Ordinal);
        Assert.Equal(0, (await list.Run(["audit", "export", list.Data.File("audit.ndjson")])).Code);
        Assert.Equal(0, (await list.Run(["audit", "verify", list.Data.File("audit.ndjson")])).Code);
    }

    [Fact]
    public async Task Without_an_audit_there_is_no_answer()
    {
        await using var list = await NewList();
        await File.WriteAllTextAsync(list.Data.File(StoreAddress.FileName), "this is no store, and nothing can be written to it\n", Cancel);
        File.Delete(list.Data.File(StoreAddress.FileName + "-wal"));
        File.Delete(list.Data.File(StoreAddress.FileName + "-shm"));
        var single = await list.Run(["screen", "Nadir Qasimzade"]);
        Assert.True(single.Code >= 2);
        Assert.Empty(single.Output);
        var batch = await list.Run(["screen", "--batch", "-"], "{\"name\":\"Nadir Qasimzade\"}\n");
        Assert.True(batch.Code >= 2);
        Assert.Empty(batch.Output);
    }

    private static async Task<InventedList> NewList()
    {
        var list = new InventedList();
        await list.InitializeAsync();
        return list;
    }

    private static async Task<List<AuditRecord>> Records(InventedList list, string kind)
    {
        using var store = Store.Open(new StoreAddress(StoreKind.Sqlite, list.Data.File(StoreAddress.FileName)), TimeProvider.System);
        return [.. (await Chains.Read(store)).Where(r => r.Kind == kind)];
    }
}
