using System.Collections.Immutable;

namespace Marsad.Engine.Lists.Ofac;

/// <summary>Puts a documented name of the advanced XML together from its parts.</summary>
internal static class OfacAdvancedName
{
    /// <summary>
    /// The name: of a person in Latin letters as the csv files print it, <c>FAMILY, Given Middle</c>; in Han and Hangul the family
    /// name first, in other scripts the given name first; of others the parts in their order.
    /// </summary>
    public static string Text(List<(string Type, string Text)> parts, bool isLatin, EntrySchema schema)
    {
        var family = string.Join(' ', parts.Where(p => p.Type == "Last Name").Select(p => p.Text));
        var rest = string.Join(' ', parts.Where(p => p.Type != "Last Name").OrderBy(p => Place(p.Type)).Select(p => p.Text));
        if (schema != EntrySchema.Person || family.Length == 0 || rest.Length == 0)
            return string.Join(' ', parts.OrderBy(p => Place(p.Type)).Select(p => p.Text));
        return isLatin ? $"{family}, {rest}" : IsEastAsian(family) ? $"{family} {rest}" : $"{rest} {family}";
    }

    /// <summary>The parts of a person's name that have a field of their own; empty for others.</summary>
    public static ImmutableArray<ListNamePart> Parts(List<(string Type, string Text)> parts, EntrySchema schema)
    {
        if (schema != EntrySchema.Person)
            return [];
        return [.. parts.Select(p => (Kind: KindOf(p.Type), p.Text)).Where(p => p.Kind is not null).Select(p => new ListNamePart(p.Kind!.Value, p.Text))];
    }

    private static NamePartKind? KindOf(string type) => type switch
    {
        "Last Name" or "Matronymic" => NamePartKind.Family,
        "First Name" => NamePartKind.Given,
        "Middle Name" => NamePartKind.Middle,
        "Patronymic" => NamePartKind.Patronymic,
        "Maiden Name" => NamePartKind.Maiden,
        _ => null,
    };

    private static int Place(string type) => type switch
    {
        "First Name" => 0,
        "Middle Name" => 1,
        "Patronymic" or "Matronymic" => 2,
        "Last Name" => 3,
        _ => 4,
    };

    private static bool IsEastAsian(string text) => text.Any(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3');
}
