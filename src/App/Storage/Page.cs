using System.Buffers.Text;
using System.Linq.Expressions;
using Marsad.App.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Marsad.App.Storage;

/// <summary>A stretch of a long list and where the next one begins: by key, so that rows that come and go shift nothing.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to ask for to go on; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Reads a page in the order of the ids, which is that of time.</summary>
    /// <param name="rows">The rows, filtered.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="cursor">The <see cref="Next"/> of the page before; null for the first.</param>
    /// <param name="size">How many rows at most.</param>
    /// <param name="newestFirst">Whether the newest come first.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public static async Task<Page<T>> Read(
        IQueryable<T> rows, Expression<Func<T, Guid>> id, string? cursor, int size, bool newestFirst, CancellationToken cancel)
    {
        if (cursor is not null)
        {
            var after = Expression.Constant(new After(Cursor.Read(cursor)));
            var bound = Expression.Field(after, nameof(After.Id));
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(
                newestFirst ? Expression.LessThan(id.Body, bound) : Expression.GreaterThan(id.Body, bound), id.Parameters));
        }
        var ordered = newestFirst ? rows.OrderByDescending(id) : rows.OrderBy(id);
        var found = await ordered.Take(size + 1).ToListAsync(cancel);
        if (found.Count <= size)
            return new Page<T>(found, null);
        found.RemoveAt(size);
        return new Page<T>(found, Cursor.Write(id.Compile()(found[^1])));
    }

    /// <summary>A field rather than a constant becomes a parameter: one prepared statement for every page.</summary>
    private sealed class After(Guid id)
    {
        public readonly Guid Id = id;
    }
}

/// <summary>A place in a list as clients hand it back; they need not understand it.</summary>
internal static class Cursor
{
    public static string Write(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    /// <exception cref="WrongInputException">It is not one of ours.</exception>
    public static Guid Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        return cursor.Length == 22 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var written) && written == 16
            ? new Guid(bytes, bigEndian: true)
            : throw new WrongInputException("cursor: allowed is the \"next\" of the page before");
    }
}
