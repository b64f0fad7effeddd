namespace Marsad.App.Words;

/// <summary>A language of the words that Marsad says to people.</summary>
internal enum Language
{
    English,
    Arabic,
    Russian,
}
