using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gemeo.Labs;

/// <summary>Reads a W3C data schema (TD 1.1 §5.3.2).</summary>
static class DataSchemaReader
{
    public static DataSchema Read(Place place)
    {
        if (place.Depth > 64) return DataSchema.Any;
        CheckWords(place);
        return Ranged(place, new(Type(place), place.Text("unit"))) with
        {
            Pattern = Pattern(place),
            Enum = Enumeration(place),
            Const = place.Get("const") is { } only ? CompactJson.Of(only.Value) : null,
            Items = Items(place),
            Properties = Properties(place),
            Required = Required(place),
            OneOf = OneOf(place),
        };
    }

    static DataSchema Ranged(Place place, DataSchema schema)
    {
        Ordered(place, "minimum", "maximum");
        Ordered(place, "minLength", "maxLength");
        Ordered(place, "minItems", "maxItems");
        return schema with
        {
            Minimum = place.Number("minimum"),
            Maximum = place.Number("maximum"),
            ExclusiveMinimum = place.Number("exclusiveMinimum"),
            ExclusiveMaximum = place.Number("exclusiveMaximum"),
            MultipleOf = place.Number("multipleOf", double.Epsilon),
            MinLength = place.Whole("minLength"),
            MaxLength = place.Whole("maxLength"),
            MinItems = place.Whole("minItems"),
            MaxItems = place.Whole("maxItems"),
        };
    }

    static DataType Type(Place place) => place.Text("type") switch
    {
        null => DataType.Any,
        "boolean" => DataType.Boolean,
        "integer" => DataType.Integer,
        "number" => DataType.Number,
        "string" => DataType.String,
        "object" => DataType.Object,
        "array" => DataType.Array,
        "null" => DataType.Null,
        var other => UnknownType(place, other),
    };

    static DataType UnknownType(Place place, string type)
    {
        string[] known = ["boolean", "integer", "number", "string", "object", "array", "null"];
        place.Fault("type", $"expected one of {string.Join(", ", known)}; not \"{type}\".{Nearest.Hint(type, known)}");
        return DataType.Any;
    }

    static void Ordered(Place place, string least, string most)
    {
        if (Plain(place, least) is { } from && Plain(place, most) is { } to && from > to)
            place.Fault(most, FormattableString.Invariant($"expected {most} to be {least} ({from}) or more, not {to}"));
    }

    static double? Plain(Place place, string name) =>
        place.Get(name) is { Kind: JsonValueKind.Number } number && number.Value.TryGetDouble(out var value) ? value : null;

    static string? Pattern(Place place)
    {
        if (place.Text("pattern") is not { } pattern) return null;
        try
        {
            // Linear time only: a lab that somebody sends must not be able to hang the server.
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return pattern;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            place.Fault("pattern", $"expected a regular expression (without look-around or back-references): {fault.Message}");
            return null;
        }
    }

    static ImmutableArray<byte[]> Enumeration(Place place)
    {
        if (place.Array("enum") is not { } values) return default;
        if (!values.Items().Any()) values.Fault("expected at least one allowed value");
        return [.. values.Items().Select(v => CompactJson.Of(v.Value))];
    }

    // TD 1.1 also allows a list of schemas, one for each place; then any item is let through.
    static DataSchema? Items(Place place)
    {
        if (place.Get("items") is not { } items) return null;
        if (items.IsObject) return Read(items);
        if (!items.IsArray) items.Fault("expected a data schema or an array of them");
        foreach (var item in items.Items()) Part(item);
        return null;
    }

    static FrozenDictionary<string, DataSchema>? Properties(Place place) =>
        place.Object("properties")?.Members().ToDictionary(p => p.Key, Part).ToFrozenDictionary();

    static ImmutableArray<string> Required(Place place)
    {
        if (place.Array("required") is not { } names) return default;
        foreach (var name in names.Items().Where(n => n.Kind != JsonValueKind.String)) name.Fault("expected a string");
        return [.. names.Items().Where(n => n.Kind == JsonValueKind.String).Select(n => n.Value.GetString()!)];
    }

    static ImmutableArray<DataSchema> OneOf(Place place) =>
        place.Array("oneOf") is { } parts ? [.. parts.Items().Select(Part)] : default;

    static DataSchema Part(Place part)
    {
        if (part.IsObject) return Read(part);
        part.Fault("expected a data schema, an object");
        return DataSchema.Any;
    }

    static void CheckWords(Place place)
    {
        HumanWords.Check(place);
        place.Flag("readOnly");
        place.Flag("writeOnly");
        place.Text("format");
    }
}
