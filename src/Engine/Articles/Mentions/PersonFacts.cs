using System.Collections.Immutable;
using System.Globalization;
using Marsad.Engine.Articles.Language;
using Marsad.Engine.Articles.Text;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>What a text says of a person beside the name, which an entry may contradict: an age, a year of birth, that it is somebody else.</summary>
/// <param name="BirthDates">The years of birth that fit; empty when the text gives none.</param>
/// <param name="IsNamesake">Whether the text says that it is another person of the same name.</param>
/// <param name="IsDescribed">Whether anything personal is said: age, birth, or a trade behind a comma.</param>
internal sealed record PersonFacts(ImmutableArray<PartialDate> BirthDates, bool IsNamesake, bool IsDescribed)
{
    private const int Window = 14;

    /// <summary>Reads the words around a name, up to the end of its sentence.</summary>
    public static PersonFacts Around(ArticleContext article, TokenRange name)
    {
        var text = article.Text;
        var sentence = article.SentenceOf(name.Start);
        var end = Math.Min(Math.Max(sentence.End, name.End), name.End + Window);
        var dates = ImmutableArray<PartialDate>.Empty;
        for (var i = name.End; i < end && dates.IsEmpty; i++)
        {
            if (text[i].IsNumber)
                dates = FromNumber(article, i, end);
        }
        // "24-летний Алишер Усманов": the age may stand before the name.
        for (var i = Math.Max(sentence.Start, name.Start - 4); i < name.Start && dates.IsEmpty; i++)
        {
            if (text[i].IsNumber)
                dates = FromNumber(article, i, name.Start);
        }
        var isNamesake = false;
        for (var i = Math.Max(sentence.Start, name.Start - 3); i < name.Start; i++)
            isNamesake |= IsOtherPerson(text.Form(i));
        for (var i = name.End; i < Math.Min(end, name.End + 8); i++)
            isNamesake |= text.Form(i) is "namesake" or "namesakes" or "однофамилец" or "тезка" or "سميه" or "همنام";
        var isDescribed = !dates.IsEmpty || IsTrade(article, name.End, end);
        return new PersonFacts(dates, isNamesake, isDescribed);
    }

    private static bool IsOtherPerson(string form) => form is "different" or "another" or "другой" or "другого" or "другому" or "другим" or "однофамилец" or "тезка" or "namesake";

    private static bool IsTrade(ArticleContext article, int at, int end)
    {
        var text = article.Text;
        if (at + 2 >= end || !(text[at].Is(',') || text[at].Is('،')))
            return false;
        return text[at + 1].Form is "a" or "an" or "وهو" or "وهي" || article.LexiconAt(at).Roles.At(text, at + 1, end) is { Tag: "title" };
    }

    private static ImmutableArray<PartialDate> FromNumber(ArticleContext article, int at, int end)
    {
        var text = article.Text;
        if (!int.TryParse(text[at].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return [];
        string Near(int offset) => at + offset < end + 1 ? text.Form(at + offset) : "";
        if (number is >= 1900 and <= 2030)
        {
            var isBirth = text.Form(at - 1) == "in" && text.Form(at - 2) == "born" || text.Form(at - 1) is "born" or "مواليد" or "متولد"
                || (Near(1) is "года" or "г" && Near(2) == "рождения") || (text.Form(at - 1) is "в" && text.Form(at - 2).StartsWith("родил", StringComparison.Ordinal)) || text.Form(at - 1) is "عام" && text.Form(at - 2) is "ولد" or "مواليد" or "المولود" or "ولدت";
            return isBirth ? [PartialDate.Year(number)] : [];
        }
        if (number is < 10 or > 110 || article.Date.Value is not { } today)
            return [];
        var next = Near(1) is "-" or "" ? Near(2) : Near(1);
        var isAge = (Near(2) == "year" && Near(4) == "old") || next.StartsWith("летн", StringComparison.Ordinal) || next == "ساله"
            || (Near(1) is "عاما" or "سنه" or "عام" && text.Form(at - 1) is "يبلغ" or "البالغ" or "تبلغ" or "عمره" or "عمرها" or "العمر" or "(") || text.Form(at - 1) is "aged" or "age"
            || (text[at - 1].Is(',') && at + 1 < end && text[at + 1].Is(',')) || (Near(1) is "лет" or "года" or "год" && text.Form(at - 1) is "," or "(");
        return isAge ? [PartialDate.Range(PartialDate.Year(today.Year - number - 1), PartialDate.Year(today.Year - number))] : [];
    }
}
