using System.Xml.Linq;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Tests.Tables;

public class PlacesTests
{
    [Theory]
    [InlineData("Baghdad", "بغداد", "iq")]
    [InlineData("Baghdad, Iraq", "Багдад", "iq")]
    [InlineData("Mosul", "الموصل", "iq")]
    [InlineData("Tehran", "تهران", "ir")]
    [InlineData("Tehran", "Тегеран", "ir")]
    [InlineData("Moscow", "Москва", "ru")]
    [InlineData("Moscow, Russia", "موسكو", "ru")]
    [InlineData("Grozny", "Грозный", "ru")]
    [InlineData("Kandahar", "قندهار", "af")]
    [InlineData("Kandahar Province, Afghanistan", "Qandahar", "af")]
    [InlineData("Kabul city", "Кабул", "af")]
    [InlineData("Damascus", "دمشق", "sy")]
    [InlineData("مدينة حلب", "Aleppo", "sy")]
    [InlineData("г. Ташкент", "Toshkent", "uz")]
    [InlineData("Cairo", "القاهرة", "eg")]
    [InlineData("Pyongyang", "Пхеньян", "kp")]
    [InlineData("Kyiv", "Киев", "ua")]
    public void A_city_is_one_place_in_every_script(string a, string b, string country)
    {
        Assert.True(Places.AreSame(a, b), $"{Places.Find(a)} and {Places.Find(b)}");
        Assert.Equal(country, Places.Find(a)!.CountryCode);
    }

    [Theory]
    [InlineData("Tripoli, Libya", "ly")]
    [InlineData("Tripoli, Lebanon", "lb")]
    [InlineData("Hyderabad, Pakistan", "pk")]
    [InlineData("Hyderabad (India)", "in")]
    [InlineData("Almaty, USSR", "kz")]
    [InlineData("Stavropol", "ru")]
    [InlineData("Saida, Lebanon", "lb")]
    [InlineData("Khost, Khost Province, Afghanistan", "af")]
    public void The_country_decides_between_cities_of_one_name(string text, string country) => Assert.Equal(country, Places.Find(text)?.CountryCode);

    [Theory]
    [InlineData("Al-Awja village near Tikrit, Iraq", null)]
    [InlineData("Baghdad, France", null)]
    [InlineData("Iraq", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData(",,,(;", null)]
    [InlineData("\uD800", null)]
    public void An_unknown_place_is_null(string? text, string? expected) => Assert.Equal(expected, Places.Find(text)?.Canonical);

    [Fact]
    public void A_text_of_a_megabyte_is_null() => Assert.Null(Places.Find(new string(',', 1 << 20)));

    [Fact]
    public void Different_cities_and_unknown_places_are_not_the_same()
    {
        Assert.False(Places.AreSame("Baghdad", "Basra"));
        Assert.False(Places.AreSame("Nowhere", "Nowhere"));
    }

    [Fact]
    public void Two_in_five_cities_of_birth_on_the_UN_list_are_known_and_in_their_country()
    {
        using var stream = SharedData.Open("lists/un/un-consolidated-2026-02-27.xml.gz");
        var places = XDocument.Load(stream).Descendants("INDIVIDUAL_PLACE_OF_BIRTH")
            .Select(place => (City: (string?)place.Element("CITY") ?? "", Country: (string?)place.Element("COUNTRY") ?? ""))
            .Where(place => place.City.Length > 0 && place.Country.Length > 0).ToList();
        var found = places.Count(place => Places.Find($"{place.City}, {place.Country}") is not null);
        Assert.True(found >= places.Count * 0.4, $"{found} of {places.Count}");
    }

    [Fact]
    public void Every_city_lies_in_a_known_country() =>
        Assert.All(TableFile.Rows("data/places/cities.tsv", 2).Select(row => row[0]).Distinct(), code => Assert.Equal(code, Countries.CodeOf(code)));
}
