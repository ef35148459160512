using System.Text.Json.Nodes;
using CsCheck;
using Gemeo.Cli;
using Gemeo.Cli.Benching;

namespace Gemeo.Tests.Cli;

public sealed class BenchTests
{
    [Fact]
    public async Task It_stops_by_itself_and_tells_what_it_measured()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var said = await Shell.Run(rig.Server.Url, "--json", "bench", "--seconds", "1", "--thing", "lamp", "--action", "ligar", "desligar", "--times", "4", "--yes");
        Assert.Equal((Exit.Ok, ""), (said.Exit, said.Error));
        var json = JsonNode.Parse(said.Out)!;
        Assert.Equal(["GET /health/live", "GET /things?limit=1"], json["requests"]!.AsArray().Select(r => r!["of"]!.GetValue<string>()));
        // Half a second each at twenty a second.
        Assert.All(json["requests"]!.AsArray(), r => Assert.InRange(r!["count"]!.GetValue<int>(), 1, 11));
        Assert.Equal((4, 0), (json["orders"]!["times"]!["count"]!.GetValue<int>(), json["orders"]!["already"]!.GetValue<int>()));
        Assert.Equal(["ON", "OFF", "ON", "OFF"], rig.Orders);
    }

    [Fact]
    public async Task Nothing_moves_before_a_person_agrees()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        string[] line = ["bench", "--seconds", "1", "--thing", "lamp", "--action", "ligar", "--times", "2"];
        var nobody = await Shell.Run(rig.Server.Url, line);
        Assert.Equal(Exit.Fault, nobody.Exit);
        Assert.Contains("--yes", nobody.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.Fault, (await new Shell(rig.Server.Url) { Typed = "n\n" }.Say(line)).Exit);
        Assert.Empty(rig.Orders);

        var agreed = await new Shell(rig.Server.Url) { Typed = "sim\n" }.Say(line);
        Assert.Equal(Exit.Ok, agreed.Exit);
        Assert.Equal(["ON"], rig.Orders);
        Assert.Contains("1 ordem(ns): já estava assim", agreed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_the_thing_has_not_is_answered_with_those_that_it_has_and_a_deaf_lamp_ends_it_with_4()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        var said = await Shell.Run(rig.Server.Url, "bench", "--thing", "lamp", "--action", "voar", "--yes");
        Assert.Equal(Exit.Fault, said.Exit);
        Assert.Contains("desligar", said.Error, StringComparison.Ordinal);
        rig.Deaf = true;
        Assert.Equal(Exit.NoAnswer, (await Shell.Run(rig.Server.Url, "bench", "--seconds", "1", "--thing", "lamp", "--action", "ligar", "--times", "3", "--yes")).Exit);
        Assert.Equal(["ON"], rig.Orders);
    }

    [Fact]
    public void Percentiles_are_times_that_were_measured_in_order() =>
        Gen.Double[0, 1000].Array[1, 300].Sample(times =>
        {
            var sample = new Sample("x", times);
            double[] told = [sample.Least, sample.Percentile(50), sample.Percentile(95), sample.Percentile(99), sample.Most];
            return told.SequenceEqual(told.Order()) && told.All(times.Contains) && sample.Least == times.Min() && sample.Most == times.Max()
                && times.Count(t => t <= sample.Percentile(95)) >= 0.95 * times.Length;
        });
}
