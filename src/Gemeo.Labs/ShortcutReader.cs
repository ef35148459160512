using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>Reads <c>shortcuts</c>: plain URLs for a button.</summary>
static partial class ShortcutReader
{
    static readonly string[] _known = ["path", "thing", "action", "property", "input", "says", "$comment"];
    static readonly ImmutableDictionary<string, string> _silence =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<Shortcut> Read(Place lab, KnownThings things)
    {
        var shortcuts = new List<Shortcut>();
        // Routes are matched without regard to case.
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in lab.Array("shortcuts")?.Items() ?? [])
        {
            if (ReadOne(place, things) is not { } shortcut) continue;
            if (!paths.Add(shortcut.Path)) place.Fault("path", $"expected a path of its own; \"{shortcut.Path}\" is already taken");
            shortcuts.Add(shortcut);
        }
        return [.. shortcuts];
    }

    static Shortcut? ReadOne(Place place, KnownThings things)
    {
        if (!place.IsObject)
        {
            place.Fault($"expected a shortcut, an object, not {PlaceValues.Say(place.Kind)}");
            return null;
        }
        foreach (var extra in place.Members().Where(m => !_known.Contains(m.Key)))
            extra.Fault($"expected one of {string.Join(", ", _known)}; not \"{extra.Key}\".{Nearest.Hint(extra.Key, _known)}");
        var (path, thing) = (place.RequiredText("path") ?? "", place.RequiredText("thing") ?? "");
        CheckPath(place, path);
        CheckTarget(place, thing, things);
        return new(path, thing, place.Text("action"), place.Text("property"), place.Get("input")?.Value, Says(place, "done"), Says(place, "already"));
    }

    static void CheckPath(Place place, string path)
    {
        if (path.Length > 0 && !Path().IsMatch(path))
            place.Fault("path", $"expected a path that begins with /lab/ and holds letters, digits and . _ ~ - only; not \"{path}\"");
    }

    static void CheckTarget(Place place, string id, KnownThings things)
    {
        var (action, property) = (place.Text("action"), place.Text("property"));
        if (place.Get("action") is null == place.Get("property") is null) place.Fault("expected either \"action\" or \"property\"");
        if (id.Length == 0) return;
        things.Check(place.Get("thing")!, id);
        if (things.Find(id) is not { } thing) return;
        if (action is not null) CheckAction(place, action, thing);
        else if (property is not null) CheckProperty(place, property, thing);
    }

    static void CheckAction(Place place, string name, ThingDescription thing)
    {
        if (!thing.Actions.TryGetValue(name, out var action))
            place.Fault("action", $"expected an action of \"{thing.Id}\"; \"{name}\" is none.{Nearest.Hint(name, thing.Actions.Keys)}");
        else if (place.Get("input") is not { } input) return;
        else if (action.Input is null) input.Fault($"expected no \"input\": the action \"{name}\" takes none");
        else if (ValueFit.Fault(input.Value, action.Input) is { } fault) input.Fault(fault);
    }

    static void CheckProperty(Place place, string name, ThingDescription thing)
    {
        if (!thing.Properties.TryGetValue(name, out var property))
            place.Fault("property", $"expected a property of \"{thing.Id}\"; \"{name}\" is none.{Nearest.Hint(name, thing.Properties.Keys)}");
        else if (property.Write is null)
            place.Fault("property", $"expected a property that can be written; \"{name}\" is read-only");
        else if (place.Get("input") is not { } input) place.Fault("expected \"input\", the value that is written");
        else if (ValueFit.Fault(input.Value, property.Schema) is { } fault) input.Fault(fault);
    }

    static ImmutableDictionary<string, string> Says(Place place, string when)
    {
        if (place.Object("says") is not { } says) return _silence;
        foreach (var extra in says.Members().Where(m => m.Key is not ("done" or "already")))
            extra.Fault($"expected only \"done\" and \"already\"; not \"{extra.Key}\"");
        return says.Get(when) is { } words ? HumanWords.ByLanguage(words) : _silence;
    }

    [GeneratedRegex(@"\A/lab(/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex Path();
}
