using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Gemeo.Assistant.Grounding;
using Gemeo.Hosting;
using Gemeo.Linguistics;
using Microsoft.Extensions.Options;

namespace Gemeo.Assistant.Chat;

/// <summary>An answer on its way to the caller: events as they come, or all of it in one document.</summary>
public sealed class ChatStream(IOptions<Settings> settings, TimeProvider time)
{
    public async Task<IResult> Answer(HttpContext http, Heard heard, ChannelReader<ChatPart> parts)
    {
        http.Response.Headers.Append("Vary", "Accept");
        var lang = heard.Lang ?? Lang.Pt;
        return WantsDocument(http.Request) ? await Document(parts, lang, http.RequestAborted) : await Events(http, heard, parts, lang);
    }

    // A program that takes anything gets the stream.
    static bool WantsDocument(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double Of(string type) => accepted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Of("application/json") is > 0 and var json && json > Of("text/event-stream");
    }

    async Task<IResult> Events(HttpContext http, Heard heard, ChannelReader<ChatPart> parts, Lang lang)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would gather it otherwise
        var cancel = http.RequestAborted;
        try
        {
            await Send(http.Response, new() { ["type"] = "start", ["conversation"] = heard.Conversation }, cancel);
            while (await More(http.Response, parts, cancel))
                while (parts.TryRead(out var part))
                    if (PartJson.Of(part, lang) is { } json) await Send(http.Response, json, cancel);
        }
        catch (Exception why) when (why is OperationCanceledException or IOException) { http.Abort(); }
        return Results.Empty;
    }

    /// <summary>Waits for the next part, with a sign of life for the proxies between now and then.</summary>
    async Task<bool> More(HttpResponse response, ChannelReader<ChatPart> parts, CancellationToken cancel)
    {
        var waiting = parts.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            try { return await waiting.WaitAsync(TimeSpan.FromSeconds(settings.Value.Live.Heartbeat), time, cancel); }
            catch (TimeoutException)
            {
                await response.WriteAsync(":\n\n", cancel);
                await response.Body.FlushAsync(cancel);
            }
        }
    }

    static async Task Send(HttpResponse response, JsonObject part, CancellationToken cancel)
    {
        await response.WriteAsync($"event: {part["type"]}\ndata: {part.ToJsonString(JsonStyle.Web)}\n\n", Encoding.UTF8, cancel);
        await response.Body.FlushAsync(cancel);
    }

    static async Task<IResult> Document(ChannelReader<ChatPart> parts, Lang lang, CancellationToken cancel)
    {
        var (text, lists, answer) = (new StringBuilder(), new Dictionary<string, JsonArray> { ["citation"] = [], ["action"] = [], ["note"] = [] }, new JsonObject());
        await foreach (var part in parts.ReadAllAsync(cancel))
        {
            if (part is Broken broken) return new Problem(broken.Fault, broken.Detail, lists["action"].Count == 0 ? null : new Dictionary<string, object?> { ["actions"] = lists["action"] });
            if (PartJson.Of(part, lang) is not { } json) continue;
            var type = json["type"]!.GetValue<string>();
            json.Remove("type");
            if (type == "text") text.Append(json["text"]!.GetValue<string>());
            else if (lists.TryGetValue(type, out var list)) list.Add(json);
            else if (type == "question") answer["question"] = json;
            else if (type == "done") foreach (var (name, value) in json.ToArray()) answer[name] = value?.DeepClone();
        }
        answer["text"] = text.ToString();
        foreach (var (type, list) in lists) answer[type + "s"] = list;
        return TypedResults.Text(answer.ToJsonString(JsonStyle.Web), "application/json", Encoding.UTF8);
    }
}
