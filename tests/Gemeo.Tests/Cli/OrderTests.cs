using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class OrderTests
{
    [Fact]
    public async Task An_order_is_told_as_it_ended_confirmed_already_so_and_sent()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var url = rig.Server.Url;

        var on = await Shell.Run(url, "do", "lamp", "ligar");
        Assert.Equal((Exit.Ok, ""), (on.Exit, on.Error));
        Assert.Contains("✓ lamp.ligar: confirmado pelo dispositivo", on.Out, StringComparison.Ordinal);

        Assert.Contains("já estava assim", (await Shell.Run(url, "do", "lamp", "ligar")).Out, StringComparison.Ordinal);
        Assert.Contains("nothing the device reports confirms it", (await Shell.Run(url, "--lang", "en", "do", "lamp", "piscar")).Out, StringComparison.Ordinal);
        Assert.Equal("true", (await Shell.Run(url, "--json", "get", "lamp", "ligada")).Out.Trim());

        var off = await Shell.Run(url, "--json", "set", "lamp", "ligada", "off");
        Assert.Equal((Exit.Ok, "confirmed"), (off.Exit, JsonNode.Parse(off.Out)!["state"]!.GetValue<string>()));
        Assert.Equal(["ON", "OFF"], rig.Orders);
    }

    [Fact]
    public async Task A_lamp_that_does_not_answer_ends_with_4_and_its_command_can_be_looked_up()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        rig.Deaf = true;
        var said = await Shell.Run(rig.Server.Url, "do", "lamp", "ligar", "--timeout", "0.2");
        Assert.Equal((Exit.NoAnswer, ""), (said.Exit, said.Out));
        Assert.Contains("O dispositivo não respondeu", said.Error, StringComparison.Ordinal);
        Assert.Contains("Expirou", said.Error, StringComparison.Ordinal);

        var id = said.Error.Trim().TrimEnd('.').Split(' ')[^1];
        var later = await Shell.Run(rig.Server.Url, "command", id);
        Assert.Equal(Exit.NoAnswer, later.Exit);
        Assert.Contains("lamp.ligar: expirou", later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lamp_known_to_be_away_is_refused_with_3_unless_the_order_may_wait_in_the_queue()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await rig.Unplug();
        var said = await Shell.Run(rig.Server.Url, "--lang", "en", "do", "lamp", "ligar");
        Assert.Equal(Exit.Refused, said.Exit);
        Assert.Contains("The device is off or out of reach.", said.Error, StringComparison.Ordinal);

        var queued = await Shell.Run(rig.Server.Url, "do", "lamp", "ligar", "--queue", "60");
        Assert.Equal(Exit.Ok, queued.Exit);
        Assert.Contains("na fila até", queued.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_tells_the_servers_sentence_and_ends_with_3()
    {
        await using var server = await TestServer.Start();
        foreach (var (line, sentence) in new[]
        {
            ("do lamp dançar", "Essa coisa não tem isso."),
            ("get nada", "Essa coisa não existe neste laboratório."),
            ("set lamp ligada talvez", "O valor não cabe no que a coisa aceita."),
            ("set sensor distance -5", "Essa propriedade só pode ser lida."),
            ("get lamp ligada", "O dispositivo ainda não informou esse valor."),
            ("command nenhum", "Esse comando não existe."),
            ("log --after outro:1", "Esse cursor não vale mais"),
        })
        {
            var said = await Shell.Run(server.Url, line.Split(' '));
            Assert.Equal((line, Exit.Refused), (line, said.Exit));
            Assert.Contains(sentence, said.Error, StringComparison.Ordinal);
        }
    }
}
