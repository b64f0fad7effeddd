namespace Marsad.Engine.Articles;

/// <summary>A language the reader knows.</summary>
public enum ArticleLanguage
{
    /// <summary>Arabic.</summary>
    Arabic,
    /// <summary>English.</summary>
    English,
    /// <summary>Russian.</summary>
    Russian,
    /// <summary>Persian.</summary>
    Persian,
}
