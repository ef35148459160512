using System.Text.Json;
using Gemeo.Access.Rights;
using Gemeo.Assistant.Conversations;
using Gemeo.Hosting;
using Gemeo.Linguistics;
using Gemeo.Things;
using Microsoft.AspNetCore.Http.Features;

namespace Gemeo.Assistant.Chat;

/// <summary><c>POST /chat</c>: a message in, an answer out as it comes.</summary>
public sealed class ChatApi(ChatDesk desk, ConversationStore conversations, ChatStream stream)
{
    public const int MostCharacters = 4000, MostBytes = 64 << 10;
    const int MostRoom = 200, MostId = 64;

    public async Task<IResult> Post(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var (body, fault) = await JsonBody.Read(http, required: true);
        if (fault is not null) return fault;
        if (Read(body!.Value, out var message, out var conversation, out var room, out var lang) is { } bad) return new Problem(Fault.BadInput, bad);
        var person = Caller.Person(http);
        if (conversation is not null && conversations.Find(person, conversation) is null) return new Problem(Fault.NoConversation);
        var heard = new Heard(message, conversation ?? conversations.Begin(person, message), "chat:" + Caller.Name(http),
            lang ?? (Language.Of(http) == "en" ? Lang.En : Lang.Pt), room);
        return await stream.Answer(http, heard, desk.Hear(heard, person, http.RequestAborted));
    }

    /// <summary>What is wrong with a body; null when nothing is.</summary>
    static string? Read(JsonElement body, out string message, out string? conversation, out string? room, out Lang? lang)
    {
        (message, conversation, room, lang) = ("", null, null, null);
        if (body.ValueKind != JsonValueKind.Object) return "expected {\"message\": \"…\"}";
        if (Text(body, "message", MostCharacters, out var said) is { } bad) return bad;
        if (string.IsNullOrWhiteSpace(said)) return $"message: expected a text of 1 to {MostCharacters} characters";
        message = said;
        if (Text(body, "conversation", MostId, out conversation) is { } worse) return worse;
        if (Text(body, "room", MostRoom, out room) is { } wrong) return wrong;
        if (Text(body, "language", 35, out var tag) is { } worst) return worst;
        if (tag is null) return null;
        lang = tag.StartsWith("pt", StringComparison.OrdinalIgnoreCase) ? Lang.Pt : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Lang.En : null;
        return lang is null ? "language: expected pt or en" : null;
    }

    static string? Text(JsonElement body, string name, int most, out string? text)
    {
        text = null;
        if (!body.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.String) return $"{name}: expected a text";
        text = given.GetString()!;
        return text.Length <= most ? null : $"{name}: at most {most} characters, got {text.Length}";
    }
}

public static class ChatRoutes
{
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        // An answer may hold an order, which waits for its device.
        routes.MapPost("/chat", (HttpContext http, ChatApi chat) => chat.Post(http)).For(Role.Viewer, byTools: true).WithTags("Assistant")
            .WithRequestTimeout(OrderOutcome.LongestTimeout + TimeSpan.FromMinutes(1))
            .WithSummary("Says {message, conversation?, room?, language?} to the assistant; the answer streams as server-sent events, or comes as one JSON document to who accepts application/json only (docs/assistant.md).");
        var kept = routes.MapGroup("/conversations").WithTags("Assistant");
        kept.MapGet("/", List).For(Role.Viewer).WithSummary("The caller's own conversations, newest first: {items: [{id, title, created, used, messages}], next}.");
        kept.MapGet("/{id}", Get).For(Role.Viewer).WithSummary("What was said in one, oldest first.");
        kept.MapDelete("/{id}", Delete).For(Role.Viewer).WithSummary("Forgets one.");
    }

    static IResult List(HttpContext http, ConversationStore conversations, int? limit)
    {
        if (limit is < 1 or > ConversationStore.MostOfOne) return new Problem(Fault.BadQuery, $"limit: expected 1 to {ConversationStore.MostOfOne}");
        // All that one person may have fit one page.
        return TypedResults.Json(new { items = conversations.Of(Caller.Person(http), limit ?? ConversationStore.MostOfOne), next = (string?)null }, JsonStyle.Web);
    }

    static IResult Get(HttpContext http, ConversationStore conversations, string id)
    {
        if (conversations.Read(Caller.Person(http), id) is not (var conversation, var messages)) return new Problem(Fault.NoConversation);
        return TypedResults.Json(new { conversation.Id, conversation.Title, conversation.Created, conversation.Used, messages }, JsonStyle.Web);
    }

    static IResult Delete(HttpContext http, ConversationStore conversations, string id) =>
        conversations.Delete(Caller.Person(http), id) ? TypedResults.NoContent() : new Problem(Fault.NoConversation);
}
