using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class LookTests
{
    [Fact]
    public async Task Things_are_listed_with_who_is_there()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var said = await Shell.Run(rig.Server.Url, "things");
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        var lamp = said.Out.Split('\n').Single(l => l.Contains("Lâmpada", StringComparison.Ordinal));
        Assert.Equal(["lamp", "Lâmpada", "lamp", "sim"], lamp.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("vaga-2", said.Out, StringComparison.Ordinal);

        var json = JsonNode.Parse((await Shell.Run(rig.Server.Url, "things", "--json")).Out)!.AsArray();
        Assert.Equal(["lamp", "porta", "sensor", "vaga-1", "vaga-2"], json.Select(t => t!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_title_that_looks_like_markup_or_steers_terminals_is_only_a_title()
    {
        await using var server = await TestServer.Start(TestLab.Lamp.Replace("\"title\": \"Sensor\"", """ "title": "[red]Sen[/]sor \u001b[2J" """, StringComparison.Ordinal));
        var said = await Shell.Run(server.Url, "things");
        Assert.Contains(@"[red]Sen[/]sor \u001b[2J", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', said.Out);
    }

    [Fact]
    public async Task Values_have_their_unit_and_history_and_log_remember_them()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        foreach (var value in (string[])["1", "2", "2"]) await device.Say("sensor/distance", value);
        Assert.StartsWith("2 cm   ", (await Shell.Run(server.Url, "get", "sensor", "distance")).Out, StringComparison.Ordinal);
        Assert.Contains("2 cm", (await Shell.Run(server.Url, "get", "sensor")).Out, StringComparison.Ordinal);

        var history = (await Shell.Run(server.Url, "--json", "history", "sensor", "distance", "--from", "1h")).Out.Trim().Split('\n');
        Assert.Equal([1, 2, 2], history.Select(l => JsonNode.Parse(l)!["value"]!.GetValue<int>()));
        Assert.Contains("(same)", (await Shell.Run(server.Url, "--lang", "en", "history", "sensor", "distance")).Out, StringComparison.Ordinal);

        var log = await Shell.Run(server.Url, "log", "--kind", "property", "--limit", "2");
        Assert.Equal(["distance = 1", "distance = 2"], log.Out.Trim().Split('\n').Select(l => l.Trim().Split("  ")[^1]));
        var next = log.Error.Trim().Split(' ')[^1];
        var rest = await Shell.Run(server.Url, "--json", "log", "--kind", "property", "--after", next, "--limit", "0");
        Assert.False(JsonNode.Parse(rest.Out.Trim())!["changed"]!.GetValue<bool>());
    }
}
