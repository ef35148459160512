using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class WatchTests
{
    [Fact]
    public async Task Watching_prints_one_line_for_each_entry_and_ends_cleanly_on_ctrl_c()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var ctrlC = new CancellationTokenSource();
        var shell = new Shell(server.Url);
        var watching = shell.Start(ctrlC.Token, "watch", "--thing", "vaga-1", "porta", "--kind", "property", "--kind", "event");
        await Wait.Until(() => shell.Error.Contains("Ctrl-C", StringComparison.Ordinal), "the snapshot");

        await device.Say("sensor/distance", "7");
        await device.Say("parking/sensor", "1,Occupied");
        await device.Say("porta/aberta", "por dentro");
        await Wait.Until(() => shell.Lines.Length == 2, "two lines");
        await ctrlC.CancelAsync();

        Assert.Equal(Exit.Ok, await watching);
        Assert.EndsWith("vaga-1  ocupada = true", shell.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("porta  aberta! por dentro", shell.Lines[1], StringComparison.Ordinal);
        Assert.Contains("--cursor ", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_and_comes_back_is_followed_from_where_it_was_with_nothing_missing_and_nothing_twice()
    {
        var data = Folder.New("data");
        var server = await TestServer.Start(data: data);
        var url = server.Url;
        using var ctrlC = new CancellationTokenSource();
        var shell = new Shell(url);
        var watching = shell.Start(ctrlC.Token, "--json", "watch", "--name", "distance");
        await Wait.Until(() => shell.Error.Contains("Ctrl-C", StringComparison.Ordinal), "the snapshot");
        for (var round = 0; round < 2; round++)
        {
            await using (var device = await server.Device()) await device.Say("sensor/distance", $"{round}");
            await Wait.Until(() => shell.Lines.Length == round + 1, $"line {round}");
            await server.DisposeAsync();
            server = await TestServer.Start(TestLab.Lamp, data, $"--urls={url}");
        }
        await using (var device = await server.Device()) await device.Say("sensor/distance", "2");
        await Wait.Until(() => shell.Lines.Length == 3, "the last line");
        await ctrlC.CancelAsync();

        Assert.Equal(Exit.Ok, await watching);
        Assert.Equal([0, 1, 2], shell.Lines.Select(l => JsonNode.Parse(l)!["value"]!.GetValue<int>()));
        Assert.Contains("conexão perdida", shell.Error, StringComparison.Ordinal);
        await server.DisposeAsync();
        Folder.Remove(data);
    }

    [Fact]
    public async Task A_cursor_goes_on_after_what_was_seen_and_one_that_is_not_kept_is_told()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        foreach (var value in (string[])["1", "2"]) await device.Say("sensor/distance", value);
        var first = (await server.Log()).First(e => e["name"]!.GetValue<string>() == "distance")["cursor"]!.GetValue<string>();

        var resumed = new Shell(server.Url);
        using var ctrlC = new CancellationTokenSource();
        var watching = resumed.Start(ctrlC.Token, "watch", "--name", "distance", "--cursor", first);
        await Wait.Until(() => resumed.Lines.Length == 1, "what came after the cursor");
        Assert.EndsWith("distance = 2", resumed.Lines[0], StringComparison.Ordinal);

        var lost = new Shell(server.Url);
        var alsoWatching = lost.Start(ctrlC.Token, "watch", "--cursor", "another:1");
        await Wait.Until(() => lost.Error.Contains("não vale mais", StringComparison.Ordinal), "a warning");
        await ctrlC.CancelAsync();
        Assert.All(await Task.WhenAll(watching, alsoWatching), exit => Assert.Equal(Exit.Ok, exit));
    }

    [Fact]
    public async Task A_server_with_no_place_left_refuses_at_once_and_with_3()
    {
        await using var server = await TestServer.Start(args: "--Gemeo:Live:MaxClients=1");
        await using var first = await server.Live();
        await first.Snapshot();
        var said = await Shell.Run(server.Url, "watch");
        Assert.Equal((Exit.Refused, ""), (said.Exit, said.Out));
        Assert.Contains("503", said.Error, StringComparison.Ordinal);
    }
}
