using System.Buffers;
using System.Text.Json;
using Gemeo.Log;
using Gemeo.Things;

namespace Gemeo.Live;

/// <summary>Everything as it stands, with the cursor from which to go on.</summary>
public sealed class Snapshots(ILogStore store, ThingRegistry registry)
{
    /// <summary><c>{"type":"snapshot","cursor":…,"things":{id:{version,state:{available?,since?,properties,desired}}}}</c></summary>
    public (long N, byte[] Json) Take(EntryFilter filter, string? reason = null)
    {
        var (n, states) = store.Snapshot();
        var buffer = new ArrayBufferWriter<byte>(states.Count * 256 + 256);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("type", "snapshot");
        if (reason is not null) json.WriteString("reason", reason);
        json.WriteString("cursor", new Cursor(store.LogId, n).ToString());
        json.WriteStartObject("things");
        foreach (var state in states)
        {
            if (registry.Find(state.Thing) is null || !filter.Shows(state.Thing)) continue;
            json.WriteStartObject(state.Thing);
            json.WriteNumber("version", state.Version);
            json.WritePropertyName("state");
            json.WriteRawValue(state.Document, skipInputValidation: true);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return (n, buffer.WrittenSpan.ToArray());
    }
}
