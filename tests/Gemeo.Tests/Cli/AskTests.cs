using System.Text.Json.Nodes;
using Gemeo.Cli;
using Gemeo.Tests.Assistant.Chat;

namespace Gemeo.Tests.Cli;

public sealed class AskTests
{
    [Fact]
    public async Task An_order_and_a_question_are_answered_on_the_terminal()
    {
        await using var rig = await ChatRig.Start();
        var on = await Shell.Run(rig.Server.Url, "ask", "ligue", "a", "luz", "da", "bancada");
        Assert.Equal((Exit.Ok, "Luz ligada com sucesso!\n"), (on.Exit, on.Out));
        Assert.Contains("--conversation", on.Error, StringComparison.Ordinal);
        Assert.Equal("Yes. Bench lamp is on.\n", (await Shell.Run(rig.Server.Url, "--lang", "en", "ask", "is the bench lamp on?")).Out);

        var asked = await Shell.Run(rig.Server.Url, "ask", "desligue o rádio");
        Assert.Contains("para confirmar", asked.Error, StringComparison.Ordinal);
        var conversation = asked.Error.Trim().Split(' ')[^2];
        Assert.Contains("Rádio 5G", (await Shell.Run(rig.Server.Url, "ask", "--conversation", conversation, "sim")).Out, StringComparison.Ordinal);
        Assert.False(await rig.Is("radio-5g", "ligado"));
    }

    [Fact]
    public async Task An_order_that_did_not_end_well_has_its_exit_code()
    {
        await using var rig = await ChatRig.Start();
        await rig.Device("lampada-bancada").DeafAsync();
        var deaf = await Shell.Run(rig.Server.Url, "ask", "ligue a luz da bancada");
        Assert.Equal(Exit.NoAnswer, deaf.Exit);
        Assert.Contains("não respondeu", deaf.Out, StringComparison.Ordinal);
        var json = await Shell.Run(rig.Server.Url, "--json", "ask", "a porta está aberta?");
        Assert.Equal(["start", "text", "done"], json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!["type"]!.GetValue<string>()));
        Assert.Equal(Exit.Refused, (await Shell.Run(rig.Server.Url, "ask", "--conversation", "nenhuma", "oi")).Exit);
        Assert.Equal(Exit.Unreachable, (await Shell.Run(new Uri("http://127.0.0.1:1"), "ask", "oi")).Exit);
    }
}
