using Gemeo.Samples.LightButton;
using Gemeo.UnityStubs;
using UnityEngine;
using UnityEngine.UI;

namespace Gemeo.Unity.Tests.Samples;

/// <summary>The seed's example: a button, POST /lab/ligar_luz, the answer, the scene.</summary>
public sealed class LightButtonTests
{
    [Fact]
    public async Task The_button_by_hand_turns_on_the_lamp_shows_the_answer_and_the_scene_follows()
    {
        await using var server = await DemoServer.Simulated();
        await Player.Play(async player =>
        {
            await Build(player, server);
            var lamp = player.Named("Lamp by hand").GetComponent<Light>();
            Assert.False(lamp.enabled);
            Assert.Equal("Luz ligada com sucesso!", await Press(player, "By hand", "Answer by hand"));
            Assert.True(lamp.enabled);
        });
        Assert.True((await server.Get("/things/lampada-bancada/properties/ligada"))!.GetValue<bool>());
    }

    [Fact]
    public async Task Unplugged_both_buttons_show_the_504_with_its_erro_and_the_lamps_stay_dark()
    {
        await using var server = await DemoServer.Simulated();
        await using var hand = await server.Device("hand");
        await hand.Say("simulator/lampada-bancada", "unplug");
        await Player.Play(async player =>
        {
            await Build(player, server);
            var second = Press(player, "In three lines", "Answer in three lines");
            Assert.Equal("504: O dispositivo não respondeu", await Press(player, "By hand", "Answer by hand"));
            Assert.Equal("504: O dispositivo não respondeu", await second);
            Assert.False(player.Named("Lamp by hand").GetComponent<Light>().enabled);
            Assert.False(player.Named("Lamp that follows").GetComponent<Light>().enabled);
        });
    }

    [Fact]
    public async Task In_three_lines_it_does_the_same_and_the_lamp_follows_by_itself()
    {
        await using var server = await DemoServer.Simulated();
        await Player.Play(async player =>
        {
            await Build(player, server);
            Assert.Equal("Luz ligada com sucesso!", await Press(player, "In three lines", "Answer in three lines"));
            var lamp = player.Named("Lamp that follows").GetComponent<Light>();
            await player.Until(() => lamp.enabled, "the lamp that follows");
            Assert.Equal("A luz já está ligada.", await Press(player, "By hand", "Answer by hand"));
            await server.Post("/lab/desligar_luz");
            await player.Until(() => !lamp.enabled, "the lamp that follows to go dark");
            Assert.True(player.Named("Lamp by hand").GetComponent<Light>().enabled);
        });
    }

    [Fact]
    public async Task Where_no_server_is_both_say_so()
    {
        var nobody = "http://127.0.0.1:" + Mosquitto.FreePort();
        await Player.Play(async player =>
        {
            new GameObject("Light button").AddComponent<LightButtonScene>().Server = nobody;
            await player.Frames(2);
            Assert.Contains("refused", await Press(player, "By hand", "Answer by hand"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("refused", await Press(player, "In three lines", "Answer in three lines"), StringComparison.OrdinalIgnoreCase);
        });
    }

    static async Task Build(Player player, TestServer server)
    {
        new GameObject("Light button").AddComponent<LightButtonScene>().Server = server.Url.ToString().TrimEnd('/');
        await player.Until(() => player.Find<Button>() != null, "the buttons");
    }

    /// <summary>What it says once there is an answer.</summary>
    static async Task<string> Press(Player player, string button, string answer)
    {
        var text = player.Named(answer).GetComponent<Text>();
        text.text = "";
        player.Named(button).GetComponent<Button>().onClick.Invoke();
        await player.Until(() => text.text is not ("" or "…"), "an answer");
        return text.text;
    }
}
