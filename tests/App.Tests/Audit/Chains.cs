using Marsad.App.Audit;
using Marsad.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Tests.Audit;

/// <summary>Reads what the chains of a store hold.</summary>
internal static class Chains
{
    /// <summary>All links, chain by chain, in order.</summary>
    public static async Task<List<AuditRecord>> Read(Store store)
    {
        await using var context = store.Context();
        return await context.Set<AuditRecord>().AsNoTracking().OrderBy(r => r.Chain).ThenBy(r => r.Sequence).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All links, after asserting that every chain is whole: no gap, no fork, each hash right, time never going back.</summary>
    public static async Task<List<AuditRecord>> ReadSound(Store store, Guid installation)
    {
        var records = await Read(store);
        foreach (var chain in records.GroupBy(r => r.Chain))
        {
            var head = ChainHead.Empty(chain.Key);
            foreach (var record in chain)
            {
                Assert.Equal(head.Sequence + 1, record.Sequence);
                Assert.Equal(head.Hash, record.Previous);
                Assert.Equal(record.ComputeHash(installation), record.Hash);
                Assert.True(record.At >= head.At);
                Assert.Equal(AuditRecord.Commit(record.Key!, record.Id, record.Detail!), record.Commitment);
                head = ChainHead.Of(record);
            }
        }
        return records;
    }
}
