using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Gemeo.Hosting.Shapes;

/// <summary>What the answers look like (<c>shapes.json</c>): much of the JSON is written straight from the log, so no type tells it.
/// That real answers have these shapes is tested.</summary>
static class ApiShapes
{
    const string Json = "application/json";

    static readonly JsonNode _file = Read();
    static readonly FrozenDictionary<string, string> _answers = _file["answers"]!.AsObject().ToFrozenDictionary(a => a.Key, a => a.Value!.GetValue<string>());

    /// <summary>Puts the shapes among the document's components.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        var shapes = OpenApiDocument.Parse(_file["document"]!.ToJsonString(), "json").Document!;
        foreach (var (name, shape) in shapes.Components!.Schemas!) document.AddComponent(name, shape);
    }

    /// <summary>Says what an operation answers when all went well.</summary>
    public static void Complete(OpenApiOperation operation, string method, string path, OpenApiDocument document)
    {
        if (!_answers.TryGetValue($"{method} {(path.Length > 1 ? path.TrimEnd('/') : path)}", out var shape)) return;
        foreach (var (status, response) in operation.Responses!)
            if (status is "200" or "202" && response is OpenApiResponse answer)
                answer.Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = new OpenApiSchemaReference(shape, document) } };
    }

    static JsonNode Read()
    {
        using var stream = typeof(ApiShapes).Assembly.GetManifestResourceStream("Gemeo.Shapes.json")!;
        return JsonNode.Parse(stream)!;
    }
}
