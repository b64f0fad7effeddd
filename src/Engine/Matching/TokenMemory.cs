using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>The tokens met so far, for <see cref="NameForms"/>.</summary>
internal interface ITokenMemory
{
    /// <summary>The token of a key; null when it is not kept.</summary>
    Token? Find(in TokenKey key);

    /// <summary>Keeps a token, and returns it.</summary>
    Token Keep(Token token);
}

/// <summary>The tokens of one watchlist, all of them: the same word is the same token. Used by one thread.</summary>
internal sealed class AllTokens : ITokenMemory
{
    private readonly Dictionary<TokenKey, Token> _tokens = [];

    public Token? Find(in TokenKey key) => _tokens.GetValueOrDefault(key);

    public Token Keep(Token token) => _tokens[token.Key] = token;
}

/// <summary>The tokens that subjects brought lately; thread-safe, so that one memory serves a whole model.</summary>
internal sealed class RecentTokens : ITokenMemory
{
    private readonly Recent<Token> _tokens = new(1 << 16);

    public Token? Find(in TokenKey key)
    {
        foreach (var token in _tokens.At(key.GetHashCode()))
        {
            if (token is not null && token.Key == key)
                return token;
        }
        return null;
    }

    public Token Keep(Token token)
    {
        // Joined words are seldom met twice.
        if (!token.IsJoined)
            _tokens.Add(token.Key.GetHashCode(), token);
        return token;
    }
}
