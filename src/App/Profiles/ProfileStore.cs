using Marsad.App.Terminal;

namespace Marsad.App.Profiles;

/// <summary>The policies there are: those built in, and <c>profiles/NAME.yml</c> in the data folder, which win.</summary>
internal sealed class ProfileStore(string dataFolder)
{
    private static readonly string[] BuiltIn = ["default", "ofac"];

    private readonly string _folder = Path.Combine(dataFolder, "profiles");

    /// <summary>The names of all policies, in order.</summary>
    public IEnumerable<string> Names => BuiltIn
        .Concat(Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)) : [])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The file of a policy, or where a file of that name would be read.</summary>
    public string FileOf(string name) => Path.Combine(_folder, name + ".yml");

    /// <summary>True when the policy comes with Marsad and no file replaces it.</summary>
    public bool IsBuiltIn(string name) => !File.Exists(FileOf(name));

    /// <summary>Reads a policy.</summary>
    /// <exception cref="WrongInputException">There is none of that name, or its file is wrong.</exception>
    public Profile Find(string name)
    {
        var text = Text(name);
        return ProfileFile.Read(name, new StringReader(text), IsBuiltIn(name) ? $"profile {name}" : FileOf(name));
    }

    /// <summary>A policy as written.</summary>
    public string Text(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new WrongInputException($"there is no profile \"{name}\"; there are {string.Join(", ", Names)}, and files in {_folder}");
        if (!IsBuiltIn(name))
            return File.ReadAllText(FileOf(name));
        using var reader = new StreamReader(typeof(ProfileStore).Assembly.GetManifestResourceStream($"profiles/{name}.yml")!);
        return reader.ReadToEnd();
    }
}
