using Gemeo.Labs;

namespace Gemeo.Devices.Codec;

/// <summary>Members of objects and items of arrays.</summary>
static class ContainerCheck
{
    public static Fault? Object(DataSchema schema, ReadOnlySpan<byte> json)
    {
        if (!schema.Required.IsDefaultOrEmpty)
            foreach (var name in schema.Required)
                if (!Has(json, name))
                    return new Fault("", $"expected the member {Expectation.Name(name)}, got {Reason.Quote(json)}");
        return schema.Properties is { Count: > 0 } ? Members(schema, json) : null;
    }

    public static Fault? Array(DataSchema schema, ReadOnlySpan<byte> json)
    {
        var items = new JsonChildren(json);
        var count = 0;
        while (items.Next())
        {
            count++;
            if (schema.Items is { } kind && SchemaCheck.Check(kind, items.Value) is { } fault)
                return fault.Under(items.Name());
        }
        return count < schema.MinItems || count > schema.MaxItems ? SchemaCheck.Unexpected(schema, json) : null;
    }

    static Fault? Members(DataSchema schema, ReadOnlySpan<byte> json)
    {
        var members = new JsonChildren(json);
        while (members.Next())
        {
            if (!schema.Properties!.TryGetValue(members.Name(), out var kind))
                continue;
            if (SchemaCheck.Check(kind, members.Value) is { } fault)
                return fault.Under(members.Name());
        }
        return null;
    }

    static bool Has(ReadOnlySpan<byte> json, string name)
    {
        var members = new JsonChildren(json);
        while (members.Next())
            if (members.IsNamed(name))
                return true;
        return false;
    }
}
