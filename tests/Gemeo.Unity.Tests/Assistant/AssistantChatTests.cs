using UnityEngine;

namespace Gemeo.Unity.Tests.Assistant;

public sealed class AssistantChatTests
{
    [Fact]
    public async Task An_answer_comes_in_pieces_and_then_whole_and_an_order_with_its_end()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var (pieces, answers, actions) = (new List<string>(), new List<string>(), new List<string>());
            var chat = Scenes.Put<AssistantChat>(c =>
            {
                c.onText.AddListener(pieces.Add);
                c.onAnswer.AddListener(answers.Add);
                c.onAction.AddListener(a => actions.Add($"{a.Thing} {a.Name} {a.State}"));
            });
            chat.Say("ligue a lâmpada");
            Assert.True(chat.IsAnswering);
            await player.Until(() => answers.Count == 1, "the answer");
            Assert.False(chat.IsAnswering);
            Assert.Equal(string.Concat(pieces), answers[0]);
            Assert.Equal(["lamp ligar confirmed"], actions);
            Assert.Equal(["ON"], rig.Orders);
            chat.Say("a lâmpada está ligada?");
            await player.Until(() => answers.Count == 2, "the second answer");
            Assert.Contains("ligada", answers[1], StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Ended_destroyed_or_said_over_nobody_is_told_of_the_first_answer()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var told = new List<string>();
            var chat = Chat(told);
            chat.Say("ligue a lâmpada");
            await player.Until(() => rig.Orders.Length == 1, "the order");
            chat.Say("quantas vagas estão livres?");
            await player.Until(() => told.Count == 1, "the second answer");
            chat.Say("ligue a lâmpada");
            chat.Cancel();
            Assert.False(chat.IsAnswering);
            chat.Say("ligue a lâmpada");
            UnityEngine.Object.DestroyImmediate(chat.gameObject);
            await rig.Report(true);
            await player.Frames(50);
            Assert.Single(told);
        });
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_servers_words()
    {
        await using var server = await TestServer.Start();
        await Player.Play(async player =>
        {
            await player.Open(server.Url);
            var told = new List<string>();
            Chat(told).Say(new string('a', 5000));
            await player.Until(() => told.Count == 1, "the refusal");
            Assert.Equal("failed: A entrada não é válida.", told[0]);
        });
    }

    static AssistantChat Chat(List<string> told) => Scenes.Put<AssistantChat>(c =>
    {
        c.onAnswer.AddListener(t => told.Add(t));
        c.onFailed.AddListener(t => told.Add("failed: " + t));
    });
}
