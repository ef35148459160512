using System.Globalization;
using System.Text;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Says in a few English words what a schema wants.</summary>
static class Expectation
{
    const int Listed = 6;

    public static string Of(DataSchema schema)
    {
        if (schema.Const is { } only)
            return Reason.Quote(only);
        if (!schema.Enum.IsDefaultOrEmpty)
            return OneOf(schema.Enum.Select(one => Reason.Quote(one, 24)), schema.Enum.Length);
        if (schema.Type == DataType.Any && !schema.OneOf.IsDefaultOrEmpty)
            return OneOf(schema.OneOf.Select(Of), schema.OneOf.Length);
        return Kind(schema) + (schema.Unit is { Length: > 0 } unit ? $" ({Reason.Quote(Encoding.UTF8.GetBytes(unit), 16)})" : "");
    }

    /// <summary>The same for a text payload, where booleans are words.</summary>
    public static string OfText(DataSchema schema) =>
        schema is { Type: DataType.Boolean, Const: null } && schema.Enum.IsDefaultOrEmpty ? "ON or OFF" : Of(schema);

    public static string Name(string name) => $"\"{Reason.Quote(Encoding.UTF8.GetBytes(name))}\"";

    static string Kind(DataSchema schema) => schema.Type switch
    {
        DataType.Boolean => "true or false",
        DataType.Integer => "an integer" + Range(schema),
        DataType.Number => "a number" + Range(schema),
        DataType.String => "text" + Count(schema.MinLength, schema.MaxLength, "characters") + Pattern(schema.Pattern),
        DataType.Object => "an object",
        DataType.Array => "a list" + Count(schema.MinItems, schema.MaxItems, "items"),
        DataType.Null => "null",
        _ => "a finite number",
    };

    static string Range(DataSchema schema)
    {
        var low = schema.Minimum is { } min ? $"at least {Text(min)}" : schema.ExclusiveMinimum is { } over ? $"over {Text(over)}" : null;
        var high = schema.Maximum is { } max ? $"at most {Text(max)}" : schema.ExclusiveMaximum is { } under ? $"under {Text(under)}" : null;
        var range = schema is { Minimum: not null, Maximum: not null }
            ? $" between {Text(schema.Minimum.Value)} and {Text(schema.Maximum.Value)}"
            : (low, high) switch
            {
                (null, null) => "",
                (_, null) => $" of {low}",
                (null, _) => $" of {high}",
                _ => $" of {low} and {high}",
            };
        return schema.MultipleOf is { } step ? $"{range} in steps of {Text(step)}" : range;
    }

    static string Count(int? least, int? most, string what) => (least, most) switch
    {
        (null, null) => "",
        (_, null) => $" of at least {least} {what}",
        (null, _) => $" of at most {most} {what}",
        _ => $" of {least} to {most} {what}",
    };

    static string Pattern(string? pattern) =>
        pattern is null ? "" : $" that matches {Reason.Quote(Encoding.UTF8.GetBytes(pattern))}";

    static string OneOf(IEnumerable<string> all, int count) =>
        $"one of {string.Join(", ", all.Take(Listed))}{(count > Listed ? ", …" : "")}";

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
