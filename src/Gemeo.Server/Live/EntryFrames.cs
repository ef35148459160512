using System.Buffers;
using System.Text;
using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>A batch encoded once for everybody: each entry as JSON inside its WebSocket text frame, one after the other.
/// Frames from a server are not masked, so they are the same bytes for each client.</summary>
public sealed class EntryFrames
{
    readonly byte[] _bytes;
    readonly (int Frame, int Json, int End)[] _at;

    EntryFrames(byte[] bytes, (int, int, int)[] at, bool hasSecurity) => (_bytes, _at, HasSecurity) = (bytes, at, hasSecurity);

    /// <summary>Whether any entry is not for everybody.</summary>
    public bool HasSecurity { get; }

    public static EntryFrames Of(LogBatch batch, string logId) => batch.View(b => Encode(b, logId));

    /// <summary>All frames from one entry of the batch on.</summary>
    public ReadOnlyMemory<byte> From(int index) => _bytes.AsMemory(_at[index].Frame.._at[^1].End);

    public ReadOnlySpan<byte> Frame(int index) => _bytes.AsSpan(_at[index].Frame.._at[index].End);

    public ReadOnlyMemory<byte> Json(int index) => _bytes.AsMemory(_at[index].Json.._at[index].End);

    static EntryFrames Encode(LogBatch batch, string logId)
    {
        var entries = batch.Entries;
        var at = new (int, int, int)[entries.Length];
        var one = new ArrayBufferWriter<byte>(512);
        var all = new ArrayBufferWriter<byte>(entries.Length * 192);
        using var json = new Utf8JsonWriter(one, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var prefix = Encoding.ASCII.GetBytes(logId + ":");
        for (var i = 0; i < entries.Length; i++)
        {
            one.ResetWrittenCount();
            json.Reset(one);
            Write(json, entries[i], prefix);
            json.Flush();
            var frame = all.WrittenCount;
            var header = TextFrame.WriteHeader(all.GetSpan(TextFrame.HeaderRoom + one.WrittenCount), one.WrittenCount);
            all.Advance(header);
            all.Write(one.WrittenSpan);
            at[i] = (frame, frame + header, all.WrittenCount);
        }
        return new(all.WrittenSpan.ToArray(), at, Array.Exists(entries, e => e.Kind == EntryKind.Security));
    }

    static void Write(Utf8JsonWriter json, Entry entry, ReadOnlySpan<byte> logId)
    {
        Span<byte> text = stackalloc byte[96];
        json.WriteStartObject();
        logId.CopyTo(text);
        System.Buffers.Text.Utf8Formatter.TryFormat(entry.N, text[logId.Length..], out var digits);
        json.WriteString("cursor"u8, text[..(logId.Length + digits)]);
        json.WriteString("thing"u8, entry.Thing);
        json.WriteNumber("version"u8, entry.Version);
        json.WriteString("kind"u8, Kind(entry.Kind));
        json.WriteString("name"u8, entry.Name);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(entry.Value, skipInputValidation: true);
        Instant.WriteIso(entry.Time, text);
        json.WriteString("time"u8, text[..Instant.IsoLength]);
        if (entry.DeviceTime is { } deviceTime)
        {
            Instant.WriteIso(deviceTime, text);
            json.WriteString("deviceTime"u8, text[..Instant.IsoLength]);
        }
        json.WriteBoolean("changed"u8, entry.Changed);
        if (entry.Cause is { } cause) json.WriteString("cause"u8, cause);
        json.WriteEndObject();
    }

    static ReadOnlySpan<byte> Kind(EntryKind kind) => kind switch
    {
        EntryKind.Property => "property"u8,
        EntryKind.Action => "action"u8,
        EntryKind.Event => "event"u8,
        EntryKind.Availability => "availability"u8,
        _ => "security"u8,
    };
}
