using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>What TD 1.1 asks of every Thing, whatever its devices speak: context, title, security, operations.</summary>
static class TdRules
{
    public const string Context = "https://www.w3.org/2022/wot/td/v1.1";

    public static readonly string[] PropertyOps = ["readproperty", "writeproperty", "observeproperty", "unobserveproperty"];
    public static readonly string[] ActionOps = ["invokeaction", "queryaction", "cancelaction"];
    public static readonly string[] EventOps = ["subscribeevent", "unsubscribeevent"];

    static readonly string[] _thingOps =
    [
        "readallproperties", "writeallproperties", "readmultipleproperties", "writemultipleproperties",
        "observeallproperties", "unobserveallproperties", "queryallactions", "subscribeallevents", "unsubscribeallevents",
    ];

    public static void Check(Place thing)
    {
        CheckContext(thing);
        HumanWords.Check(thing);
        thing.RequiredText("title");
        thing.Text("base");
        SecurityRules.Check(thing);
        foreach (var form in Forms(thing)) CheckForm(form, _thingOps, opRequired: true);
        CheckLinks(thing);
        CheckVersion(thing);
    }

    /// <summary>Checks <c>op</c>, <c>href</c> and the other standard members of a form.</summary>
    public static void CheckForm(Place form, string[] ops, bool opRequired = false)
    {
        if (form.Get("href") is null) form.Fault("expected \"href\", a string");
        form.Text("href");
        form.Text("contentType");
        form.Text("contentCoding");
        form.Text("subprotocol");
        form.OneOrMore("security");
        form.OneOrMore("scopes");
        if (opRequired && form.Get("op") is null) form.Fault($"expected \"op\" in a form of the Thing itself: one of {string.Join(", ", ops)}");
        foreach (var op in form.OneOrMore("op"))
            if (op.Value.GetString() is { } name && !ops.Contains(name))
                op.Fault($"expected one of {string.Join(", ", ops)}; not \"{name}\".{Nearest.Hint(name, ops)}");
    }

    /// <summary>The forms that are objects; a fault for each that is not.</summary>
    public static List<Place> Forms(Place owner)
    {
        if (owner.Array("forms") is not { } forms) return [];
        foreach (var form in forms.Items().Where(f => !f.IsObject)) form.Fault("expected a form, an object");
        return [.. forms.Items().Where(f => f.IsObject)];
    }

    static void CheckContext(Place thing)
    {
        if (thing.Get("@context") is not { } context)
        {
            thing.Fault($"expected \"@context\" with \"{Context}\" (in the TD, or once in the lab)");
            return;
        }
        foreach (var part in context.Items().Where(p => p.Kind is not (JsonValueKind.String or JsonValueKind.Object)))
            part.Fault("expected a URI or an object of prefixes");
        var parts = context.IsArray ? context.Items() : [context];
        if (!parts.Any(p => p.Kind == JsonValueKind.String && p.Value.ValueEquals(Context)))
            context.Fault($"expected \"{Context}\", or an array that holds it");
    }

    static void CheckLinks(Place thing)
    {
        foreach (var link in thing.Array("links")?.Items() ?? [])
            if (!link.IsObject) link.Fault("expected a link, an object");
            else _ = (link.RequiredText("href"), link.Text("rel"));
    }

    static void CheckVersion(Place thing)
    {
        if (thing.Object("version") is { } version) _ = (version.RequiredText("instance"), version.Text("model"));
    }
}
