using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Marsad.App.Accounts;

/// <summary>The proof that a change comes from a page of ours: a page of elsewhere can make a browser send the cookie, but cannot read this.</summary>
internal sealed class CsrfToken(InstallationSecret secret)
{
    public string Of(Guid session) => Base64Url.EncodeToString(secret.Hash(session.ToString(), "csrf"));

    public bool Fits(Guid session, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(session)), Encoding.UTF8.GetBytes(token));
}
