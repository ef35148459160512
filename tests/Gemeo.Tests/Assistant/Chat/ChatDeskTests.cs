using Gemeo.Access.Rights;
using Gemeo.Assistant.Chat;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Tools;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Assistant.Chat;

/// <summary>The desk over a real lab, with a clock and a library that the test holds.</summary>
public sealed class ChatDeskTests
{
    readonly FakeTimeProvider _clock = new(new(2026, 3, 11, 18, 30, 0, TimeSpan.Zero));

    static readonly Source _found = new("d1", "Regras.pdf", 3, "Reservas", "A sala 5G se reserva com dois dias de antecedência.", 40, Lang.Pt, 0.8);

    ChatDesk Desk(IServiceProvider of, DocumentAnswers? documents = null) => new(
        of.GetRequiredService<LabListener>(), of.GetRequiredService<LabAnswers>(), of.GetRequiredService<ChatOrders>(), documents ?? of.GetRequiredService<DocumentAnswers>(),
        of.GetRequiredService<ConversationStore>(), of.GetRequiredService<Turns>(), _clock, NullLogger<ChatDesk>.Instance);

    static async Task<List<ChatPart>> Say(ChatDesk desk, string conversation, string text)
    {
        Acting.For(Identity.Machine);
        var parts = new List<ChatPart>();
        await foreach (var part in desk.Hear(new(text, conversation, "chat:test", Lang.Pt, null), "local", default).ReadAllAsync()) parts.Add(part);
        Assert.IsType<Finished>(parts[^1]);
        return parts;
    }

    static string Words(IEnumerable<ChatPart> parts) => string.Concat(parts.OfType<ChatPart.Text>().Select(t => t.Delta));

    [Fact]
    public async Task A_yes_that_comes_too_late_does_nothing()
    {
        await using var rig = await ChatRig.Start();
        var desk = Desk(rig.Server.Services);
        var id = rig.Server.Services.GetRequiredService<ConversationStore>().Begin("local", "oi");
        Assert.Contains(await Say(desk, id, "desligue o rádio"), p => p is Confirming);
        _clock.Advance(ChatOrders.YesWithin + TimeSpan.FromSeconds(1));
        var late = await Say(desk, id, "sim");
        Assert.Contains("Passou tempo demais", Words(late), StringComparison.Ordinal);
        Assert.DoesNotContain(late, p => p is Deed);
        Assert.Contains(await Say(desk, id, "desligue o rádio"), p => p is Confirming);
        _clock.Advance(ChatOrders.YesWithin - TimeSpan.FromSeconds(1));
        Assert.Contains(await Say(desk, id, "sim"), p => p is Deed { IsDone: true });
        _clock.Advance(ChatOrders.UndoWithin + TimeSpan.FromSeconds(1));
        Assert.Contains("Não há ordem recente", Words(await Say(desk, id, "desfaz")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_in_documents_is_handed_to_who_writes_the_answer_with_what_was_said_before()
    {
        await using var server = await TestServer.Start();
        var store = server.Services.GetRequiredService<ConversationStore>();
        DocumentQuestion? asked = null;
        async IAsyncEnumerable<ChatPart> Answer(DocumentQuestion question, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            asked = question;
            await Task.CompletedTask;
            yield return new ChatPart.Text("Com dois dias de antecedência [1].");
            yield return new ChatPart.Cited(Citation.Of(1, question.Sources[0], 0, 12));
        }
        var desk = Desk(server.Services, new((_, limit, _) => Task.FromResult<IReadOnlyList<Source>>(limit > 0 ? [_found] : []), Answer, store));
        var id = store.Begin("local", "oi");
        await Say(desk, id, "oi");
        var parts = await Say(desk, id, "quem escreveu o regulamento de reservas?");
        Assert.Equal("Com dois dias de antecedência [1].", Words(parts));
        Assert.Equal("A sala 5G se", Assert.Single(parts.OfType<ChatPart.Cited>()).Citation.Quote);
        Assert.Equal(["oi"], asked!.Before.Where(m => m.Role == Message.Person).Select(m => m.Text));
        Assert.Equal(_found, Assert.Single(asked.Sources));
        Assert.Contains("\"citation\"", store.Read("local", id)!.Value.Messages[^1].Parts!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_another_persons_conversation_cannot_speak_in_it()
    {
        await using var server = await TestServer.Start();
        var id = server.Services.GetRequiredService<ConversationStore>().Begin("ana", "oi");
        var parts = new List<ChatPart>();
        await foreach (var part in Desk(server.Services).Hear(new("oi", id, "chat:test", null, null), "bia", default).ReadAllAsync()) parts.Add(part);
        Assert.Equal("no-conversation", Assert.IsType<Broken>(Assert.Single(parts)).Fault.Code);
    }
}
