using System.Text.Json;

namespace Gemeo.Cli.Connection;

/// <summary>Reading JSON that may lack anything.</summary>
public static class JsonWalk
{
    public static JsonElement? At(this JsonElement of, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out of)) return null;
        return of;
    }

    public static string? Text(this JsonElement of, params ReadOnlySpan<string> names) =>
        of.At(names) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool? Flag(this JsonElement of, params ReadOnlySpan<string> names) =>
        of.At(names) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    public static long? Count(this JsonElement of, params ReadOnlySpan<string> names) =>
        of.At(names) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    public static DateTimeOffset? Time(this JsonElement of, params ReadOnlySpan<string> names) =>
        of.At(names) is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var time) ? time : null;

    public static IEnumerable<JsonProperty> Members(this JsonElement? of) =>
        of is { ValueKind: JsonValueKind.Object } some ? some.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement? of) =>
        of is { ValueKind: JsonValueKind.Array } some ? some.EnumerateArray() : [];
}
