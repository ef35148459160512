using System.Collections.Frozen;
using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Reads a Thing Description 1.1 with MQTT forms, and says everything that is wrong with it.</summary>
public static class ThingReader
{
    /// <param name="td">The whole TD: nothing is added from a lab's defaults here.</param>
    /// <param name="file">What to name in faults.</param>
    /// <param name="pointer">Where <paramref name="td"/> stands in that file; "" when it is the file.</param>
    /// <param name="faults">Faults are added to it (at most 500).</param>
    /// <returns>Null when the TD has a fault.</returns>
    public static ThingDescription? Read(JsonElement td, string file, string pointer, List<LabFault> faults)
    {
        var list = new FaultList(faults);
        return Sound(td, file, pointer, list) is { } sound ? Read(new Place(sound, new(list, file, pointer, Origin.Nothing))) : null;
    }

    /// <summary>Whoever parsed it may have let through what a lab's own text may not have: names twice, half characters.</summary>
    static JsonElement? Sound(JsonElement td, string file, string pointer, FaultList faults)
    {
        try
        {
            var text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(td);
            if (UnicodeText.IsWhole(text)) return JsonElement.Parse(text, LabText.Options);
            faults.Add(file, pointer, "expected text without half a surrogate pair (\\ud800) in a string");
        }
        catch (JsonException fault)
        {
            faults.Add(file, pointer, $"expected JSON of a depth of at most {LabText.MostDepth}, with each name once in an object: {fault.Message}");
        }
        return null;
    }

    internal static ThingDescription? Read(Place thing)
    {
        var before = thing.FaultCount;
        if (!thing.IsObject)
        {
            thing.Fault($"expected a Thing Description, an object, not {PlaceValues.Say(thing.Kind)}");
            return null;
        }
        TdRules.Check(thing);
        Vocabulary.Check(thing);
        var read = Parts(thing);
        return thing.FaultCount == before ? read : null;
    }

    static ThingDescription Parts(Place thing)
    {
        var home = FormAddress.Home(thing);
        var properties = Affordances(thing, "properties", p => PropertyReader.Read(p, home));
        return new(
            Id(thing), thing.Value.TryGetProperty("title", out var title) ? title.ToString() : "", thing.Value,
            thing.Text("gemeo:kind"), thing.Text("gemeo:room"),
            properties,
            Affordances(thing, "actions", a => ActionReader.Read(a, home, properties)),
            Affordances(thing, "events", e => EventReader.Read(e, home)),
            AvailabilityReader.Read(thing, home),
            Seconds(thing, "gemeo:silentAfter", 0.1, 2_678_400));
    }

    internal static TimeSpan? Seconds(Place place, string word, double from, double to) =>
        place.Number(word, from, to) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    static string Id(Place thing)
    {
        var id = thing.RequiredText("id") ?? "";
        if (id.Length > 200 || id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            thing.Fault("id", "expected an id of at most 200 characters without blanks");
        // A path swallows the dots, and the house writes to the log under its own name.
        if (id is "." or ".." or "gemeo") thing.Fault("id", $"expected another id: \"{id}\" cannot be a Thing's");
        return id;
    }

    static FrozenDictionary<string, T> Affordances<T>(Place thing, string kind, Func<Place, T?> read) where T : class
    {
        if (thing.Object(kind) is not { } map) return FrozenDictionary<string, T>.Empty;
        var all = new Dictionary<string, T>();
        foreach (var member in map.Members())
        {
            CheckName(member);
            if (!member.IsObject) member.Fault($"expected an object, not {PlaceValues.Say(member.Kind)}");
            else if (read(member) is { } affordance) all[member.Key] = affordance;
        }
        return all.ToFrozenDictionary();
    }

    static void CheckName(Place affordance)
    {
        if (affordance.Key.Length is 0 or > 200 || affordance.Key.Any(char.IsControl))
            affordance.Fault("expected a name of 1 to 200 characters");
    }
}
