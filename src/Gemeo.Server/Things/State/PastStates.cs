using System.Text.Json;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary><c>GET /things?at=</c>: all things as they were known at an instant, in the shape of a snapshot.</summary>
public sealed class PastStates(ILogStore store, ILogPast past, ThingRegistry registry, TimeProvider time)
{
    public IResult At(string text, Sight sight)
    {
        if (!Instant.TryParse(text, out var at)) return new Problem(Fault.BadQuery, $"at: expected an ISO 8601 time, got '{text}'");
        if (at > time.Now()) return new Problem(Fault.BadQuery, $"at: expected a time that has been, got '{text}'");
        if (store.Read(store.Oldest - 1, 1) is [var oldest] && at < oldest.Time)
            return new Problem(Fault.PastGone, $"the oldest that is kept is of {Instant.Iso(oldest.Time)}", new Dictionary<string, object?> { ["oldest"] = Instant.Iso(oldest.Time) });
        var place = past.PlaceAt(at);
        var things = past.At(at, place).Where(t => sight.Sees(t.Thing)).ToDictionary(t => t.Thing, Of);
        foreach (var now in store.Snapshot().States.Where(s => sight.Sees(s.Thing))) Keep(things, now, at);
        return PropertyApi.Json(json => Write(json, at, place, things));
    }

    static ThingState Of(PastThing thing) => new(
        thing.Version, [.. thing.Properties.Select(p => new PropertyState(p.Name, p.Value, p.Time, p.DeviceTime))], [],
        thing.Availability is { } there ? there.Value.AsSpan().SequenceEqual("true"u8) : null, thing.Availability?.Time ?? 0);

    // What has not been reported since is known by the state even when its entry is no longer kept.
    static void Keep(Dictionary<string, ThingState> things, StoredState stored, long at)
    {
        var now = StateJson.Read(stored);
        var then = things.GetValueOrDefault(stored.Thing, ThingState.Empty);
        PropertyState[] missing = [.. now.Properties.Where(p => p.Time <= at && then.Property(p.Name) is null)];
        if (missing.Length > 0) then = then with { Properties = [.. missing, .. then.Properties] };
        if (then.Available is null && now.Available is not null && now.Since <= at) then = then with { Available = now.Available, Since = now.Since };
        if (then != ThingState.Empty) things[stored.Thing] = then;
    }

    void Write(Utf8JsonWriter json, long at, long place, Dictionary<string, ThingState> things)
    {
        json.WriteStartObject();
        json.WriteString("at", Instant.Iso(at));
        json.WriteString("cursor", new Cursor(store.LogId, place).ToString());
        json.WriteStartObject("things");
        foreach (var (id, state) in things)
        {
            if (registry.Find(id) is null) continue;
            json.WriteStartObject(id);
            json.WriteNumber("version", state.Version);
            json.WritePropertyName("state");
            StateJson.Write(json, state);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
