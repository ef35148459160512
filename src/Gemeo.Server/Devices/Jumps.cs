using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Gemeo.Security;

namespace Gemeo.Devices;

/// <summary>Numbers that change faster than their description says is possible (<c>gemeo:maxChange</c>): taken as the device told them, and told of.</summary>
sealed class Jumps
{
    readonly ConcurrentDictionary<(string Thing, string Name), (double Value, long Time)> _last = new();

    /// <param name="time">The device's own time where it sends one, microseconds.</param>
    public void Look(Binding binding, ReadOnlyMemory<byte> value, long time, SecurityEvents? security)
    {
        if (binding.MaxChange is not { } most || !TryNumber(value.Span, out var number)) return;
        var key = (binding.Thing.Id, binding.Name);
        var known = _last.TryGetValue(key, out var before);
        _last[key] = (number, time);
        if (known && IsImpossible(before.Value, number, time - before.Time, most))
            security?.Note(SecurityKind.Jump, $"{key.Id}/{key.Name}", string.Create(CultureInfo.InvariantCulture, $"from {before.Value} to {number} within {Math.Max(0, time - before.Time) / 1e6:0.###} s; {most} a second is possible"), key.Id);
    }

    /// <summary>Within a second, however short the time between: two readings of one moment are no rate.</summary>
    public static bool IsImpossible(double before, double now, long microseconds, double mostPerSecond) => Math.Abs(now - before) > mostPerSecond * Math.Max(1, microseconds / 1e6);

    static bool TryNumber(ReadOnlySpan<byte> json, out double number)
    {
        var reader = new Utf8JsonReader(json);
        number = 0;
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out number);
    }
}
