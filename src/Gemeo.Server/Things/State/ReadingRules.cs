using Gemeo.Devices.Codec;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What a reading does to a thing. Pure: state in, state and entry out.</summary>
public static class ReadingRules
{
    /// <summary>The next state and its entry; null for a reading that was already taken (same device time, same value).</summary>
    public static (ThingState State, Entry Entry)? Apply(ThingState state, string thing, Reading reading)
    {
        var known = reading.Kind == EntryKind.Property ? state.Property(reading.Name) : null;
        var same = known is not null && JsonText.Same(known.Value, reading.Value);
        if (same && reading.DeviceTime is not null && reading.DeviceTime == known!.DeviceTime) return null;
        var next = reading.Kind == EntryKind.Property
            ? state.With(new PropertyState(reading.Name, reading.Value, reading.Time, reading.DeviceTime))
            : state with { Version = state.Version + 1 };
        return (next, new Entry
        {
            Thing = thing,
            Version = next.Version,
            Kind = reading.Kind,
            Name = reading.Name,
            Value = reading.Value,
            Time = reading.Time,
            DeviceTime = reading.DeviceTime,
            Changed = !same,
            Raw = reading.Raw,
        });
    }

    /// <summary>The device came or went; null when that was known.</summary>
    public static (ThingState State, Entry Entry)? Apply(ThingState state, string thing, bool available, string reason, long now)
    {
        if (state.Available == available) return null;
        var next = state with { Version = state.Version + 1, Available = available, Since = now };
        return (next, new Entry
        {
            Thing = thing,
            Version = next.Version,
            Kind = EntryKind.Availability,
            Name = reason,
            Value = available ? "true"u8.ToArray() : "false"u8.ToArray(),
            Time = now,
        });
    }
}
