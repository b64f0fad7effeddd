using System.Security.Cryptography;
using System.Text;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Audit;

/// <summary>A private key of the audit, ECDSA on P-256: a PEM file of its owner's alone, outside the data folder.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Id = IdOf(PublicKey);
    }

    /// <summary>The first half of the hash of the public key.</summary>
    public string Id { get; }

    /// <summary>The public key, as a certificate would hold it (SubjectPublicKeyInfo).</summary>
    public byte[] PublicKey { get; }

    public static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 16));

    /// <summary>A new key.</summary>
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key.</summary>
    /// <exception cref="WrongInputException">The file is no such key.</exception>
    public static SigningKey Load(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return new SigningKey(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new WrongInputException($"{file} is not a private key in PEM: {e.Message}", e);
        }
    }

    /// <summary>Writes the key, so that nobody else can ever have read it.</summary>
    /// <returns>False when there is a file of that name already.</returns>
    public bool TrySave(string file) => OwnersFolder.TryWriteNew(file, _key.ExportPkcs8PrivateKeyPem() + "\n");

    /// <summary>The public key as a file for those who verify.</summary>
    public string PublicPem() => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Signs a text; the signature is in the form that openssl verifies.</summary>
    public byte[] Sign(string text) => _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>True when the owner of a public key signed the text.</summary>
    public static bool IsSigned(byte[] publicKey, string text, byte[] signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public void Dispose() => _key.Dispose();
}
