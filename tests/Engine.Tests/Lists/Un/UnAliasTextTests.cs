using Marsad.Engine.Lists.Un;

namespace Marsad.Engine.Tests.Lists.Un;

public class UnAliasTextTests
{
    private static string Print(UnAliasText text) =>
        string.Join(" | ", text.Names.Select(n => n.Kind is null ? n.Text : $"{n.Kind}: {n.Text}").Concat(text.Notes.Select(n => "note: " + n)));

    [Theory]
    [InlineData("Karim Dalvi", "Karim Dalvi")]
    [InlineData(" Karim \n  Dalvi , ", "Karim Dalvi")]
    [InlineData("Karim Dalvi; Kareem Dalwi ;", "Karim Dalvi | Kareem Dalwi")]
    [InlineData("Karim Dalvi; Kareem Dalvi b) K. Dalwi; Karem Dalwi", "Karim Dalvi | Kareem Dalvi | K. Dalwi | Karem Dalwi")]
    [InlineData("“The Tailor”", "The Tailor")]
    [InlineData("“General” Karim", "“General” Karim")]
    [InlineData("Abu Samir (أبو سمير)", "Abu Samir | أبو سمير")]
    [InlineData("أبو سمير (Abu Samir; Abou Sameer)", "أبو سمير | Abu Samir | Abou Sameer")]
    [InlineData("أبو سمير (Abu Samir; Abou Sameer", "أبو سمير | Abu Samir | Abou Sameer")]
    [InlineData("Abu Samir (original script: Абу Самир)", "Abu Samir | Абу Самир")]
    [InlineData("Abu Samir أبو سمير", "Abu Samir | أبو سمير")]
    [InlineData("أبو سمير ، سمير", "أبو سمير | سمير")]
    [InlineData("Karim Dalvi (formerly listed as)", "Former: Karim Dalvi")]
    [InlineData("Karim Dalvi (birth name)", "Maiden: Karim Dalvi")]
    [InlineData("The Tailor (nom de guerre)", "The Tailor | note: The Tailor (nom de guerre)")]
    [InlineData("Karim Dalvi, born 1 Jan. 1950 (passport X1)", "Karim Dalvi | note: Karim Dalvi, born 1 Jan. 1950 (passport X1)")]
    [InlineData("Karim Dalvi born in 1950", "Karim Dalvi | note: Karim Dalvi born in 1950")]
    [InlineData("(Sheikh) Karim Dalvi", "Sheikh Karim Dalvi")]
    [InlineData(") Karim Dalvi", "Karim Dalvi")]
    [InlineData("ካሪም (Tigrinya)", "ካሪም | note: ካሪም (Tigrinya)")]
    [InlineData("DALVI, Karim", "DALVI, Karim")]
    [InlineData("", "")]
    [InlineData("()", "")]
    [InlineData("((((", "")]
    [InlineData("; ؛ ;", "")]
    public void The_names_of_a_person_are_told_from_what_stands_around_them(string text, string expected) =>
        Assert.Equal(expected, Print(new(text, isPerson: true)));

    [Fact]
    public void A_hostile_text_of_brackets_is_one_name() =>
        Assert.Single(new UnAliasText(new string('(', 200_000) + "a", isPerson: true).Names);

    [Theory]
    [InlineData("Example Liberation Front (ELF)", "Example Liberation Front (ELF) | WeakAlias: ELF | Example Liberation Front")]
    [InlineData("Front/Army of Examples (FE/A)", "Front/Army of Examples (FE/A) | WeakAlias: FE/A | Front/Army of Examples")]
    [InlineData("LIGNES EXEMPLE (LEX) ; SAMPLE LINES", "LIGNES EXEMPLE (LEX) | WeakAlias: LEX | LIGNES EXEMPLE | SAMPLE LINES")]
    [InlineData("HARAKAT AL-MITHAL / HAM", "HARAKAT AL-MITHAL / HAM | HARAKAT AL-MITHAL | WeakAlias: HAM")]
    [InlineData("Example (Hong Kong) Shipping", "Example (Hong Kong) Shipping")]
    [InlineData("EXAMPLE FOUNDATION (KENYA)", "EXAMPLE FOUNDATION (KENYA)")]
    [InlineData("Works of Roads (Southern Area)", "Works of Roads (Southern Area)")]
    [InlineData("جبهة المثال (Jabhat al-Mithal (JM))", "جبهة المثال | Jabhat al-Mithal (JM) | WeakAlias: JM | Jabhat al-Mithal")]
    public void An_organization_keeps_its_printed_name_and_gains_its_short_form_as_a_weak_alias(string text, string expected) =>
        Assert.Equal(expected, Print(new(text, isPerson: false)));

    [Theory]
    [InlineData("previously listed as", "Karim", "", true, false)]
    [InlineData("Previously listed as. In Arabic: كريم الدلوي ", "Karim", "كريم الدلوي", true, false)]
    [InlineData("original script: Карим Далви", "Karim", "Карим Далви", false, false)]
    [InlineData("Karim Dalvi; Kareem al-Dalvi", "كريم الدلوي", "Karim Dalvi | Kareem al-Dalvi", false, true)]
    [InlineData("Karim Dalvi, Kareem Dalvi (transliterations of original script name)", "Karim", "Karim Dalvi | Kareem Dalvi", false, true)]
    [InlineData("born in 1971 in Example City (Karim Dalvi; Kareem Dalvi)", "Karim", "Karim Dalvi | Kareem Dalvi", false, true)]
    [InlineData("nom de guerre", "Karim", "", false, true)]
    [InlineData("born in 1972 in Morocco", "كريم", "", false, true)]
    public void The_note_beside_an_alias_may_hold_names(string note, string alias, string names, bool isFormer, bool hasMore)
    {
        Assert.Equal(names, string.Join(" | ", UnAliasNote.Names(note, alias)));
        Assert.Equal((isFormer, hasMore), (UnAliasNote.SaysFormer(note), UnAliasNote.HasMore(note)));
    }
}
