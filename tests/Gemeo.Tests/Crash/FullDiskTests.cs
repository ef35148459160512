using Gemeo.Tests.Log;
using Gemeo.Tests.Support;
using Xunit;

namespace Gemeo.Tests.Crash;

/// <summary>The disk fills up under a running server: nobody is told a lie, and all goes on when there is room.</summary>
public sealed class FullDiskTests
{
    [MountFact]
    public async Task A_full_disk_is_told_to_everybody_and_all_resumes_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("8m");
        await using var server = await TestServer.Start(data: disk.Folder);
        var said = 0;
        await using var sensor = await server.Device("sensor");
        await using var live = await server.Live();
        await live.Snapshot();
        await sensor.Say("sensor/distance", $"{++said}");
        disk.Fill();
        var unheard = await SayUntilUnheard(server, sensor, said + 1);
        said = unheard.Value - 1;

        var (status, problem) = await server.Post("/things/lamp/actions/ligar");
        Assert.Equal((503, "urn:gemeo:problem:log-unavailable"), (status, problem!["type"]!.GetValue<string>()));
        Assert.NotEmpty(problem["erro"]!.GetValue<string>());
        var (ready, health) = await server.Send(HttpMethod.Get, "/health/ready");
        Assert.Equal(503, ready);
        Assert.Contains("full", health!["parts"]!["log"]!.GetValue<string>(), StringComparison.Ordinal);
        // The device is not told that it was heard until it is on disk.
        Assert.False(unheard.Telling.IsCompleted);
        Assert.Equal(said, (await Values(server)).Count);

        disk.Free();
        await unheard.Telling;
        said++;
        await sensor.Say("sensor/distance", "1000");
        Assert.Equal(200, (await server.Send(HttpMethod.Get, "/health/ready")).Status);
        Assert.Equal([.. Enumerable.Range(1, said).Select(i => (double)i), 1000], await Values(server));
        Assert.NotEqual("urn:gemeo:problem:log-unavailable", (await server.Post("/things/lamp/actions/ligar")).Body!["type"]!.GetValue<string>());
        await live.Next(m => m["thing"]?.GetValue<string>() == "sensor" && m["value"]?.ToJsonString() == "1000");
    }

    static async Task<(Task Telling, int Value)> SayUntilUnheard(TestServer server, Device sensor, int value)
    {
        for (; ; value++)
        {
            var telling = sensor.Say("sensor/distance", $"{value}");
            await Wait.For(async () => telling.IsCompletedSuccessfully || (await server.Http.GetAsync("/health/ready")).StatusCode == System.Net.HttpStatusCode.ServiceUnavailable ? "" : null, "an answer or none");
            if (!telling.IsCompletedSuccessfully) return (telling, value);
        }
    }

    static async Task<List<double>> Values(TestServer server) =>
        [.. (await server.Log()).Where(e => e["thing"]!.GetValue<string>() == "sensor" && e["kind"]!.GetValue<string>() == "property").Select(e => e["value"]!.GetValue<double>())];
}
