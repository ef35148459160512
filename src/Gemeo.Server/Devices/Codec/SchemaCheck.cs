using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Checks a value against a W3C data schema, for devices' reports and for people's input alike.</summary>
public static class SchemaCheck
{
    /// <summary>Null when the value fits; else what was expected and what came, beginning with <c>at /pointer:</c> for a nested place.
    /// Never throws; at most 200 characters.</summary>
    public static string? Fault(DataSchema schema, ReadOnlySpan<byte> json) =>
        !Utf8.IsValid(json) ? "invalid UTF-8"
        : JsonScan.Fault(json) is { } fault ? fault
        : FaultOfValid(schema, json.Trim(" \t\r\n"u8));

    /// <summary>The same for bytes that are known to be one JSON value without white space around it.</summary>
    internal static string? FaultOfValid(DataSchema schema, ReadOnlySpan<byte> json) =>
        Check(schema, json) is { } fault ? Reason.Bound(fault.ToString()) : null;

    internal static Fault? Check(DataSchema schema, ReadOnlySpan<byte> json)
    {
        var fault = IsOfType(schema.Type, json) ? Inside(schema, json) : Unexpected(schema, json);
        if (fault is null && schema.Const is { } only && !JsonText.Same(only, json))
            return Unexpected(schema, json);
        if (fault is null && !schema.Enum.IsDefaultOrEmpty && !IsListed(schema, json))
            return Unexpected(schema, json);
        return fault ?? (schema.OneOf.IsDefaultOrEmpty ? null : Alternatives(schema, json));
    }

    internal static Fault Unexpected(DataSchema schema, ReadOnlySpan<byte> json) =>
        new("", $"expected {Expectation.Of(schema)}, got {Reason.Quote(json)}");

    static bool IsOfType(DataType type, ReadOnlySpan<byte> json) => type switch
    {
        DataType.Boolean => json[0] is (byte)'t' or (byte)'f',
        DataType.Integer or DataType.Number => json[0] == '-' || char.IsAsciiDigit((char)json[0]),
        DataType.String => json[0] == '"',
        DataType.Object => json[0] == '{',
        DataType.Array => json[0] == '[',
        DataType.Null => json[0] == 'n',
        _ => true,
    };

    static Fault? Inside(DataSchema schema, ReadOnlySpan<byte> json) => (char)json[0] switch
    {
        '"' => TextCheck.Fault(schema, json),
        '{' => ContainerCheck.Object(schema, json),
        '[' => ContainerCheck.Array(schema, json),
        't' or 'f' or 'n' => null,
        _ => NumberCheck.Fits(schema, json) ? null : Unexpected(schema, json),
    };

    static bool IsListed(DataSchema schema, ReadOnlySpan<byte> json)
    {
        foreach (var one in schema.Enum)
            if (JsonText.Same(one, json))
                return true;
        return false;
    }

    static Fault? Alternatives(DataSchema schema, ReadOnlySpan<byte> json)
    {
        var fits = 0;
        foreach (var one in schema.OneOf)
            if (Check(one, json) is null)
                fits++;
        return fits switch
        {
            1 => null,
            0 => Unexpected(schema, json),
            _ => new("", $"expected exactly one alternative to fit, got {Reason.Quote(json)}, which fits {fits}"),
        };
    }
}

/// <summary>A fault and its place; the place grows from the inside out.</summary>
sealed record Fault(string Pointer, string Message)
{
    const int LongestPointer = 100;

    public Fault Under(string name) =>
        this with { Pointer = $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{Pointer}" };

    public override string ToString()
    {
        if (Pointer.Length == 0)
            return Message;
        var place = Reason.Quote(Encoding.UTF8.GetBytes(Pointer), LongestPointer);
        return $"at {place}: {Message}";
    }
}
