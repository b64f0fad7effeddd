using Marsad.Engine.Articles.Text;

namespace Marsad.Engine.Articles.Mentions;

/// <summary>Which name stands at a token: asked for every candidate, so it is an array and not a search.</summary>
internal sealed class CoveringNames
{
    private readonly FoundName?[] _at;

    /// <param name="tokens">How many tokens the text has.</param>
    /// <param name="names">The names, none inside another.</param>
    public CoveringNames(int tokens, IEnumerable<FoundName> names)
    {
        _at = new FoundName?[tokens];
        foreach (var name in names)
        {
            for (var i = name.Tokens.Start; i < name.Tokens.End; i++)
                _at[i] = name;
        }
    }

    /// <summary>The name a token is part of; null when it is part of none.</summary>
    public FoundName? At(int token) => token >= 0 && token < _at.Length ? _at[token] : null;

    /// <summary>The name that covers a range; null when none does.</summary>
    public FoundName? Over(TokenRange tokens) => At(tokens.Start) is { } name && name.Tokens.Contains(tokens) ? name : null;
}
