using Marsad.Engine.Lists;
using Marsad.Engine.Lists.Ofac;

namespace Marsad.Engine.Tests.Lists.Ofac;

public class OfacRemarksTests
{
    private static ListEntry Mine(string remarks, EntrySchema schema = EntrySchema.Person)
    {
        var draft = new EntryDraft(null);
        draft.AddName("X", NameKind.Primary, "SDN_Name");
        OfacRemarks.Mine(new(draft, schema), remarks);
        return draft.Build("x:1", schema);
    }

    [Theory]
    [InlineData("DOB 13 Mar 1971.", "1971-03-13")]
    [InlineData("DOB Mar 1971.", "1971-03")]
    [InlineData("DOB 1971.", "1971")]
    [InlineData("DOB circa 1971.", "1971~")]
    [InlineData("DOB circa Apr 1961.", "1961-04~")]
    [InlineData("DOB 1965 to 1968.", "1965/1968")]
    [InlineData("DOB circa 1979-1982.", "1979/1982~")]
    [InlineData("DOB 01 Jan 1970 to 31 Dec 1972.", "1970/1972")]
    [InlineData("DOB Mar 1962 to Feb 1963.", "1962-03-01/1963-02-28")]
    [InlineData("DOB 1957; alt. DOB 1958; alt. DOB 1957.", "1957 1958")]
    public void Dates_of_birth_are_read_with_their_precision(string remarks, string dates) =>
        Assert.Equal(dates, string.Join(' ', Mine(remarks).Dates.Where(d => d.Kind == DateKind.Birth).Select(d => d.Value)));

    [Fact]
    public void A_date_that_cannot_be_read_is_reported()
    {
        var issues = new List<ListIssue>();
        OfacRemarks.Mine(new(new(issues.Add), EntrySchema.Person), "DOB 31 Feb 1971; Gender Male.");
        Assert.Equal("31 Feb 1971", Assert.Single(issues).Value);
    }

    [Theory]
    [InlineData("Passport A1 (Iraq).", "Passport A1 iq")]
    [InlineData("Passport A1 (Iraq) issued 02 Jan 2004 expires 01 Jan 2009.", "Passport A1 iq [issued 02 Jan 2004 expires 01 Jan 2009]")]
    [InlineData("Passport L 191609 issued 28 Feb 1996.", "Passport L 191609 [issued 28 Feb 1996]")]
    [InlineData("Diplomatic Passport 8 (Iran).", "Passport 8 ir [Diplomatic Passport]")]
    [InlineData("Passport issued in Sarajevo.", "")]
    [InlineData("alt. Passport B2 (Syria); National ID No. 777 (Iraq).", "Passport B2 sy | NationalId 777 iq")]
    [InlineData("Cedula No. 55 (Colombia).", "NationalId 55 co [Cedula No.]")]
    [InlineData("C.U.R.P. XX01 (Mexico).", "NationalId XX01 mx [C.U.R.P.]")]
    [InlineData("SSN 000-00-0000 (United States).", "SocialSecurity 000-00-0000 us")]
    [InlineData("NIT # 8-0 (Colombia).", "TaxId 8-0 co [NIT]")]
    [InlineData("Registration Number HRA 7 (Stuttgart) (Germany).", "Registration HRA 7 (Stuttgart) de")]
    [InlineData("Identification Number IMO 5342883.", "Imo 5342883")]
    [InlineData("Vessel Registration Identification IMO 9116412; MMSI 572469210.", "Imo 9116412 | Mmsi 572469210")]
    [InlineData("Aircraft Manufacturer's Serial Number (MSN) 47; Aircraft Tail Number N2.", "SerialNumber 47 | TailNumber N2")]
    [InlineData("Aircraft Construction Number (also called L/N or S/N or F/N) 84.", "SerialNumber 84 [Construction Number]")]
    [InlineData("SWIFT/BIC EXMPIQBA; D-U-N-S Number 54-2; Legal Entity Number 2534X (Russia).", "Bic EXMPIQBA | Duns 54-2 | Lei 2534X ru")]
    [InlineData("alt. Digital Currency Address - XBT 1Ab2.", "CryptoAddress 1Ab2 [XBT]")]
    [InlineData("Email Address a@example.org; Website www.example.org; www.example.com.", "Email a@example.org | Website www.example.org | Website www.example.com")]
    [InlineData("Phone Number 982; Telephone: 009; Fax (357)(22).", "Phone 982 | Phone 009 | Phone (357)(22) [Fax]")]
    [InlineData("Library Card No. 12 (Iraq).", "Other 12 iq [Library Card No.]")]
    [InlineData("Identification Number ISIN: RU1.", "NationalId RU1 [Identification Number, ISIN]")]
    public void Identifiers_are_read_with_kind_country_and_note(string remarks, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Mine(remarks).Identifiers.Select(i => $"{i.Kind} {i.Value}{(i.CountryCode is null ? "" : " " + i.CountryCode)}{(i.Note is null ? "" : $" [{i.Note}]")}")));

    [Fact]
    public void Quoted_names_are_weak_and_may_hold_a_semicolon()
    {
        var names = Mine("a.k.a. 'THE TAILOR'; a.k.a. 'ONE; TWO'; f.k.a. 'OLD'; d.b.a. 'SHOP'; DOB 1971.").Names;
        Assert.Equal("Primary X, WeakAlias THE TAILOR, WeakAlias ONE; TWO, WeakAlias OLD, Alias SHOP", string.Join(", ", names.Select(n => $"{n.Kind} {n.Text}")));
    }

    [Fact]
    public void Places_countries_links_offices_and_founding_are_read()
    {
        var person = Mine("POB Mosul, Iraq; nationality Iraq; alt. citizen Syria; Gender Female; Linked To: EXAMPLE LLC; wife of Nino Sample; Minister of Examples; Bosnian Serb.");
        Assert.Equal(("Mosul, Iraq", "iq"), (person.BirthPlaces[0].Text, person.BirthPlaces[0].CountryCode));
        Assert.Equal(["iq", "sy"], person.Countries.Select(c => c.Code));
        Assert.Equal(Gender.Female, person.Genders[0].Value);
        Assert.Equal(["EXAMPLE LLC", "wife of Nino Sample"], person.LinkedTo.Select(l => l.Value));
        Assert.Equal(["Minister of Examples"], person.Positions.Select(p => p.Value));
        var firm = Mine("Organization Established Date 03 Dec 2007; Nationality of Registration Iran; Minister of Examples.", EntrySchema.Organization);
        Assert.Equal((DateKind.Founded, "2007-12-03"), (firm.Dates[0].Kind, firm.Dates[0].Value.ToString()));
        Assert.Equal(CountryKind.Jurisdiction, firm.Countries[0].Kind);
        Assert.Empty(firm.Positions);
    }

    [Fact]
    public void The_remarks_stay_whole_whatever_was_understood()
    {
        const string text = "DOB 1971; something nobody understands; POB Mosul.";
        Assert.Equal(text, Assert.Single(Mine(text).Remarks).Value);
        Assert.Empty(Mine("").Remarks);
    }

    [Fact]
    public void Every_label_of_the_table_is_found_and_names_a_kind_that_exists()
    {
        foreach (var row in Tables.Rows())
        {
            var label = OfacRemarkLabels.Find(row + " 1");
            Assert.Equal(row, label?.Text);
            Mine(row + " 1971");
        }
    }

    private static class Tables
    {
        public static IEnumerable<string> Rows() => Marsad.Engine.Tables.TableFile.Rows("data/lists/ofac-remarks.tsv").Select(r => r[0]);
    }
}
