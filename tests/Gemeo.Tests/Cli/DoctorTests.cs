using System.Text.Json.Nodes;
using Gemeo.Cli;

namespace Gemeo.Tests.Cli;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_healthy_house_is_all_ticks()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var said = await Shell.Run(rig.Server.Url, "doctor");
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        Assert.All(said.Out.Trim().Split('\n'), line => Assert.StartsWith("✓ ", line, StringComparison.Ordinal));
        Assert.Contains("Os relógios concordam", said.Out, StringComparison.Ordinal);
        Assert.Contains("/ws responde", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lab_is_called_in_the_callers_language()
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"));
        Assert.Contains("Laboratório: Laboratório de Telecomunicações", (await Shell.Run(server.Url, "doctor")).Out, StringComparison.Ordinal);
        Assert.Contains("Lab: Telecommunications Laboratory", (await Shell.Run(server.Url, "--lang", "en", "doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strange_topics_refused_payloads_and_absent_devices_are_shown_with_what_to_do()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await using var device = await rig.Server.Device();
        await device.Say("tele/unknown/SENSOR", "{}");
        await device.Say("parking/sensor", "2,Spoofed Message");
        await rig.Unplug();
        var said = await Shell.Run(rig.Server.Url, "--lang", "en", "doctor");
        Assert.Equal(Exit.Ok, said.Exit);
        Assert.Contains("! Nobody's topic: tele/unknown/SENSOR", said.Out, StringComparison.Ordinal);
        Assert.Contains("! Refused on parking/sensor", said.Out, StringComparison.Ordinal);
        Assert.Contains("! Away: lamp", said.Out, StringComparison.Ordinal);
        Assert.Contains("declare it in the lab", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_file_that_broke_is_a_cross_with_its_pointer_and_ends_with_1()
    {
        await using var server = await TestServer.Start();
        await File.WriteAllTextAsync(Path.Combine(server.Lab, "lab.json"), TestLab.Lamp.Replace("\"type\": \"number\"", "\"type\": \"numero\"", StringComparison.Ordinal));
        var said = await Wait.For(async () => await Shell.Run(server.Url, "doctor") is { Exit: Exit.Fault } ill ? ill : null, "the reload");
        var fault = said.Out.Split('\n').First(l => l.StartsWith('✗'));
        Assert.Contains("/things/1/properties/distance/type", fault, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Shell.Run(server.Url, "--json", "doctor")).Out)!.AsArray();
        Assert.False(json.Single(f => f!["check"]!.GetValue<string>() == "lab")!["ok"]!.GetValue<bool>());
    }
}
