using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

/// <summary>Compares two parties of which little is known.</summary>
internal static class Scoring
{
    public static Comparison Names(string asked, string listed, EntrySchema schema = EntrySchema.Person) =>
        ScoringModel.V1.Compare(Asking(asked, schema), Listed(listed, schema), explain: true);

    public static Subject Asking(string name, EntrySchema? schema = EntrySchema.Person) => new() { Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] };

    public static ListEntry Listed(string name, EntrySchema schema = EntrySchema.Person) =>
        new() { Id = "x:1", Schema = schema, Names = [new ListName(name, NameKind.Primary, "name")] };
}
