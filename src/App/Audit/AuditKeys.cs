using System.Data.Common;
using Marsad.App.Storage;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Audit;

/// <summary>A public key of the audit, and how it came to be one.</summary>
/// <param name="Id">The id.</param>
/// <param name="PublicKey">The key.</param>
/// <param name="AddedAt">Since when.</param>
/// <param name="Replaces">The key before it; empty for the first.</param>
/// <param name="SignedByOld">The old key's signature over the change; empty when it was lost.</param>
/// <param name="SignedByNew">The new key's signature over the change.</param>
internal sealed record AuditKey(string Id, byte[] PublicKey, DateTimeOffset AddedAt, string Replaces, byte[] SignedByOld, byte[] SignedByNew)
{
    /// <summary>What both keys sign.</summary>
    public string Text(Guid installation) => $"marsad-audit-key/1\n{installation}\n{Replaces}\n{Id}\n{Convert.ToBase64String(PublicKey)}\n{AuditRecord.Text(AddedAt)}\n";
}

/// <summary>The keys that sign the audit of an installation: the public ones in the store, the private one in a folder outside the data.</summary>
internal sealed class AuditKeys(Store store, Auditor audit, string folder, TimeProvider clock)
{
    /// <summary>The file of the private key in use.</summary>
    public string File => Path.Combine(folder, $"{audit.Installation}.pem");

    /// <summary>All keys, the oldest first.</summary>
    public IReadOnlyList<AuditKey> All()
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        return Read(transaction);
    }

    /// <summary>All keys as a transaction sees them.</summary>
    public static IReadOnlyList<AuditKey> Read(DbTransaction transaction)
    {
        using var command = transaction.Command("SELECT id, public_key, added_at, replaces, signed_by_old, signed_by_new FROM audit_keys");
        using var reader = command.ExecuteReader();
        var keys = new List<AuditKey>();
        while (reader.Read())
        {
            keys.Add(new AuditKey(
                reader.GetString(0), (byte[])reader.GetValue(1), reader.Instant(2), reader.GetString(3), (byte[])reader.GetValue(4), (byte[])reader.GetValue(5)));
        }
        return InOrder(keys);
    }

    // By which replaces which, not by the clock: two may be of one instant, and a clock may go back.
    private static List<AuditKey> InOrder(List<AuditKey> keys)
    {
        var ordered = new List<AuditKey>(keys.Count);
        for (var next = keys.Find(k => k.Replaces.Length == 0); next is not null; next = keys.Find(k => k.Replaces == ordered[^1].Id))
            ordered.Add(next);
        return ordered;
    }

    /// <summary>The private key in use; made, and entered in the audit, when the installation has none yet.</summary>
    /// <exception cref="WrongInputException">The store knows a key that is not in the folder.</exception>
    public async Task<SigningKey> Current(string actor)
    {
        if (All() is { Count: > 0 } known)
            return Load(known[^1]);
        if (!System.IO.File.Exists(File))
        {
            using var made = SigningKey.Create();
            made.TrySave(File);
        }
        // As the file has it: it may be of an earlier start, killed before the store knew, or of another process of this moment.
        var key = SigningKey.Load(File);
        try
        {
            await Enter(new AuditKey(key.Id, key.PublicKey, Instants.Now(clock), "", [], []), key, old: null, actor, "auditKeyAdded", "");
        }
        catch (DbUpdateException) when (All().Any(k => k.Id == key.Id))
        {
            // Another process entered it at the same moment.
        }
        return key;
    }

    /// <summary>Replaces the key by a new one; both sign the change.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="lost">Why the old key cannot sign; null when it can. Verifying then ends at the change.</param>
    public async Task<AuditKey> Rotate(string actor, string? lost)
    {
        using var old = lost is null ? await Current(actor) : null;
        var replaced = All() is { Count: > 0 } known ? known[^1].Id : throw new WrongInputException("there is no key to replace yet");
        using var key = SigningKey.Create();
        // The new key is on the disk before the store relies on it; the old one stays beside it.
        System.IO.File.Delete(File + ".new");
        key.TrySave(File + ".new");
        var entered = await Enter(new AuditKey(key.Id, key.PublicKey, Instants.Now(clock), replaced, [], []), key, old, actor, "auditKeyReplaced", lost ?? "");
        if (System.IO.File.Exists(File))
            System.IO.File.Move(File, Path.Combine(folder, $"{audit.Installation}.{replaced}.pem"), overwrite: true);
        System.IO.File.Move(File + ".new", File, overwrite: true);
        return entered;
    }

    private async Task<AuditKey> Enter(AuditKey entry, SigningKey key, SigningKey? old, string actor, string kind, string lost)
    {
        var text = entry.Text(audit.Installation);
        entry = entry with { SignedByNew = key.Sign(text), SignedByOld = old?.Sign(text) ?? [] };
        await using var work = store.Context();
        work.Add(entry);
        await audit.Commit(work, audit.Event(actor, kind).With(json =>
        {
            json.WriteString("key", entry.Id);
            json.WriteBase64String("publicKey", entry.PublicKey);
            json.WriteString("addedAt", AuditRecord.Text(entry.AddedAt));
            json.WriteString("replaces", entry.Replaces);
            json.WriteBase64String("signedByOld", entry.SignedByOld);
            json.WriteBase64String("signedByNew", entry.SignedByNew);
            if (lost.Length > 0)
                json.WriteString("lost", lost);
        }));
        return entry;
    }

    private SigningKey Load(AuditKey known)
    {
        // A rotation that was killed after the store knew of it left the new key under its working name.
        foreach (var file in (string[])[File, File + ".new"])
        {
            if (!System.IO.File.Exists(file))
                continue;
            var key = SigningKey.Load(file);
            if (key.Id == known.Id)
                return key;
            key.Dispose();
        }
        throw new WrongInputException(
            $"the private key {known.Id} that signs the audit of {store.Name} is not in {folder}: put its file back as {Path.GetFileName(File)}, or say that it is lost (marsad audit rotate --lost REASON)");
    }
}
