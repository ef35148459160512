using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>What is sent: <c>gemeo:template</c>, with <c>{{value}}</c>, <c>{{value/pointer}}</c> and <c>{{id}}</c>.</summary>
static partial class Templates
{
    public static string? Read(Place form, bool json, bool writes)
    {
        if (form.Get("gemeo:template") is not { } template) return null;
        if (!writes) template.Fault("expected \"gemeo:template\" only in a form that sends (writeproperty, invokeaction)");
        if (template.Kind is JsonValueKind.String) return Text(template, template.Value.GetString()!, json);
        if (!json) template.Fault("expected a string, since the contentType is not JSON");
        else if (!template.IsObject && !template.IsArray) template.Fault("expected a string, or the JSON that is sent");
        return Text(template, Bare(Encoding.UTF8.GetString(CompactJson.Of(template.Value))), json);
    }

    public static bool UsesValue(string template) => Holes().Matches(template).Any(h => h.Groups[1].Value != "id");

    // In JSON, "{{value}}" alone is the value itself, as in a Thing Model: a number stays a number.
    static string Bare(string json) => WholeHoles().Replace(json, "{{$1}}");

    static string Text(Place place, string template, bool json)
    {
        foreach (Match hole in Holes().Matches(template))
            if (!IsKnown(hole.Groups[1].Value))
                place.Fault($"expected {{{{value}}}}, {{{{value/pointer}}}} or {{{{id}}}} in a template, not {hole.Value}");
        if (json && !IsJson(template)) place.Fault("expected a template that is JSON once {{value}} and {{id}} are filled in");
        return template;
    }

    static bool IsKnown(string hole) =>
        hole is "value" or "id" || (hole.StartsWith("value/", StringComparison.Ordinal) && JsonPointer.IsValid(hole[5..]));

    static bool IsJson(string template)
    {
        // 0 stands for a value both inside a string and outside one.
        var filled = Holes().Replace(template, "0");
        try
        {
            _ = JsonElement.Parse(filled);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"""\{\{\s*(value[^{}""]*?)\s*\}\}""")]
    private static partial Regex WholeHoles();
}
