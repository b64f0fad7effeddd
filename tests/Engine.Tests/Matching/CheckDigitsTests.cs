using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class CheckDigitsTests
{
    [Theory]
    [InlineData(IdentifierKind.Lei, "213800WSGIIZCXF1P572", true)]
    [InlineData(IdentifierKind.Lei, "5493001KJTIIGC8Y1R12", true)]
    [InlineData(IdentifierKind.Lei, "213800WSGIIZCXF1P573", false)]
    [InlineData(IdentifierKind.Lei, "213800WSGIIZCXF1P5", null)]
    [InlineData(IdentifierKind.Account, "GB82WEST12345698765432", true)]
    [InlineData(IdentifierKind.Account, "GB28WEST12345698765432", false)]
    [InlineData(IdentifierKind.Account, "0012345678", null)]
    [InlineData(IdentifierKind.Imo, "9074729", true)]
    [InlineData(IdentifierKind.Imo, "9074728", false)]
    [InlineData(IdentifierKind.Imo, "907472", null)]
    [InlineData(IdentifierKind.TaxId, "7707083893", true)]
    [InlineData(IdentifierKind.TaxId, "7707083983", false)]
    [InlineData(IdentifierKind.TaxId, "500100732259", true)]
    [InlineData(IdentifierKind.TaxId, "500100732258", false)]
    [InlineData(IdentifierKind.Passport, "A1234567", null)]
    [InlineData(IdentifierKind.Lei, "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ", false)]
    public void A_number_fits_its_check_digits_or_does_not_or_has_none(IdentifierKind kind, string number, bool? isRight) =>
        Assert.Equal(isRight, CheckDigits.AreRight(kind, number));
}
