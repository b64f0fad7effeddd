using Marsad.Engine.Articles;

namespace Marsad.Engine.Tests.Articles;

public class IncidentsTests
{
    private static readonly DateOnly Today = new(2024, 6, 5);

    [Theory]
    [InlineData("Officials warned that an attack on the port could kill 20 people in March 2025.")]
    [InlineData("Police foiled a bombing at the market on 3 May 2024.")]
    [InlineData("Soldiers stopped a mock attack with 30 casualties during an exercise on 3 May 2024.")]
    [InlineData("No attack took place at the crossing on 3 May 2024.")]
    [InlineData("В ноябре силовики сообщили, что предотвратили взрыв на рынке.")]
    [InlineData("ولم يقع أي هجوم عند المعبر في 3 مايو 2024.")]
    [InlineData("وحذر الوزير من أن هجوماً على المطار قد يقتل 20 شخصاً.")]
    [InlineData("ممکن است حملهٔ دیگری در تهران رخ دهد.")]
    public void What_may_was_planned_foiled_practised_or_denied_is_no_incident(string text) => Assert.Empty(InventedList.Read(text, Today).Incidents);

    [Theory]
    [InlineData("Gunmen attacked a village near Mosul on 3 May 2024 and killed 12 people; at least 30 were wounded.", 12, 30, ">=")]
    [InlineData("3 мая 2024 года в Махачкале прогремел взрыв: погибли двенадцать человек, более тридцати пострадали.", 12, 30, ">")]
    [InlineData("في 3 مايو 2024 انفجرت قنبلة في بغداد فقتلت 12 شخصاً وأصابت 30.", 12, 30, "=")]
    [InlineData("در انفجار ۱۴ اردیبهشت ۱۴۰۳ در تهران ۱۲ نفر کشته و ۳۰ نفر زخمی شدند.", 12, 30, "=")]
    public void A_reported_attack_has_its_date_and_its_tolls(string text, double killed, double injured, string comparator)
    {
        var incident = Assert.Single(InventedList.Read(text, Today).Incidents);
        Assert.Equal(IncidentKind.Attack, incident.Kind);
        Assert.Equal("2024-05-03", incident.Date?.Value);
        Assert.Equal(killed, incident.Killed?.Value);
        Assert.Equal((injured, comparator), (incident.Injured?.Value, incident.Injured?.Comparator));
    }

    [Fact]
    public void Two_days_are_two_incidents() =>
        Assert.Equal(2, InventedList.Read("A bomb killed 4 people in Kabul on 3 May 2024. The next day a blast killed 7 people in Kabul.", Today).Incidents.Length);

    [Fact]
    public void A_claim_and_an_accusation_are_kept_apart()
    {
        var incident = Assert.Single(InventedList.Read("في 3 مايو 2024 قتل هجوم في بغداد 12 شخصاً. وتبنت حركة الفجر الأصفر الهجوم. ونسبت الحكومة الهجوم إلى تنظيم داعش.", Today).Incidents);
        Assert.Equal("x:4", incident.ClaimedBy?.Entry);
        Assert.Equal("x:6", Assert.Single(incident.AttributedTo).Entry);
    }

    [Fact]
    public void An_accident_is_no_attack() =>
        Assert.Equal(IncidentKind.Accident, Assert.Single(InventedList.Read("28 мая 2024 года на складе в Перми обрушилась кровля: погибли двое рабочих.", Today).Incidents).Kind);
}
