using System.Text;
using Gemeo.Log;

namespace Gemeo.Tests.Log;

/// <summary>One activation's line of appends for a thing, made by hand. The state is the newest value and the version.</summary>
sealed class Line(string thing, long version = 0)
{
    readonly AppendLine _line = new();

    public string Thing => thing;

    public long Version { get; private set; } = version;

    /// <summary>The next append of this line: one property entry for each value.</summary>
    public Append Next(params string[] values) => Next([.. values.Select(v => Entry(v))]);

    public Append Next(IReadOnlyList<Entry> entries, params CommandRow[] commands) =>
        new(_line, thing, entries, StateOf(entries[^1]), commands);

    public Entry Entry(string value, EntryKind kind = EntryKind.Property, string name = "distance", long time = 1_000, long? deviceTime = null, bool changed = true, string? cause = null, RawMessage? raw = null) => new()
    {
        Thing = thing,
        Version = ++Version,
        Kind = kind,
        Name = name,
        Value = Encoding.UTF8.GetBytes(value),
        Time = time,
        DeviceTime = deviceTime,
        Changed = changed,
        Cause = cause,
        Raw = raw,
    };

    public static byte[] StateOf(Entry last) => Encoding.UTF8.GetBytes($$"""{"at":{{last.Version}} ,"last":{{Encoding.UTF8.GetString(last.Value)}} }""");
}

static class Told
{
    /// <summary>An entry as one comparable line.</summary>
    public static string Of(Entry e) => $"{e.N} {e.Thing} v{e.Version} {e.Kind} {e.Name}={Encoding.UTF8.GetString(e.Value)} t{e.Time} d{e.DeviceTime} {e.Changed} {e.Cause}";

    public static string Text(this byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
