using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.App.Accounts;

/// <summary>Codes of an authenticator: RFC 6238 with SHA-1, 30 seconds, six digits, as all of them know it.</summary>
internal static class Totp
{
    public const int SecretLength = 20;
    private const int StepSeconds = 30;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The time step of an instant.</summary>
    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a time step.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's own hash; a code is good for a minute and once
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step that a code is of, when it is right and newer than the last one taken; a clock may be a step off.</summary>
    public static long? Accept(byte[] secret, string code, DateTimeOffset now, long lastStep)
    {
        long? accepted = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            // All are compared, so that the time tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code)) && step > lastStep)
                accepted ??= step;
        }
        return accepted;
    }

    /// <summary>The address that an authenticator reads from a picture.</summary>
    public static string Address(byte[] secret, string account) =>
        $"otpauth://totp/Marsad:{Uri.EscapeDataString(account)}?secret={Base32(secret)}&issuer=Marsad";

    /// <summary>The secret as people type it.</summary>
    public static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = (((buffer << 8) | b) & 0xFFFF, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32Letters[(buffer >> (bits - 5)) & 31]);
        }
        if (bits > 0)
            text.Append(Base32Letters[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
