namespace Gemeo.Labs;

/// <summary>Each word of <c>gemeo:words</c> must mean a value that the data schema allows.</summary>
static class WordsFit
{
    public static void Check(IEnumerable<Place> forms, DataSchema schema)
    {
        foreach (var word in forms.SelectMany(f => f.Get("gemeo:words")?.Members() ?? []))
            if (ValueFit.Fault(word.Value, schema) is { } fault)
                word.Fault($"{fault}, as the data schema says");
    }
}
