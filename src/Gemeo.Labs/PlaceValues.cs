using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Typed members of a <see cref="Place"/>: null when absent, null and a fault when of another type.</summary>
static class PlaceValues
{
    public static string? Text(this Place place, string name)
    {
        if (place.Get(name) is not { } member) return null;
        if (member.Kind == JsonValueKind.String) return member.Value.GetString();
        member.Fault($"expected a string, not {Say(member.Kind)}");
        return null;
    }

    public static string? RequiredText(this Place place, string name)
    {
        if (place.Get(name) is null) place.Fault($"expected \"{name}\", a string");
        var text = place.Text(name);
        if (text is not null && string.IsNullOrWhiteSpace(text)) place.Fault(name, "expected a string that is not empty");
        return text;
    }

    public static bool? Flag(this Place place, string name)
    {
        if (place.Get(name) is not { } member) return null;
        if (member.Kind is JsonValueKind.True or JsonValueKind.False) return member.Value.GetBoolean();
        member.Fault($"expected true or false, not {Say(member.Kind)}");
        return null;
    }

    public static double? Number(this Place place, string name, double from = double.MinValue, double to = double.MaxValue)
    {
        if (place.Get(name) is not { } member) return null;
        if (member.Kind == JsonValueKind.Number && member.Value.TryGetDouble(out var number) && number >= from && number <= to)
            return number;
        member.Fault($"expected a number{Range(from, to)}");
        return null;
    }

    public static int? Whole(this Place place, string name, int from = 0, int to = int.MaxValue)
    {
        if (place.Get(name) is not { } member) return null;
        if (member.Kind == JsonValueKind.Number && member.Value.TryGetInt32(out var number) && number >= from && number <= to)
            return number;
        member.Fault($"expected a whole number{Range(from, to == int.MaxValue ? double.MaxValue : to)}");
        return null;
    }

    /// <summary>The member when it is an object; null and a fault when it is anything else.</summary>
    public static Place? Object(this Place place, string name)
    {
        if (place.Get(name) is not { } member) return null;
        return member.OrFault(member.IsObject, "an object");
    }

    public static Place? Array(this Place place, string name)
    {
        if (place.Get(name) is not { } member) return null;
        return member.OrFault(member.IsArray, "an array");
    }

    /// <summary>One string or an array of them, as the TD allows for <c>op</c>, <c>security</c> and <c>@type</c>.</summary>
    public static List<Place> OneOrMore(this Place place, string name)
    {
        if (place.Get(name) is not { } member) return [];
        if (member.Kind == JsonValueKind.String) return [member];
        if (member.IsArray && member.Items().Any() && member.Items().All(i => i.Kind == JsonValueKind.String))
            return [.. member.Items()];
        member.Fault("expected a string or an array of strings that is not empty");
        return [];
    }

    public static string Say(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    static Place? OrFault(this Place member, bool fits, string what)
    {
        if (fits) return member;
        member.Fault($"expected {what}, not {Say(member.Kind)}");
        return null;
    }

    static string Range(double from, double to) => (from, to) switch
    {
        (double.MinValue, double.MaxValue) => "",
        (_, double.MaxValue) => FormattableString.Invariant($", {from} or more"),
        _ => FormattableString.Invariant($" from {from} to {to}"),
    };
}
