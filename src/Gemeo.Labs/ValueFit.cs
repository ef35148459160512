using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Whether a value that the lab itself writes (a shortcut's input, a confirming value) fits a data schema.</summary>
static class ValueFit
{
    /// <summary>Null when it fits; else what was expected.</summary>
    public static string? Fault(JsonElement value, DataSchema schema) =>
        TypeFault(value, schema.Type) ?? ListFault(value, schema) ?? RangeFault(value, schema)
        ?? LengthFault(value, schema) ?? PartFault(value, schema);

    static string? TypeFault(JsonElement value, DataType type)
    {
        var fits = type switch
        {
            DataType.Any => true,
            DataType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            DataType.Integer => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            DataType.Number => value.ValueKind == JsonValueKind.Number,
            DataType.String => value.ValueKind == JsonValueKind.String,
            DataType.Object => value.ValueKind == JsonValueKind.Object,
            DataType.Array => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Null,
        };
        return fits ? null : $"expected a value of type {type.ToString().ToLowerInvariant()}, not {PlaceValues.Say(value.ValueKind)}";
    }

    static string? ListFault(JsonElement value, DataSchema schema)
    {
        if (!schema.Enum.IsDefaultOrEmpty && !schema.Enum.Any(e => Same(value, e)))
            return $"expected one of {string.Join(", ", schema.Enum.Select(System.Text.Encoding.UTF8.GetString))}";
        return schema.Const is { } only && !Same(value, only) ? $"expected {System.Text.Encoding.UTF8.GetString(only)}" : null;
    }

    static bool Same(JsonElement value, byte[] json) => JsonElement.DeepEquals(value, JsonElement.Parse(json));

    static string? RangeFault(JsonElement value, DataSchema schema)
    {
        if (value.ValueKind != JsonValueKind.Number) return null;
        var number = value.GetDouble();
        if (number < schema.Minimum || number <= schema.ExclusiveMinimum) return "expected a number that is not below the minimum";
        if (number > schema.Maximum || number >= schema.ExclusiveMaximum) return "expected a number that is not above the maximum";
        return schema.MultipleOf is { } step && !IsMultiple(number, step)
            ? FormattableString.Invariant($"expected a multiple of {step}") : null;
    }

    // 0.3 / 0.1 is 2.9999999999999996: allow for what doubles cannot hold.
    static bool IsMultiple(double number, double step)
    {
        var times = number / step;
        return Math.Abs(times - Math.Round(times)) <= 1e-9 * Math.Max(1, Math.Abs(times));
    }

    static string? LengthFault(JsonElement value, DataSchema schema)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        var length = value.GetString()!.Length;
        return length < schema.MinLength || length > schema.MaxLength
            ? $"expected a text of {schema.MinLength ?? 0} to {schema.MaxLength?.ToString() ?? "any number of"} characters" : null;
    }

    static string? PartFault(JsonElement value, DataSchema schema)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in schema.Required.IsDefault ? [] : schema.Required)
            if (!value.TryGetProperty(name, out _)) return $"expected a member \"{name}\"";
        foreach (var member in value.EnumerateObject())
            if (schema.Properties?.GetValueOrDefault(member.Name) is { } part && Fault(member.Value, part) is { } fault)
                return $"{member.Name}: {fault}";
        return null;
    }
}
