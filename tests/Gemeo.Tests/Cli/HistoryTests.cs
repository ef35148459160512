using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class HistoryTests : IDisposable
{
    readonly string _folder = Folder.New("csv");

    public void Dispose() => Folder.Remove(_folder);

    static async Task<TestServer> Measured(params string[] values)
    {
        var server = await TestServer.Start();
        await using var device = await server.Device();
        foreach (var value in values) await device.Say("sensor/distance", value);
        await Wait.For(async () => (await server.Log()).Count(e => e["name"]!.GetValue<string>() == "distance") == values.Length ? "" : null, "the readings");
        return server;
    }

    [Fact]
    public async Task A_file_for_a_spreadsheet_is_the_servers_own_to_the_output_or_into_a_file()
    {
        await using var server = await Measured("1", "22.50", "3");
        var wanted = await server.Http.GetStringAsync(new Uri("/things/sensor/history/distance?format=csv", UriKind.Relative));
        Assert.Equal(4, wanted.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var said = await Shell.Run(server.Url, "history", "sensor", "distance", "--csv");
        Assert.Equal((Exit.Ok, wanted, ""), (said.Exit, said.Out, said.Error));

        var file = Path.Combine(_folder, "distance.csv");
        said = await Shell.Run(server.Url, "--lang", "en", "history", "sensor", "distance", "--csv", file);
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Out));
        Assert.Equal(wanted, await File.ReadAllTextAsync(file));
        Assert.Contains("3 lines", said.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_in_one_sentence_and_a_refusal_leaves_no_file()
    {
        await using var server = await Measured("1");
        var nowhere = Path.Combine(_folder, "none", "distance.csv");
        var said = await Shell.Run(server.Url, "history", "sensor", "distance", "--csv", nowhere);
        Assert.Equal(Exit.Fault, said.Exit);
        Assert.Contains(nowhere, Assert.Single(said.Error.Trim().Split('\n')), StringComparison.Ordinal);

        said = await Shell.Run(server.Url, "history", "nada", "distance", "--csv", Path.Combine(_folder, "nada.csv"));
        Assert.Equal(Exit.Refused, said.Exit);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_chart_has_at_most_so_many_points_each_with_least_and_most()
    {
        await using var server = await Measured("1", "9", "5", "2");
        var said = await Shell.Run(server.Url, "--lang", "en", "history", "sensor", "distance", "--points", "2");
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        var rows = said.Out.Split('\n').Where(l => l.Trim() is [>= '0' and <= '9', ..]).ToArray();
        Assert.InRange(rows.Length, 1, 2);
        Assert.Contains("least", said.Out, StringComparison.Ordinal);
        Assert.Contains(" 9 ", said.Out, StringComparison.Ordinal);

        var json = JsonNode.Parse((await Shell.Run(server.Url, "--json", "history", "sensor", "distance", "--points", "2")).Out)!;
        Assert.Equal(4, json["points"]!.AsArray().Sum(p => p!["count"]!.GetValue<int>()));
        Assert.Equal(Exit.Refused, (await Shell.Run(server.Url, "history", "sensor", "distance", "--points", "1")).Exit);
    }

    [Fact]
    public async Task Numbers_that_a_program_gets_are_the_servers_digit_by_digit()
    {
        await using var server = await Measured("22.50", "1e2");
        string[] expected = [.. (await server.Http.GetStringAsync(new Uri("/things/sensor/history/distance", UriKind.Relative))).Split("\"value\":").Skip(1).Select(s => s.Split(',')[0])];
        foreach (var line in (string[])["history sensor distance", "log --name distance", "get sensor"])
        {
            var said = (await Shell.Run(server.Url, ["--json", .. line.Split(' ')])).Out;
            Assert.EndsWith(expected[^1], said.Split("\"value\":")[^1].Split(',')[0], StringComparison.Ordinal);
        }
        Assert.Equal(expected[^1], (await Shell.Run(server.Url, "--json", "get", "sensor", "distance")).Out.Trim());
    }
}
