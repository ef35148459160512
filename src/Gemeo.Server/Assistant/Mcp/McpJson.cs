using System.Text.Json;
using Gemeo.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gemeo.Assistant.Mcp;

/// <summary>How the tools' arguments come in and their results go out.</summary>
static class McpJson
{
    /// <summary>Each server's own: a tool made with them stays as long as they do, and with it the server.</summary>
    public static JsonSerializerOptions Options()
    {
        var options = JsonStyle.Apply(new(McpJsonUtilities.DefaultOptions) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    public static CallToolResult Result(object value) => new()
    {
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(value, JsonStyle.Web) }],
        StructuredContent = JsonSerializer.SerializeToElement(value, JsonStyle.Web),
    };

    /// <summary>It did not work: a code, and a sentence for whoever asked.</summary>
    public static CallToolResult Refusal(string code, string sentence, object? more = null) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = sentence }],
        StructuredContent = JsonSerializer.SerializeToElement(new { code, error = sentence, result = more }, JsonStyle.Web),
    };

    public static CallToolResult Refusal(Fault fault, string? detail = null, object? more = null) =>
        Refusal(fault.Code, detail is null ? fault.En : $"{fault.En} ({detail})", more);
}
