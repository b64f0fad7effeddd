using System.Security.Cryptography;
using System.Text;
using Marsad.App.Storage;
using Marsad.App.Terminal;

namespace Marsad.App.Accounts;

/// <summary>The secret of an installation, in the folder of keys: what is sealed with it cannot be read from a copy of the store.</summary>
internal sealed class InstallationSecret
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _secret;

    private InstallationSecret(byte[] secret) => _secret = secret;

    /// <summary>Reads the secret; makes it when there is none.</summary>
    public static InstallationSecret Open(string keyFolder, Guid installation)
    {
        var file = Path.Combine(keyFolder, $"{installation}.secret");
        if (!File.Exists(file))
            OwnersFolder.TryWriteNew(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n");
        var secret = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return secret.Length == 32 ? new InstallationSecret(secret) : throw new WrongInputException($"{file} is not a secret of 32 bytes in base64");
    }

    /// <summary>Seals bytes; the purpose has to be named again to open them.</summary>
    public byte[] Seal(byte[] content, string purpose)
    {
        using var cipher = new AesGcm(KeyFor(purpose), TagLength);
        var sealedBytes = new byte[NonceLength + content.Length + TagLength];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        cipher.Encrypt(sealedBytes.AsSpan(0, NonceLength), content, sealedBytes.AsSpan(NonceLength, content.Length), sealedBytes.AsSpan(^TagLength..));
        return sealedBytes;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">It was changed, or sealed elsewhere.</exception>
    public byte[] Unseal(byte[] content, string purpose)
    {
        using var cipher = new AesGcm(KeyFor(purpose), TagLength);
        var opened = new byte[content.Length - NonceLength - TagLength];
        cipher.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength, opened.Length), content.AsSpan(^TagLength..), opened);
        return opened;
    }

    /// <summary>A hash that only this installation can make: equal texts, equal hashes, and nothing to guess from outside.</summary>
    public byte[] Hash(string text, string purpose) => HMACSHA256.HashData(KeyFor(purpose), Encoding.UTF8.GetBytes(text));

    private byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, info: Encoding.UTF8.GetBytes(purpose));
}
