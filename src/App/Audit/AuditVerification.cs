using System.Security.Cryptography;

namespace Marsad.App.Audit;

/// <summary>What an export was found to be.</summary>
/// <param name="Faults">What is wrong, the first in the file first; none for a sound file.</param>
/// <param name="Records">How many links it has.</param>
/// <param name="Chains">How many chains.</param>
/// <param name="Checkpoints">How many checkpoints.</param>
/// <param name="At">When its head was signed; empty without a head.</param>
/// <param name="Signer">The key that signed the head.</param>
internal sealed record AuditVerdict(IReadOnlyList<string> Faults, long Records, int Chains, int Checkpoints, string At, string Signer);

/// <summary>Verifies an export, offline: with the file, and at best with a public key that came another way.</summary>
/// <remarks>
/// 1. Every link: in its place, after the one before, its hash that of its content; its particulars, where they are, those it commits to.
/// 2. Every checkpoint: after the one before, signed, and its heads links of the file. A link that differs from what was signed is a fork,
///    one that is missing a cut.
/// 3. The head: the last line, over all bytes before it, signed.
/// The stated hash of a broken link is gone on with, so that one fault is one fault.
/// </remarks>
internal sealed class AuditVerification
{
    private const int MostFaults = 20;
    private readonly List<string> _faults = [];
    private readonly TrustedKeys _keys;
    private readonly SortedDictionary<int, ChainHead> _heads = [];
    private readonly Dictionary<(int Chain, long Sequence), (byte[] Hash, string Source)> _signed = [];
    private readonly Dictionary<int, long> _signedUpTo = [];
    private Guid _installation;
    private Checkpoint? _last;
    private long _records;
    private int _checkpoints;
    private bool _isHeaded;
    private (string At, string Key) _head = ("", "");

    private AuditVerification(byte[]? publicKey) => _keys = new TrustedKeys(publicKey);

    /// <summary>Verifies a file.</summary>
    /// <param name="export">The file.</param>
    /// <param name="publicKey">The key to trust; null to check only that the file agrees with itself.</param>
    /// <param name="outside">Checkpoints that were kept elsewhere; null for none.</param>
    public static AuditVerdict Verify(Stream export, byte[]? publicKey, Stream? outside = null)
    {
        var verification = new AuditVerification(publicKey);
        verification.Read(export, outside);
        return new AuditVerdict(
            verification._faults, verification._records, verification._heads.Count, verification._checkpoints, verification._head.At, verification._head.Key);
    }

    private void Read(Stream export, Stream? outside)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        var isFollowed = false;
        foreach (var (bytes, isWhole) in ExportLines.Read(export))
        {
            number++;
            try
            {
                if (!isWhole)
                    throw new FormatException(bytes.Length > 0 ? "it breaks off" : "it is too long");
                var line = ExportLine.Parse(bytes.AsMemory(..^1));
                if (line.Type == "record" && !isFollowed)
                {
                    isFollowed = true;
                    ReadOutside(outside);
                }
                Take(line, number, hash);
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                Fault(number, $"is no line of an audit export: {e.Message}");
                if (number == 1)
                    return; // something else altogether
            }
            hash.AppendData(bytes);
        }
        if (!isFollowed)
            ReadOutside(outside);
        FindCuts(number);
    }

    private void Take(ExportLine line, int number, IncrementalHash hash)
    {
        if (_isHeaded)
            Fault(number, "comes after the signed head");
        else if (number == 1)
            _installation = line.Type == AuditExport.Format ? line.Id("installation") : throw new FormatException($"a first line of type {AuditExport.Format} is wanted");
        else
        {
            switch (line.Type)
            {
                case "key":
                    if (_keys.Add(line.Key(), _installation) is { } wrong)
                        Fault(number, wrong);
                    _keys.Follow();
                    break;
                case "checkpoint":
                    TakeCheckpoint(line.Checkpoint(), number);
                    break;
                case "record":
                    TakeRecord(line.Record(), number);
                    break;
                case "head":
                    TakeHead(line, number, hash);
                    break;
                default:
                    throw new FormatException($"type {line.Type}");
            }
        }
    }

    private void TakeCheckpoint(Checkpoint checkpoint, int number)
    {
        _checkpoints++;
        if (_last is { } last && (checkpoint.Number != last.Number + 1 || !checkpoint.Previous.AsSpan().SequenceEqual(last.Hash(_installation))))
            Fault(number, $"checkpoint {checkpoint.Number} does not follow checkpoint {last.Number}");
        else if (_last is null && (checkpoint.Number != 1 || !checkpoint.Previous.AsSpan().SequenceEqual(AuditRecord.Beginning)))
            Fault(number, $"checkpoint {checkpoint.Number} is the first of the file: those before it are missing");
        if (_keys.Fault(checkpoint.KeyId, checkpoint.Text(_installation), checkpoint.Signature) is { } fault)
            Fault(number, $"checkpoint {checkpoint.Number} {fault}");
        _last = checkpoint;
        Remember(checkpoint, $"checkpoint {checkpoint.Number}");
    }

    private void TakeRecord(AuditRecord record, int number)
    {
        _records++;
        var name = $"record {record.Sequence} of chain {record.Chain}";
        var head = _heads.GetValueOrDefault(record.Chain) ?? ChainHead.Empty(record.Chain);
        if (record.Sequence <= head.Sequence)
            Fault(number, $"{name} is there twice: the chain is forked");
        else if (record.Sequence > head.Sequence + 1)
            Fault(number, $"{name} follows record {head.Sequence}: those between are missing");
        else if (!record.Previous.AsSpan().SequenceEqual(head.Hash))
            Fault(number, $"{name} does not follow the record before it: one of the two was changed");
        if (!record.Hash.AsSpan().SequenceEqual(record.ComputeHash(_installation)))
            Fault(number, $"{name} was changed: its hash is not that of its content");
        else if (record is { Key: { } key, Detail: { } detail } && !AuditRecord.Commit(key, record.Id, detail).AsSpan().SequenceEqual(record.Commitment))
            Fault(number, $"{name}: its particulars were changed");
        if (record.At < head.At)
            Fault(number, $"{name} is earlier than the record before it");
        if (_signed.TryGetValue((record.Chain, record.Sequence), out var signed) && !signed.Hash.AsSpan().SequenceEqual(record.Hash))
            Fault(number, $"{name} is not the one that {signed.Source} signed: the chain is forked");
        _heads[record.Chain] = ChainHead.Of(record);
    }

    private void TakeHead(ExportLine line, int number, IncrementalHash hash)
    {
        _isHeaded = true;
        _head = (line.Text("at"), line.Text("key"));
        var heads = Checkpoint.LinesOf(_heads.Values.Select(h => (h.Chain, h.Sequence, h.Hash)));
        if (line.Number("records") != _records || line.Text("heads") != heads)
            Fault(number, $"the head was signed over {line.Number("records")} records, the file has {_records}, or others");
        else if (line.Text("sha256") != Convert.ToHexStringLower(hash.GetCurrentHash()))
            Fault(number, "the head was signed over other bytes than those before it");
        var text = AuditExport.HeadText(_installation, line.Number("records"), line.Text("heads"), line.Text("sha256"), line.Text("at"));
        if (_keys.Fault(line.Text("key"), text, line.Base64("signature")) is { } fault)
            Fault(number, $"the head {fault}");
    }

    /// <summary>Checkpoints that were kept elsewhere say what the file has to have.</summary>
    private void ReadOutside(Stream? outside)
    {
        if (outside is null)
            return;
        var number = 0;
        foreach (var (bytes, _) in ExportLines.Read(outside))
        {
            number++;
            try
            {
                var checkpoint = ExportLine.Parse(bytes.AsMemory().TrimEnd("\n"u8)).Checkpoint();
                if (_keys.Fault(checkpoint.KeyId, checkpoint.Text(_installation), checkpoint.Signature) is { } fault)
                    Add($"outside checkpoint {checkpoint.Number} {fault}");
                else
                    Remember(checkpoint, $"outside checkpoint {checkpoint.Number}");
            }
            catch (FormatException e)
            {
                Add($"line {number} of the outside checkpoints is none: {e.Message}");
            }
        }
    }

    private void Remember(Checkpoint checkpoint, string source)
    {
        foreach (var (chain, sequence, hash) in checkpoint.Heads)
        {
            if (_signed.TryGetValue((chain, sequence), out var before) && !before.Hash.AsSpan().SequenceEqual(hash))
                Add($"{source} and {before.Source} signed different records {sequence} of chain {chain}: the chain is forked");
            _signed[(chain, sequence)] = (hash, source);
            _signedUpTo[chain] = Math.Max(sequence, _signedUpTo.GetValueOrDefault(chain));
        }
    }

    private void FindCuts(int lines)
    {
        foreach (var (chain, sequence) in _signedUpTo.OrderBy(s => s.Key))
        {
            var end = _heads.GetValueOrDefault(chain)?.Sequence ?? 0;
            if (end < sequence)
                Add($"chain {chain} ends with record {end}, but {_signed[(chain, sequence)].Source} signed record {sequence}: its tail was cut");
        }
        if (!_isHeaded)
            Add(lines == 0 ? "the file is empty" : $"the file ends after line {lines} without its signed head: its tail was cut");
    }

    private void Fault(int line, string what) => Add($"line {line}: {what}");

    private void Add(string fault)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(fault);
    }
}
