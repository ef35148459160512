using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>A property as the device last reported it.</summary>
/// <param name="Value">Compact UTF-8 JSON.</param>
/// <param name="Time">When the server took it, Unix microseconds.</param>
/// <param name="DeviceTime">The device's own time, when it sent one.</param>
[GenerateSerializer, Immutable]
public sealed record PropertyState([property: Id(0)] string Name, [property: Id(1)] byte[] Value, [property: Id(2)] long Time, [property: Id(3)] long? DeviceTime);

/// <summary>What people asked for and got; sent again when the device comes back with something else.</summary>
/// <param name="Property">The property that shows it.</param>
/// <param name="Of">What was asked: an action or a property write.</param>
/// <param name="Name">Its name.</param>
[GenerateSerializer, Immutable]
public sealed record Desired([property: Id(0)] string Property, [property: Id(1)] byte[] Value, [property: Id(2)] CommandOf Of, [property: Id(3)] string Name, [property: Id(4)] byte[]? Input);

/// <summary>A thing as known: reported and desired apart. Immutable; the rules make the next one.</summary>
/// <param name="Version">Count of the thing's entries.</param>
/// <param name="Available">Null until the device was heard of.</param>
/// <param name="Since">Since when it is (un)available.</param>
[GenerateSerializer, Immutable]
public sealed record ThingState(
    [property: Id(0)] long Version, [property: Id(1)] PropertyState[] Properties, [property: Id(2)] Desired[] Desired, [property: Id(3)] bool? Available, [property: Id(4)] long Since)
{
    public static ThingState Empty { get; } = new(0, [], [], null, 0);

    public PropertyState? Property(string name) => Array.Find(Properties, p => p.Name == name);

    public Desired? DesiredOf(string property) => Array.Find(Desired, d => d.Property == property);

    public ThingState With(PropertyState property) => this with { Version = Version + 1, Properties = Put(Properties, property, p => p.Name) };

    public ThingState With(Desired desired) => this with { Desired = Put(Desired, desired, d => d.Property) };

    public ThingState WithoutDesired(string property) => this with { Desired = Array.FindAll(Desired, d => d.Property != property) };

    // A thing has a handful of properties: a copied array beats every dictionary.
    static T[] Put<T>(T[] items, T item, Func<T, string> name)
    {
        var at = Array.FindIndex(items, i => name(i) == name(item));
        if (at < 0) return [.. items, item];
        var copy = (T[])items.Clone();
        copy[at] = item;
        return copy;
    }
}
