using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Tools;
using Gemeo.Hosting;
using Gemeo.Linguistics;
using Gemeo.Log;

namespace Gemeo.Assistant.Chat;

/// <summary>The parts of an answer as they leave the house; each says its <c>type</c>.</summary>
static class PartJson
{
    /// <summary>Null for what is nobody's business outside.</summary>
    public static JsonObject? Of(ChatPart part, Lang lang) => part switch
    {
        ChatPart.Text text => new() { ["type"] = "text", ["text"] = text.Delta },
        ChatPart.Cited cited => Typed("citation", cited.Citation),
        ChatPart.Looked looked => new() { ["type"] = "looked", ["tool"] = looked.Tool, ["error"] = looked.Error },
        ChatPart.Note note => new() { ["type"] = "note", ["code"] = note.Code, ["text"] = note.Words.In(lang) },
        ChatPart.Failed failed => new() { ["type"] = "note", ["code"] = failed.Code, ["text"] = failed.Words.In(lang) },
        Deed deed => Of(deed, lang),
        Confirming confirming => new()
        {
            ["type"] = "question",
            ["text"] = confirming.Question,
            ["until"] = Instant.Iso(Instant.Of(confirming.Until)),
            ["steps"] = new JsonArray([.. confirming.Steps.Select(Of)]),
        },
        Finished finished => new() { ["type"] = "done", ["conversation"] = finished.Conversation, ["language"] = Tag(finished.Lang), ["intent"] = Camel(finished.Intent) },
        Broken broken => Clean(new() { ["type"] = "error", ["status"] = broken.Fault.Status, ["code"] = broken.Fault.Code, ["erro"] = broken.Fault.In(Tag(lang)), ["detail"] = broken.Detail }),
        _ => null,
    };

    static JsonObject Of(Deed deed, Lang lang)
    {
        var json = Of(deed.Step);
        json["type"] = "action";
        json["state"] = deed.Command is { } command ? JsonSerializer.SerializeToNode(command.State, JsonStyle.Web) : null;
        json["already"] = deed.IsAlready;
        json["command"] = deed.Command?.Id;
        json["code"] = deed.Fault?.Code;
        json["erro"] = deed.Fault?.In(Tag(lang));
        return Clean(json);
    }

    public static JsonObject Of(Step step) => Clean(new()
    {
        ["thing"] = step.Thing.Id,
        ["action"] = step.Action,
        ["property"] = step.Property,
        ["input"] = step.Input is { } input ? JsonNode.Parse(input.GetRawText()) : null,
        ["delta"] = step.Delta,
    });

    /// <summary>What is kept beside the words of an answer; null when there is nothing.</summary>
    public static JsonElement? Beside(IReadOnlyList<ChatPart> parts, Lang lang)
    {
        var kept = parts.Where(p => p is ChatPart.Cited or Deed or Confirming).Select(p => Of(p, lang)).OfType<JsonObject>().ToArray();
        return kept.Length == 0 ? null : JsonSerializer.SerializeToElement(new JsonArray(kept), JsonStyle.Web);
    }

    public static string Tag(Lang lang) => lang == Lang.Pt ? "pt" : "en";

    static JsonObject Typed<T>(string type, T value)
    {
        var json = JsonSerializer.SerializeToNode(value, JsonStyle.Web)!.AsObject();
        json.Insert(0, "type", type);
        return json;
    }

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static JsonObject Clean(JsonObject json)
    {
        foreach (var name in json.Where(p => p.Value is null).Select(p => p.Key).ToArray()) json.Remove(name);
        return json;
    }
}
