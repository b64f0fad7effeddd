using System.Buffers;
using System.Collections.Frozen;
using Marsad.Engine.Transliteration;

namespace Marsad.Engine.Articles.Text;

/// <summary>Says which of the known languages a run of tokens is in, by script and small words.</summary>
internal static class LanguageDetection
{
    private static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    private static readonly FrozenSet<string> PersianWords = FrozenSet.ToFrozenSet(
        ["است", "را", "که", "این", "شد", "از", "برای", "می", "های", "شده", "گفت", "کرد", "بود", "با", "به", "در", "خود", "آن"], StringComparer.Ordinal)
        .Select(word => LetterFolds.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ArabicWords = FrozenSet.ToFrozenSet(
        ["في", "من", "على", "إلى", "أن", "إن", "عن", "التي", "الذي", "هذا", "هذه", "قال", "كان", "مع", "بعد", "لم", "لا", "ما"], StringComparer.Ordinal)
        .Select(word => LetterFolds.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The language of most words; English when there is none.</summary>
    public static ArticleLanguage Detect(ArticleTokens text, TokenRange range)
    {
        int latin = 0, cyrillic = 0, arabic = 0, persianWords = 0, arabicWords = 0, persianLetters = 0;
        for (var i = range.Start; i < range.End; i++)
        {
            var token = text[i];
            if (!token.IsWord)
                continue;
            switch (token.Script)
            {
                case Script.Latin: latin++; break;
                case Script.Cyrillic: cyrillic++; break;
                case Script.Arabic:
                    arabic++;
                    persianWords += PersianWords.Contains(token.Form) ? 1 : 0;
                    arabicWords += ArabicWords.Contains(token.Form) || token.Form.StartsWith("ال", StringComparison.Ordinal) ? 1 : 0;
                    persianLetters += HasPersianLetter(text.Text, token) ? 1 : 0;
                    break;
            }
        }
        if (arabic >= latin && arabic >= cyrillic && arabic > 0)
            return (persianWords * 2) + persianLetters > (arabicWords * 2) + (arabic / 8) ? ArticleLanguage.Persian : ArticleLanguage.Arabic;
        return cyrillic > latin ? ArticleLanguage.Russian : ArticleLanguage.English;
    }

    private static bool HasPersianLetter(string text, Token token) =>
        text.AsSpan(token.Start, token.End - token.Start).ContainsAny(PersianLetters);
}
