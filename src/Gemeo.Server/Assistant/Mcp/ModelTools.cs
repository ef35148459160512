using System.Text.Json;
using Gemeo.Assistant.Model;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;

namespace Gemeo.Assistant.Mcp;

/// <summary>What MCP clients may read, for the house's own model: the same tools by the same names. None of them acts.</summary>
public sealed class ModelTools(ReadingTools reading)
{
    public IReadOnlyList<AIFunction> All { get; } = Make(reading, McpJson.Options());

    static AIFunction[] Make(ReadingTools reading, JsonSerializerOptions json) =>
    [
        Of(reading.ListThings, json, "list_things", "The lab's things with ids, titles, rooms, whether they answer, and present values of their properties.", ToolMarks.Lab),
        Of(reading.ReadProperty, json, "read_property", "A property as its device last reported it, when, and whether the device answers now.", ToolMarks.Lab),
        Of(reading.ReadHistory, json, "read_history", "What a property was over a time: max, min, mean, series, last, since, change; with equals also count, duration and who.", ToolMarks.Lab),
    ];

    static AIFunction Of(Delegate method, JsonSerializerOptions json, string name, string description, string reads) => AIFunctionFactory.Create(method, new AIFunctionFactoryOptions
    {
        Name = name,
        Description = description,
        SerializerOptions = json,
        AdditionalProperties = new Dictionary<string, object?> { [ToolMarks.Reads] = reads },
        MarshalResult = (result, _, _) => new(((CallToolResult)result!).Content.OfType<TextContentBlock>().First().Text),
    });
}
