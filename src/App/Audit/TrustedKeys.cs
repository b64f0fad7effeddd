namespace Marsad.App.Audit;

/// <summary>The keys of an export: which there are, and which the key of whoever verifies vouches for.</summary>
/// <param name="trusted">The public key that the verifier has from elsewhere; null when there is none.</param>
internal sealed class TrustedKeys(byte[]? trusted)
{
    private readonly Dictionary<string, AuditKey> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vouched = trusted is null ? [] : [SigningKey.IdOf(trusted)];

    /// <summary>True when a signer is asked for at all.</summary>
    public bool IsChecked => trusted is not null;

    /// <summary>Takes a key of the file; a key that replaces another is vouched for by the signatures of both.</summary>
    public string? Add(AuditKey key, Guid installation)
    {
        if (SigningKey.IdOf(key.PublicKey) != key.Id)
            return $"the key {key.Id} is not the key of that id";
        _keys[key.Id] = key;
        if (key.Replaces.Length == 0)
            return null;
        var text = key.Text(installation);
        if (!SigningKey.IsSigned(key.PublicKey, text, key.SignedByNew))
            return $"the key {key.Id} did not sign its own coming";
        if (key.SignedByOld.Length == 0 || !_keys.TryGetValue(key.Replaces, out var old))
            return null;
        if (!SigningKey.IsSigned(old.PublicKey, text, key.SignedByOld))
            return $"the key {key.Id} replaces {old.Id}, which did not sign that";
        return null;
    }

    /// <summary>Follows the changes of keys from the one that is trusted, forwards and backwards; to be called when all are known.</summary>
    public void Follow()
    {
        for (var before = -1; before != _vouched.Count;)
        {
            before = _vouched.Count;
            foreach (var key in _keys.Values.Where(k => k.SignedByOld.Length > 0))
            {
                if (_vouched.Contains(key.Replaces))
                    _vouched.Add(key.Id);
                else if (_vouched.Contains(key.Id))
                    _vouched.Add(key.Replaces);
            }
        }
    }

    /// <summary>Null when the key signed the text and is one to be trusted; else what is wrong.</summary>
    public string? Fault(string keyId, string text, byte[] signature)
    {
        if (!_keys.TryGetValue(keyId, out var key))
            return $"is signed by {keyId}, a key that the file does not have";
        if (!SigningKey.IsSigned(key.PublicKey, text, signature))
            return "has a signature that does not fit it";
        return IsChecked && !_vouched.Contains(keyId) ? $"is signed by {keyId}, which the given key does not vouch for" : null;
    }
}
