using Gemeo.Cli;
using Gemeo.Tests.Assistant.Chat;

namespace Gemeo.Tests.Cli;

public sealed class TerminalTests
{
    [Fact]
    public async Task On_a_terminal_what_is_there_is_green_and_what_is_away_is_red_and_a_title_still_steers_nothing()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var shown = await new Shell(rig.Server.Url) { IsTerminal = true }.Say("get", "lamp");
        Assert.Contains("\e[32mdisponível\e[0m", shown.Out, StringComparison.Ordinal);
        await rig.Unplug();
        Assert.Contains("\e[31mindisponível\e[0m", (await new Shell(rig.Server.Url) { IsTerminal = true }.Say("get", "lamp")).Out, StringComparison.Ordinal);

        await using var device = await rig.Server.Device();
        await device.Say("porta/aberta", "\e[2J\a");
        await Wait.For(async () => (await rig.Server.Log()).Any(e => e["kind"]!.GetValue<string>() == "event") ? "" : null, "the event");
        var log = await new Shell(rig.Server.Url) { IsTerminal = true }.Say("log", "--kind", "event");
        Assert.Contains(@"\u001b[2J\u0007", log.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2J", log.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Who_wants_no_colours_gets_none(string name, string value)
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        foreach (var line in (string[])["things", "get lamp", "log --limit 3", "do lamp ligar", "doctor", "do lamp voar"])
        {
            var shell = new Shell(rig.Server.Url) { IsTerminal = true };
            shell.Environment[name] = value;
            var said = await shell.Say(line.Split(' '));
            Assert.DoesNotContain('\e', said.Out + said.Error);
        }
    }

    [Fact]
    public async Task On_a_terminal_an_answer_has_a_mark_for_each_order()
    {
        await using var rig = await ChatRig.Start();
        var done = await new Shell(rig.Server.Url) { IsTerminal = true }.Say("ask", "ligue a luz da bancada");
        Assert.Equal(Exit.Ok, done.Exit);
        Assert.StartsWith("Luz ligada com sucesso!\n", done.Out, StringComparison.Ordinal);
        Assert.Contains("✓ \e[0m\e[36mlampada-bancada\e[0m.ligar", done.Out, StringComparison.Ordinal);
        await rig.Device("lampada-bancada").DeafAsync();
        var deaf = await new Shell(rig.Server.Url) { IsTerminal = true }.Say("ask", "desligue a luz da bancada");
        Assert.Equal(Exit.NoAnswer, deaf.Exit);
        Assert.Contains("✗ \e[0m\e[36mlampada-bancada\e[0m.desligar", deaf.Out, StringComparison.Ordinal);
    }
}
