using Gemeo.Client;
using Gemeo.Tests.Assistant.Chat;

namespace Gemeo.Tests.Client;

/// <summary>Talking to the demo lab's assistant through the library.</summary>
public sealed class ChatTests
{
    [Fact]
    public async Task An_order_in_words_is_told_part_by_part_and_ends_as_the_device_said()
    {
        await using var rig = await ChatRig.Start();
        using var client = Rig.Of(rig.Server);
        var talk = client.Lab.Assistant.Talk();
        Assert.Null(talk.Id);
        var parts = new List<ChatPart>();
        var answer = await talk.Say("ligue a luz da bancada", parts.Add);
        Assert.Equal(("Luz ligada com sucesso!", "pt", "order"), (answer.Text, answer.Language, answer.Intent));
        var action = Assert.Single(answer.Actions);
        Assert.Equal(("lampada-bancada", "ligar", "confirmed", false), (action.Thing, action.Name, action.State, action.Already));
        Assert.Equal(CommandState.Confirmed, (await client.Lab.Orders.Get(action.Command!)).State);
        Assert.Equal((ChatPartKind.Start, ChatPartKind.Done), (parts[0].Kind, parts[^1].Kind));
        Assert.Contains(parts, p => p.Action?.Name == "ligar");
        Assert.Equal(answer.Text, string.Concat(parts.Where(p => p.Kind == ChatPartKind.Text).Select(p => p.Text)));
        Assert.NotNull(talk.Id);
        // The conversation goes on: that it is the lamp is understood.
        Assert.Contains("ligada", (await talk.Say("ela está ligada?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_first_is_done_by_a_yes_in_the_same_conversation_also_when_it_is_taken_up_again()
    {
        await using var rig = await ChatRig.Start();
        using var client = Rig.Of(rig.Server, o => o.Language = "pt-BR");
        var talk = client.Lab.Assistant.Talk();
        var asked = await talk.Say("desligue o rádio 5g");
        Assert.NotNull(asked.Question);
        Assert.Empty(asked.Actions);
        Assert.True(await rig.Is("radio-5g", "ligado"));
        var done = await client.Lab.Assistant.Talk(talk.Id).Say("sim");
        Assert.Equal("confirmed", Assert.Single(done.Actions).State);
        Assert.False(await rig.Is("radio-5g", "ligado"));
    }

    [Fact]
    public async Task A_device_that_does_not_answer_is_an_action_with_its_reason_and_no_exception()
    {
        await using var rig = await ChatRig.Start();
        await rig.Device("lampada-bancada").DeafAsync();
        using var client = Rig.Of(rig.Server);
        var action = Assert.Single((await client.Lab.Assistant.Talk().Say("ligue a lâmpada da bancada")).Actions);
        Assert.Equal(("expired", "no-answer", "O dispositivo não respondeu"), (action.State, action.Code, action.Erro));
    }

    [Fact]
    public async Task In_a_room_the_light_is_the_one_there()
    {
        await using var rig = await ChatRig.Start();
        using var client = Rig.Of(rig.Server, o => o.Language = "en");
        var talk = client.Lab.Assistant.Talk(room: "sala-5g");
        var answer = await talk.Say("turn on the light");
        Assert.Equal("en", answer.Language);
        Assert.All(answer.Actions, a => Assert.Equal("confirmed", a.State));
    }

    [Fact]
    public async Task An_answer_from_documents_comes_with_its_citations()
    {
        await using var rig = await ChatRig.StartWithDocuments();
        using var client = Rig.Of(rig.Server);
        var answer = await client.Lab.Assistant.Talk().Say("qual é a frequência do rádio 5G?");
        Assert.NotEmpty(answer.Citations);
        foreach (var citation in answer.Citations)
        {
            Assert.Contains($"[{citation.Number}]", answer.Text, StringComparison.Ordinal);
            Assert.EndsWith(".pdf", citation.Name, StringComparison.Ordinal);
            Assert.True(citation.Page >= 1);
            Assert.NotEmpty(citation.Quote);
            Assert.StartsWith($"#/?doc={citation.Document}&page={citation.Page}&quote=", citation.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_that_goes_no_further_is_refused_with_its_code()
    {
        await using var rig = await ChatRig.Start();
        using var client = Rig.Of(rig.Server);
        var talk = client.Lab.Assistant.Talk();
        Assert.Equal("bad-input", (await Assert.ThrowsAsync<RefusedException>(() => talk.Say(new string('a', 4001)))).Code);
        Assert.Null(talk.Id);
    }
}
