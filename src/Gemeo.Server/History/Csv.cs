using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gemeo.Log;

namespace Gemeo.History;

/// <summary>Readings as RFC 4180 lines. A text that a spreadsheet would take for a formula gets a ' before it. Pure.</summary>
static class Csv
{
    public static ReadOnlySpan<byte> Readings => "time,value,device_time,changed\r\n"u8;

    public static ReadOnlySpan<byte> Points => "time,min,max,mean,last,count\r\n"u8;

    public static ReadOnlySpan<byte> Changes => "time,value\r\n"u8;

    public static void Reading(IBufferWriter<byte> to, Entry entry) =>
        Line(to, $"{Instant.Iso(entry.Time)},{Field(entry.Value)},{(entry.DeviceTime is { } time ? Instant.Iso(time) : "")},{(entry.Changed ? "true" : "false")}");

    public static void Change(IBufferWriter<byte> to, Entry entry) => Line(to, $"{Instant.Iso(entry.Time)},{Field(entry.Value)}");

    public static void Point(IBufferWriter<byte> to, long time, Piece p) =>
        Line(to, string.Create(CultureInfo.InvariantCulture, $"{Instant.Iso(time)},{p.Min},{p.Max},{p.Mean},{p.Last},{p.Count}"));

    static void Line(IBufferWriter<byte> to, string line)
    {
        Encoding.UTF8.GetBytes(line, to);
        to.Write("\r\n"u8);
    }

    /// <summary>A JSON value as one field: text without its quotes, nothing for null, objects and arrays as JSON.</summary>
    public static string Field(byte[] json)
    {
        if (json is not [(byte)'"', ..]) return json.AsSpan().SequenceEqual("null"u8) ? "" : Quoted(Encoding.UTF8.GetString(json));
        var text = JsonElement.Parse(json).GetString()!;
        return Quoted(text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text);
    }

    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
