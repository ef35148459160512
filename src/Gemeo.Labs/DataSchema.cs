using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Gemeo.Labs;

public enum DataType { Any, Boolean, Integer, Number, String, Object, Array, Null }

/// <summary>The W3C data schema of a value: what may be reported or asked, with its unit and range.</summary>
/// <param name="Enum">Allowed values as compact UTF-8 JSON; empty for any.</param>
/// <param name="Const">The only value, as compact UTF-8 JSON.</param>
public sealed record DataSchema(
    DataType Type,
    string? Unit = null,
    double? Minimum = null,
    double? Maximum = null,
    double? ExclusiveMinimum = null,
    double? ExclusiveMaximum = null,
    double? MultipleOf = null,
    int? MinLength = null,
    int? MaxLength = null,
    string? Pattern = null,
    int? MinItems = null,
    int? MaxItems = null,
    ImmutableArray<byte[]> Enum = default,
    byte[]? Const = null,
    DataSchema? Items = null,
    FrozenDictionary<string, DataSchema>? Properties = null,
    ImmutableArray<string> Required = default,
    ImmutableArray<DataSchema> OneOf = default)
{
    public static DataSchema Any { get; } = new(DataType.Any);
}
