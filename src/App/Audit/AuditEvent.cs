using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Marsad.App.Audit;

/// <summary>Something that happened and has to be in the audit: who did what, to whom or what, with which particulars.</summary>
internal sealed record AuditEvent
{
    private const int LongestWord = 200;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="actor">Who: <c>account:NAME</c>, <c>key:NAME</c>, <c>terminal:USER</c>, <c>anonymous</c> or <c>system</c>.</param>
    /// <param name="kind">What: a word such as <c>screening</c> or <c>signInFailed</c>, never free text.</param>
    /// <param name="at">When; also the time in the id.</param>
    public AuditEvent(string actor, string kind, DateTimeOffset at)
    {
        Actor = Word(actor, nameof(actor));
        Kind = Word(kind, nameof(kind));
        At = at;
        Id = Guid.CreateVersion7(at);
    }

    /// <summary>The id of the record, also of the screening that it records.</summary>
    public Guid Id { get; init; }

    public DateTimeOffset At { get; }

    public string Actor { get; }

    public string Kind { get; }

    /// <summary>The particulars, a JSON object. They may be erased later; what the chain holds of them tells nothing.</summary>
    public ReadOnlyMemory<byte> Detail { get; init; } = "{}"u8.ToArray();

    /// <summary>Whom or what it is about, such as <c>entry:un:QDi.430</c>: the way to everyone who saw it. Erased with the particulars.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>The event with particulars.</summary>
    public AuditEvent With(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return this with { Detail = buffer.WrittenMemory };
    }

    /// <summary>The event, about somebody or something.</summary>
    public AuditEvent Concerning(params ReadOnlySpan<string> about) => this with { About = [.. About, .. about] };

    /// <summary>A line of the chain is made of lines: a word must not hold one.</summary>
    private static string Word(string word, string name) =>
        word.Length is > 0 and <= LongestWord && !word.Any(char.IsControl)
            ? word
            : throw new ArgumentException($"{word.Length} characters: allowed are 1 to {LongestWord} without control characters", name);
}
