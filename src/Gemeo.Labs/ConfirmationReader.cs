namespace Gemeo.Labs;

/// <summary>Reads <c>gemeo:confirmedBy</c>.</summary>
static class ConfirmationReader
{
    public static Confirmation? Read(Place action, DataSchema? input, IReadOnlyDictionary<string, PropertyAffordance> properties)
    {
        if (action.Object("gemeo:confirmedBy") is not { } by) return null;
        foreach (var extra in by.Members().Where(m => m.Key is not ("property" or "equals" or "input")))
            extra.Fault($"expected only \"property\" and either \"equals\" or \"input\"; not \"{extra.Key}\"");
        if (by.RequiredText("property") is not { } name) return null;
        if (Confirming(by, name, properties) is { } property) CheckValue(by, property, input);
        return new(name, by.Get("equals")?.Value, by.Text("input") ?? "");
    }

    static PropertyAffordance? Confirming(Place by, string name, IReadOnlyDictionary<string, PropertyAffordance> properties)
    {
        if (!properties.TryGetValue(name, out var property))
            by.Fault("property", $"expected a property of this Thing; \"{name}\" is none.{Nearest.Hint(name, properties.Keys)}");
        else if (property.Read is null)
            by.Fault("property", $"expected a property that the device reports; \"{name}\" has no form with readproperty");
        return property;
    }

    static void CheckValue(Place by, PropertyAffordance property, DataSchema? input)
    {
        if (by.Get("equals") is { } value)
        {
            if (ValueFit.Fault(value.Value, property.Schema) is { } fault) value.Fault($"{fault}, as \"{property.Name}\" says");
            if (by.Get("input") is not null) by.Fault("input", "expected either \"equals\" or \"input\", not both");
        }
        else if (input is null) by.Fault("expected \"equals\", or an \"input\" in the action that is to be reported");
        else if (by.Text("input") is { } pointer && !JsonPointer.IsValid(pointer))
            by.Fault("input", $"expected a JSON pointer such as \"/level\", not \"{pointer}\"");
    }
}
