using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class OfflineTests
{
    [Fact]
    public async Task A_good_lab_is_said_to_be_good()
    {
        var said = await Shell.Run(null, "lab", "check", Path.Combine(Repository.Root, "labs", "demo"));
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        Assert.Contains("nenhuma falha", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_lab_is_one_line_for_each_fault_with_file_pointer_and_what_was_expected()
    {
        var folder = Folder.New("lab");
        await File.WriteAllTextAsync(Path.Combine(folder, "lab.json"), TestLab.Lamp.Replace("\"type\": \"number\"", "\"type\": \"numero\"", StringComparison.Ordinal));
        var said = await Shell.Run(null, "--lang", "en", "lab", "check", folder);
        Assert.Equal(Exit.Fault, said.Exit);
        var fault = said.Out.Split('\n').First(l => l.Contains("/things/1/properties/distance/type", StringComparison.Ordinal));
        Assert.StartsWith(Path.Combine(folder, "lab.json"), fault, StringComparison.Ordinal);
        Assert.Contains("number", fault, StringComparison.Ordinal);
        Assert.Contains("fault(s)", said.Error, StringComparison.Ordinal);

        var json = JsonNode.Parse((await Shell.Run(null, "--json", "lab", "check", folder)).Out)!;
        Assert.False(json["ok"]!.GetValue<bool>());
        Assert.Equal("lab.json", json["faults"]![0]!["file"]!.GetValue<string>());
        Folder.Remove(folder);
    }

    [Theory]
    [InlineData("things")]
    [InlineData("get lamp")]
    [InlineData("do lamp ligar")]
    [InlineData("set lamp ligada on")]
    [InlineData("watch")]
    [InlineData("log")]
    [InlineData("history lamp ligada")]
    [InlineData("ingest Gemeo.Server.dll")]
    [InlineData("doctor")]
    public async Task Without_a_server_every_command_says_so_and_ends_with_5(string line)
    {
        var nobody = Nobody();
        var said = await Shell.Run(nobody, line.Split(' '));
        Assert.Equal(Exit.Unreachable, said.Exit);
        Assert.Contains(nobody.ToString(), said.Out + said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_its_refusal_as_JSON_too()
    {
        var said = await Shell.Run(Nobody(), "--json", "things");
        Assert.Equal(("unreachable", ""), (JsonNode.Parse(said.Out)!["code"]!.GetValue<string>(), said.Error));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("get")]
    [InlineData("do lamp ligar --timeout 0")]
    [InlineData("do lamp ligar --timeout soon")]
    [InlineData("watch --kind rumour")]
    [InlineData("--lang fr things")]
    [InlineData("--url :: things")]
    [InlineData("history lamp ligada --from ontem")]
    [InlineData("log --limit -1")]
    public async Task A_line_that_makes_no_sense_ends_with_1_and_one_sentence(string line)
    {
        var said = await Shell.Run(Nobody(), line.Split(' '));
        Assert.Equal(Exit.Fault, said.Exit);
        Assert.StartsWith("✗ ", Assert.Single(said.Error.Trim().Split('\n')), StringComparison.Ordinal);
        var json = await Shell.Run(Nobody(), ["--json", .. line.Split(' ')]);
        Assert.Equal(("usage", ""), (JsonNode.Parse(json.Out)!["code"]!.GetValue<string>(), json.Error));
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_named_in_the_callers_language()
    {
        Assert.Contains("'voar': comando ou argumento não reconhecido", (await Shell.Run(null, "voar")).Error, StringComparison.Ordinal);
        Assert.Contains("'voar': no such command or argument", (await Shell.Run(null, "--lang", "en", "voar")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_that_is_not_there_is_named()
    {
        var folder = Path.Combine(Path.GetTempPath(), "gemeo-no-such-lab");
        var said = await Shell.Run(null, "lab", "check", folder);
        Assert.Equal(Exit.Fault, said.Exit);
        Assert.StartsWith(folder, said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_speaks_the_callers_language_and_never_shows_a_key()
    {
        var shell = new Shell { Environment = { ["GEMEO_KEY"] = "do-not-tell-anybody" } };
        Assert.Equal(Exit.Ok, await shell.Start(default, "--help"));
        Assert.Contains("Acompanha ao vivo", shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("do-not-tell", shell.Out, StringComparison.Ordinal);
        Assert.Contains("Follows live", (await Shell.Run(null, "--lang", "en", "--help")).Out, StringComparison.Ordinal);
    }

    // A port that was free a moment ago.
    static Uri Nobody()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return new($"http://{socket.LocalEndpoint}/");
    }
}
