using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.History;

/// <summary>What was asked for, checked: of what, and from when to when (both in).</summary>
/// <param name="Numbers">Whether its values are numbers or truth values; null when its description leaves that open.</param>
public sealed record HistoryQuery(string Thing, string Name, EntryKind Kind, bool? Numbers, long From, long To)
{
    static readonly long _earliest = Instant.Of(DateTimeOffset.MinValue), _latest = Instant.Of(DateTimeOffset.MaxValue);

    public Track Track => new(Thing, Name, Kind, From, To + 1);

    /// <summary>Reads it, or says what is wrong. Without a beginning it is the day before the end.</summary>
    public static (HistoryQuery? Query, Problem? Fault) Read(ThingDescription? thing, string name, string? from, string? to, long now)
    {
        if (thing is null) return (null, new(Fault.NoThing));
        var property = thing.Properties.GetValueOrDefault(name);
        if (property is null && !thing.Events.ContainsKey(name)) return (null, new(Fault.NoAffordance));
        var last = Math.Clamp(now, _earliest, _latest);
        if (to is not null && !Instant.TryParse(to, out last)) return (null, Bad("to", to));
        var first = Math.Max(_earliest, last - (long)TimeSpan.FromDays(1).TotalMicroseconds);
        if (from is not null && !Instant.TryParse(from, out first)) return (null, Bad("from", from));
        var schema = property is null ? thing.Events[name].Data : property.Schema;
        return (new(thing.Id, name, property is null ? EntryKind.Event : EntryKind.Property, AreNumbers(schema), first, last), null);
    }

    static Problem Bad(string parameter, string given) => new(Fault.BadQuery, $"{parameter}: expected an ISO 8601 time, got '{given}'");

    static bool? AreNumbers(DataSchema? schema) => schema?.Type switch
    {
        DataType.Boolean or DataType.Integer or DataType.Number => true,
        DataType.Any => null,
        _ => false,
    };
}
