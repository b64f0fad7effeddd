using System.Reflection;
using System.Reflection.Emit;

namespace Marsad.Engine.Tests.House;

/// <summary>Which namespaces of an assembly use which others, read from its signatures and code.</summary>
internal static class NamespaceUses
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>Pairs of folders below the root namespace, each with one place that shows it. A folder is the first part below the root.</summary>
    public static IReadOnlyDictionary<(string From, string To), string> Of(Assembly assembly, string root)
    {
        var uses = new Dictionary<(string, string), string>();
        foreach (var type in assembly.GetTypes())
        {
            if (FolderOf(type, root) is not { } from)
                continue;
            foreach (var (used, where) in UsedBy(type))
            {
                if (FolderOf(used, root) is { } to && to != from)
                    uses.TryAdd((from, to), $"{type.FullName}.{where} uses {used.FullName}");
            }
        }
        return uses;
    }

    private static string? FolderOf(Type type, string root)
    {
        while (type.HasElementType)
            type = type.GetElementType()!;
        var space = type.Namespace;
        return space is not null && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static IEnumerable<(Type Used, string Where)> UsedBy(Type type)
    {
        foreach (var used in ((Type?[])[type.BaseType, .. type.GetInterfaces()]).OfType<Type>().SelectMany(Parts))
            yield return (used, "its base");
        foreach (var field in type.GetFields(Everything))
        {
            foreach (var used in Parts(field.FieldType))
                yield return (used, field.Name);
        }
        foreach (var method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
        {
            foreach (var used in Signature(method).Concat(Code(method)).SelectMany(Parts))
                yield return (used, method.Name);
        }
    }

    /// <summary>A type and what it is made of: the element of an array, the arguments of a generic type.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : [type];

    private static IEnumerable<Type> Signature(MethodBase method) =>
        [.. method.GetParameters().Select(p => p.ParameterType), .. method is MethodInfo info ? [info.ReturnType] : Array.Empty<Type>()];

    private static IEnumerable<Type> Code(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)((0xFE << 8) | code[at + 1]) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var used in Resolved(method, BitConverter.ToInt32(code, at)))
                    yield return used;
            }
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static Type[] Resolved(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type type => [type],
            MemberInfo { DeclaringType: { } declaring } => [declaring],
            _ => [],
        };
    }
}
