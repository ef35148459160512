namespace Gemeo.Labs;

/// <summary>Which <c>gemeo:</c> and <c>mqv:</c> words exist and where each belongs; docs/vocabulary.md says what they mean.</summary>
static class Vocabulary
{
    public enum Level { Thing, Properties, Actions, Events, Property, Action, Event, Forms, Form, Elsewhere }

    static readonly Dictionary<Level, string[]> _words = new()
    {
        [Level.Thing] = ["gemeo:kind", "gemeo:room", "gemeo:availability", "gemeo:silentAfter"],
        [Level.Property] = ["gemeo:deadline", "gemeo:maxChange", "gemeo:reconcile"],
        [Level.Action] = ["gemeo:confirmedBy", "gemeo:askFirst", "gemeo:deadline"],
        [Level.Form] =
        [
            "gemeo:pointer", "gemeo:time", "gemeo:delimiter", "gemeo:index", "gemeo:key", "gemeo:words", "gemeo:template",
            "mqv:topic", "mqv:filter", "mqv:qos", "mqv:retain", "mqv:controlPacket",
        ],
    };

    public static IReadOnlyList<string> All => _all;

    static readonly string[] _all = [.. _words.Values.SelectMany(w => w).Distinct()];

    public static bool IsOurs(string name) =>
        name.StartsWith("gemeo:", StringComparison.Ordinal) || name.StartsWith("mqv:", StringComparison.Ordinal);

    /// <summary>A fault for each word of ours that does not exist or stands where it says nothing.</summary>
    public static void Check(Place place, Level level = Level.Thing)
    {
        if (place.Depth > 64) return;
        foreach (var item in place.Items()) Check(item, level == Level.Forms ? Level.Form : Level.Elsewhere);
        foreach (var member in place.Members())
            if (!NamesOwnMembers(level) && IsOurs(member.Key)) CheckWord(member, level);
            else if (!IsData(member.Key, level)) Check(member, Next(level, member.Key));
    }

    static void CheckWord(Place word, Level level)
    {
        if (_words.TryGetValue(level, out var here) && here.Contains(word.Key)) return;
        if (_all.Contains(word.Key)) word.Fault($"expected \"{word.Key}\" only in {Homes(word.Key)}, not here");
        else word.Fault($"expected a known word; \"{word.Key}\" is none.{Nearest.Hint(word.Key, here ?? _all)}");
    }

    static string Homes(string word) => string.Join(" or ", _words.Where(w => w.Value.Contains(word)).Select(w => w.Key switch
    {
        Level.Thing => "the Thing itself",
        Level.Property => "a property",
        Level.Action => "an action",
        _ => "a form",
    }));

    static bool NamesOwnMembers(Level level) => level is Level.Properties or Level.Actions or Level.Events;

    // What stands in these is the device's or the language's own.
    static bool IsData(string name, Level level) =>
        !NamesOwnMembers(level) && name is "const" or "default" or "enum" or "@context";

    static Level Next(Level level, string name) => (level, name) switch
    {
        (Level.Thing, "properties") => Level.Properties,
        (Level.Thing, "actions") => Level.Actions,
        (Level.Thing, "events") => Level.Events,
        (Level.Properties, _) => Level.Property,
        (Level.Actions, _) => Level.Action,
        (Level.Events, _) => Level.Event,
        (Level.Property or Level.Action or Level.Event, "forms") => Level.Forms,
        _ => Level.Elsewhere,
    };
}
