using System.Text.Json;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Model.Checking;
using Microsoft.Extensions.AI;

namespace Gemeo.Assistant.Model.Talking;

/// <summary>The tools that a question may use: those that only read, whatever else was given.</summary>
sealed class ReadingTools(IReadOnlyList<AIFunction> given, LiveClaims live, int room)
{
    const int MostLetters = 6000;

    int _room = room;
    readonly Dictionary<string, AIFunction> _byName = given.Where(t => ToolMarks.Of(t) is not null).GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public IReadOnlyList<AITool> Shown => [.. _byName.Values];

    public async Task<(ChatPart Part, FunctionResultContent Result)> Call(FunctionCallContent call, CancellationToken stopping)
    {
        var arguments = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions);
        if (!_byName.TryGetValue(call.Name, out var tool)) return Refused(call, arguments, "There is no such tool.");
        if (call.Exception is not null) return Refused(call, arguments, "The arguments are not JSON.");
        try
        {
            var result = await tool.InvokeAsync(new(call.Arguments ?? new Dictionary<string, object?>()), stopping);
            var text = result as string ?? JsonSerializer.Serialize(result, AIJsonUtilities.DefaultOptions);
            var most = Math.Min(MostLetters, _room);
            if (text.Length > most) text = text[..most] + " …";
            _room = Math.Max(0, _room - text.Length);
            if (ToolMarks.Of(tool) == ToolMarks.Lab) live.Give($"{call.Name} {arguments}", text);
            return (new ChatPart.Looked(call.Name, arguments), new(call.CallId, text));
        }
        // A tool that fails must not end the answer; the model may ask otherwise.
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            return Refused(call, arguments, "The tool failed with these arguments.");
        }
    }

    static (ChatPart, FunctionResultContent) Refused(FunctionCallContent call, JsonElement arguments, string why) =>
        (new ChatPart.Looked(call.Name, arguments, why), new(call.CallId, "Error: " + why));
}
