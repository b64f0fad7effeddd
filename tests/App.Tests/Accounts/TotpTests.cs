using System.Text;
using Marsad.App.Accounts;

namespace Marsad.App.Tests.Accounts;

public class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    // RFC 6238, appendix B, the last six digits of each.
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_is_good_once_and_for_a_clock_that_is_a_step_off()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepOf(now);
        Assert.Equal(step, Totp.Accept(Secret, Totp.Code(Secret, step), now, 0));
        Assert.Equal(step - 1, Totp.Accept(Secret, Totp.Code(Secret, step - 1), now, 0));
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step - 2), now, 0));
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step), now, step));
        Assert.Null(Totp.Accept(Secret, "", now, 0));
        Assert.Null(Totp.Accept(Secret, "１２３４５６", now, 0));
    }

    [Fact]
    public void The_secret_is_in_base32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(Secret));
}
