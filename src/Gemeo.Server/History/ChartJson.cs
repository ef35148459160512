using System.Text.Json;
using Gemeo.Log;

namespace Gemeo.History;

/// <summary><c>{from, to, step, points, before, more?}</c>.</summary>
static class ChartJson
{
    public static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject();
        json.WriteString("from", Instant.Iso(chart.From));
        json.WriteString("to", Instant.Iso(chart.To));
        if (chart.Step is { } step) json.WriteNumber("step", step / 1e6);
        else json.WriteNull("step");
        json.WriteStartArray("points");
        foreach (var (time, piece) in chart.Points) Write(json, time, piece);
        foreach (var change in chart.Changes ?? []) Write(json, change);
        json.WriteEndArray();
        json.WritePropertyName("before");
        if (chart.Before is { } before) Write(json, before);
        else json.WriteNullValue();
        if (chart.More) json.WriteBoolean("more", true);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, long time, in Piece piece)
    {
        json.WriteStartObject();
        json.WriteString("time", Instant.Iso(time));
        json.WriteNumber("min", piece.Min);
        json.WriteNumber("max", piece.Max);
        json.WriteNumber("mean", piece.Mean);
        json.WriteNumber("last", piece.Last);
        json.WriteNumber("count", piece.Count);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        json.WriteString("time", Instant.Iso(entry.Time));
        json.WritePropertyName("value");
        json.WriteRawValue(entry.Value, skipInputValidation: true);
        json.WriteEndObject();
    }
}
