using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>TD 1.1's security: every Thing says how one may reach it, <c>nosec</c> included.</summary>
static class SecurityRules
{
    static readonly string[] _schemes = ["nosec", "auto", "combo", "basic", "digest", "apikey", "bearer", "psk", "oauth2"];
    static readonly string[] _places = ["header", "query", "body", "cookie", "uri", "auto"];

    public static void Check(Place thing)
    {
        if (thing.Get("security") is null) thing.Fault("expected \"security\", names out of \"securityDefinitions\" (in the TD, or once in the lab)");
        if (thing.Get("securityDefinitions") is null) thing.Fault("expected \"securityDefinitions\", an object (in the TD, or once in the lab)");
        var definitions = thing.Object("securityDefinitions");
        if (definitions is not null) CheckDefinitions(definitions);
        foreach (var name in thing.OneOrMore("security"))
            if (definitions is not null && definitions.Get(name.Value.GetString()!) is null)
                name.Fault($"expected a name out of \"securityDefinitions\"; \"{name.Value.GetString()}\" is not there."
                    + Nearest.Hint(name.Value.GetString()!, definitions.Members().Select(d => d.Key)));
    }

    static void CheckDefinitions(Place definitions)
    {
        if (!definitions.Members().Any()) definitions.Fault("expected at least one security scheme");
        foreach (var scheme in definitions.Members())
            if (scheme.IsObject) CheckScheme(scheme);
            else scheme.Fault("expected a security scheme, an object");
    }

    static void CheckScheme(Place scheme)
    {
        var name = scheme.RequiredText("scheme");
        foreach (var text in (string[])["name", "flow", "description", "proxy", "format", "alg", "authorization", "token", "refresh"]) scheme.Text(text);
        if (name is not null && !IsKnown(name))
            scheme.Fault("scheme", $"expected one of {string.Join(", ", _schemes)}; not \"{name}\".{Nearest.Hint(name, _schemes)}");
        if (scheme.Text("in") is { } place && !_places.Contains(place))
            scheme.Fault("in", $"expected one of {string.Join(", ", _places)}; not \"{place}\"");
        if (name == "oauth2") scheme.RequiredText("flow");
        if (name == "combo" && scheme.Get("oneOf") is null == scheme.Get("allOf") is null)
            scheme.Fault("expected either \"oneOf\" or \"allOf\" in a combo scheme");
    }

    // A scheme of somebody's own carries a prefix, as in "ace:ACESecurityScheme".
    static bool IsKnown(string scheme) => _schemes.Contains(scheme) || scheme.Contains(':');
}
