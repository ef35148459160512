using Gemeo.Assistant.Conversations;
using Gemeo.Hosting;
using Gemeo.Tests.Assistant.Chat;
using Gemeo.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Assistant.Conversations;

public sealed class ConversationTests : IDisposable
{
    readonly string _data = Folder.New("data");
    readonly FakeTimeProvider _clock = new(new(2026, 3, 11, 18, 30, 0, TimeSpan.Zero));

    ConversationStore Store() => new(Options.Create(new Settings { Data = _data }), _clock);

    [Fact]
    public async Task A_conversation_goes_on_after_a_restart_with_what_was_asked_and_done()
    {
        await using var rig = await ChatRig.Start();
        var on = await rig.Say("ligue a luz da bancada");
        await rig.Say("desligue o rádio", on.Conversation());
        await rig.Restart();
        var yes = await rig.Say("sim", on.Conversation());
        Assert.Equal(("radio-5g", "confirmed"), (yes.Action()["thing"]!.GetValue<string>(), yes.State()));
        await Wait.For(async () => await rig.Is("lampada-bancada", "ligada") ? "" : null, "the lamp as it was wished");
        var messages = (await rig.Server.Get("/conversations/" + on.Conversation()))!["messages"]!.AsArray();
        Assert.Equal(["person", "assistant", "person", "assistant", "person", "assistant"], messages.Select(m => m!["role"]!.GetValue<string>()));
        var listed = Assert.Single((await rig.Server.Get("/conversations"))!["items"]!.AsArray())!;
        Assert.Equal(("ligue a luz da bancada", 6), (listed["title"]!.GetValue<string>(), listed["messages"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_is_kept_of_an_order_that_failed_speaks_the_language_of_the_conversation()
    {
        await using var rig = await ChatRig.Start();
        await rig.Device("lampada-bancada").DropAsync();
        await Wait.For(async () => (await rig.Server.Get("/things/lampada-bancada/state"))!["available"]?.GetValue<bool>() == false ? "" : null, "the last will");
        var said = await rig.Say("turn on the bench lamp");
        var kept = (await rig.Server.Get("/conversations/" + said.Conversation()))!["messages"]!.AsArray()[^1]!["parts"]!.AsArray().Single(p => p!["type"]!.GetValue<string>() == "action")!;
        Assert.Equal("The device is off or out of reach.", kept["erro"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone_and_leaves_no_word_on_disk()
    {
        await using var rig = await ChatRig.Start();
        var said = await rig.Say("qual a senha xilofonexilofone");
        Assert.Equal(204, (await rig.Server.Send(HttpMethod.Delete, "/conversations/" + said.Conversation())).Status);
        Assert.Equal(404, (await rig.Server.Send(HttpMethod.Get, "/conversations/" + said.Conversation())).Status);
        Assert.Equal(404, (await rig.Server.Send(HttpMethod.Delete, "/conversations/" + said.Conversation())).Status);
        Assert.Equal(404, (await rig.Server.Post("/chat", new { message = "oi", conversation = said.Conversation() })).Status);
        foreach (var file in Directory.GetFiles(rig.Server.Data, "assistant.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("xilofonexilofone", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_sees_only_her_own()
    {
        const string Key = "a-key-of-this-test-only";
        await using var server = await TestServer.Start(TestLab.Lamp, null, $"--Gemeo:Key={Key}");
        (string, string)[] elsewhere = [("X-Forwarded-For", "10.0.0.7"), ("X-Api-Key", Key), ("Accept", "application/json")];
        var (_, hers) = await server.Post("/chat", new { message = "oi" }, elsewhere);
        Assert.Empty((await server.Get("/conversations"))!["items"]!.AsArray());
        Assert.Equal(404, (await server.Post("/chat", new { message = "oi", conversation = hers!.Conversation() })).Status);
        Assert.Equal(404, (await server.Send(HttpMethod.Delete, "/conversations/" + hers!.Conversation())).Status);
        var (_, listed) = await server.Send(HttpMethod.Get, "/conversations", null, elsewhere);
        Assert.Equal(hers!.Conversation(), Assert.Single(listed!["items"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal(401, (await server.Post("/chat", new { message = "oi" }, ("X-Forwarded-For", "10.0.0.7"))).Status);
    }

    [Fact]
    public void The_oldest_conversations_and_messages_go_when_there_are_too_many()
    {
        using var store = Store();
        var first = store.Begin("ana", "first");
        for (var i = 0; i < ConversationStore.MostOfOne; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            store.Begin("ana", $"{i}");
        }
        Assert.Null(store.Find("ana", first));
        Assert.Equal(ConversationStore.MostOfOne, store.Of("ana", 1000).Count);
        var id = store.Begin("bia", "long");
        for (var i = 0; i < ConversationStore.MostMessages + 10; i++) store.Add(id, new(Message.Person, $"{i}", _clock.GetUtcNow()));
        var messages = store.Read("bia", id)!.Value.Messages;
        Assert.Equal((ConversationStore.MostMessages, "10"), (messages.Count, messages[0].Text));
        Assert.Null(store.Read("ana", id));
    }

    public void Dispose() => Folder.Remove(_data);
}
