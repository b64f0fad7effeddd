using Marsad.Engine.Lists;

namespace Marsad.Engine.Tests.Lists;

/// <summary>Values that publishers number, label or word within one field.</summary>
public class WordingTests
{
    [Theory]
    [InlineData("(a) Mullah, (b) Maulavi", "Mullah|Maulavi")]
    [InlineData("1) Saudi Arabia 2) Qatar", "Saudi Arabia|Qatar")]
    [InlineData("(1) Iraq (2) Iran", "Iraq|Iran")]
    [InlineData("(1)-(3) Algeria (4) Morocco", "Algeria|Morocco")]
    [InlineData("(1) Sampleton (2)-(6) -", "Sampleton")]
    [InlineData("a) General b)Major General", "General|Major General")]
    [InlineData("(i) 11.4.1963, (ii) 11.4.1960", "11.4.1963|11.4.1960")]
    [InlineData("Plain (with a note) text", "Plain (with a note) text")]
    [InlineData("Block 4) Street 5", "Block 4) Street 5")]
    [InlineData("  ", "")]
    public void Numbered_values_are_split(string text, string values) => Assert.Equal(values, string.Join('|', Alternatives.Split(text)));

    [Theory]
    [InlineData("Passport No: K0000001 (Iraqi passport issued on 3 May 2007).", "K0000001 iq")]
    [InlineData("K0000001 (Iran)", "K0000001 ir")]
    [InlineData("477000000 (USA)", "477000000 us")]
    [InlineData("00405 (ID card). Issued 1996", "00405 ")]
    [InlineData("1990/345751 (Libyan)", "1990/345751 ly")]
    [InlineData("AB 123456", "AB 123456 ")]
    [InlineData("(1) K1 (Iraqi) (2) K2", "K1 iq|K2 ")]
    [InlineData("number unknown", "")]
    public void Worded_numbers_give_number_and_country(string text, string expected)
    {
        var draft = new EntryDraft(null);
        NumberWording.Add(draft, IdentifierKind.Passport, text, "p");
        var entry = draft.Build("x", EntrySchema.Person);

        Assert.Equal(expected, string.Join('|', entry.Identifiers.Select(i => $"{i.Value} {i.CountryCode}")));
        Assert.Equal(expected.Length == 0 ? 1 : 0, entry.Remarks.Length);
    }

    [Theory]
    [InlineData("UN Ref QDi.999. An invented treasurer.", "un:QDi.999")]
    [InlineData("Listed. UN REF.QDI.354", "un:QDi.354")]
    [InlineData("Annex. UN listing. KPi.023", "un:KPi.023")]
    [InlineData("QDe.998", "un:QDe.998")]
    [InlineData("Treasurer of the Sample Front (QDe.998)", "")]
    [InlineData("UN Ref QI.A.202.05", "")]
    public void Only_a_partys_own_UN_reference_is_a_reference(string text, string reference)
    {
        var draft = new EntryDraft(null);
        UnReferences.AddFromText(draft, text, "p");

        Assert.Equal(reference, string.Join('|', draft.Build("x", EntrySchema.Person).References.Select(r => r.Value)));
    }

    [Theory]
    [InlineData("Oran (Algeria)", "dz")]
    [InlineData("Sampleton, Iraq", "iq")]
    [InlineData("Los Angeles, CA", null)]
    [InlineData("Sampleton", null)]
    public void A_place_may_end_with_its_country(string place, string? code) => Assert.Equal(code, EntryDraft.CountryAtEnd(place));

    [Theory]
    [InlineData("French, Turkish", "fr|tr")]
    [InlineData("Italian since 1990", "it")]
    [InlineData("Iraqi. Also believed to hold another", "iq")]
    [InlineData("Atlantis", "")]
    public void A_nationality_may_name_several_countries_and_carry_a_note(string text, string codes)
    {
        var issues = new List<ListIssue>();
        var draft = new EntryDraft(issues.Add);
        draft.AddCountry(CountryKind.Nationality, text, "p");

        Assert.Equal(codes, string.Join('|', draft.Build("x", EntrySchema.Person).Countries.Select(c => c.Code)));
        Assert.Equal(codes.Length == 0 ? 1 : 0, issues.Count);
    }

    [Fact]
    public void The_hash_of_a_party_does_not_depend_on_case_or_spaces()
    {
        Assert.Equal(EntryIds.Hash(EntrySchema.Person, "Rafiq  TESTOV", "1971"), EntryIds.Hash(EntrySchema.Person, "rafiq testov ", "1971"));
        Assert.NotEqual(EntryIds.Hash(EntrySchema.Person, "Rafiq Testov", "1971"), EntryIds.Hash(EntrySchema.Person, "Rafiq Testov", "1972"));
    }
}
