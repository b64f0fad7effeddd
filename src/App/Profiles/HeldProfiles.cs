using System.Collections.Frozen;
using Marsad.App.Terminal;

namespace Marsad.App.Profiles;

/// <summary>The policies as a server holds them: read again at most once a second, so that a changed file counts and a request reads none.</summary>
internal sealed class HeldProfiles(string dataFolder, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly ProfileStore _store = new(dataFolder);
    private volatile Held? _held;

    /// <summary>The names of all policies, in order.</summary>
    public IEnumerable<string> Names => Current().Profiles.Keys.Order(StringComparer.Ordinal);

    /// <summary>The policy of a name; null when there is none.</summary>
    /// <exception cref="WrongInputException">Its file is wrong.</exception>
    public Profile? Find(string name) =>
        Current().Profiles.TryGetValue(name, out var found) ? found.Profile ?? throw new WrongInputException(found.Fault) : null;

    private Held Current()
    {
        if (_held is { } held && clock.GetElapsedTime(held.ReadAt) < Freshness)
            return held;
        return _held = new Held(_store.Names.ToFrozenDictionary(n => n, Read, StringComparer.Ordinal), clock.GetTimestamp());
    }

    /// <summary>A file that is wrong is said to be when it is asked for, and is nobody else's trouble.</summary>
    private (Profile? Profile, string Fault) Read(string name)
    {
        try
        {
            return (_store.Find(name), "");
        }
        catch (WrongInputException e)
        {
            return (null, e.Message);
        }
    }

    private sealed record Held(FrozenDictionary<string, (Profile? Profile, string Fault)> Profiles, long ReadAt);
}
