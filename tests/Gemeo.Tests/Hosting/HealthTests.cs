using System.Net;
using System.Text.Json.Nodes;
using Gemeo.Cli;
using Gemeo.Tests.Cli;
using Gemeo.Tests.Log;

namespace Gemeo.Tests.Hosting;

public sealed class HealthTests
{
    static async Task<(int Status, string Part)> Look(TestServer server, string part)
    {
        var (status, health) = await server.Send(HttpMethod.Get, "/health/ready");
        Assert.Equal(status == 200 ? "ok" : "ill", health!["status"]!.GetValue<string>());
        return (status, health["parts"]![part]!.GetValue<string>());
    }

    static Task<string> Becomes(TestServer server, int status, string part, Func<string, bool> says) =>
        Wait.For(async () => await Look(server, part) is var (code, said) && code == status && says(said) ? said : null, $"{part} with {status}");

    [Fact]
    public async Task A_well_house_says_ok_to_each_part()
    {
        await using var server = await TestServer.Start();
        var (status, health) = await server.Send(HttpMethod.Get, "/health/ready");
        Assert.Equal(200, status);
        Assert.Equal(["log", "broker", "lab", "disk", "documents"], health!["parts"]!.AsObject().Select(p => p.Key));
        Assert.All(health["parts"]!.AsObject(), p => Assert.Equal("ok", p.Value!.GetValue<string>()));
    }

    [Fact]
    public async Task A_database_that_is_away_makes_the_log_ill_though_nobody_writes_and_well_when_it_is_back()
    {
        await using var postgres = await Postgres.Start("-c fsync=off");
        await using var server = await TestServer.Start(args: $"--Gemeo:Database={postgres.Schema()}");
        await Becomes(server, 200, "log", said => said == "ok");
        await postgres.Stop();
        Assert.Contains("cannot be read", await Becomes(server, 503, "log", said => said != "ok"), StringComparison.Ordinal);
        Assert.Equal((200, "ok"), ((await server.Send(HttpMethod.Get, "/health/live")).Status, (await server.Get("/health/live"))!["status"]!.GetValue<string>()));
        var doctor = await Shell.Run(server.Url, "--lang", "en", "doctor");
        Assert.Equal(Exit.Fault, doctor.Exit);
        Assert.Contains("✗ Not well: log:", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("Gemeo:Database", doctor.Out, StringComparison.Ordinal);
        await postgres.Run();
        await Becomes(server, 200, "log", said => said == "ok");
    }

    [Fact]
    public async Task A_broker_that_is_away_is_named_and_stops_being_named_when_it_is_back()
    {
        await using var mosquitto = await Mosquitto.Start();
        await using var server = await TestServer.Start(args: $"--Gemeo:Mqtt:Broker=127.0.0.1:{mosquitto.Port}");
        await Becomes(server, 200, "broker", said => said == "ok");
        await mosquitto.Kill();
        await Becomes(server, 503, "broker", said => said != "ok");
        Assert.Equal("ok", (await Look(server, "log")).Part);
        await mosquitto.Run();
        await Becomes(server, 200, "broker", said => said == "ok");
    }

    [Fact]
    public async Task A_lab_file_that_broke_is_named_while_the_house_goes_on()
    {
        await using var server = await TestServer.Start();
        await File.WriteAllTextAsync(Path.Combine(server.Lab, "lab.json"), "{");
        Assert.Contains("lab.json", await Becomes(server, 200, "lab", said => said != "ok"), StringComparison.Ordinal);
    }

    [MountFact]
    public async Task A_disk_that_is_nearly_full_is_named_before_it_is()
    {
        using var disk = SmallDisk.Mount("64m");
        await using var server = await TestServer.Start(TestLab.Lamp, disk.Folder);
        var (status, said) = await Look(server, "disk");
        Assert.Equal(200, status);
        Assert.Matches("only [0-9]+ MiB are left", said);
        var doctor = await Shell.Run(server.Url, "--lang", "en", "doctor");
        Assert.Equal(Exit.Ok, doctor.Exit);
        Assert.Contains("! Not well: disk: only", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_that_cannot_be_opened_are_named_while_the_house_goes_on()
    {
        var data = Folder.New("data");
        await File.WriteAllTextAsync(Path.Combine(data, "knowledge.db"), string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        await using (var server = await TestServer.Start(TestLab.Lamp, data))
        {
            await Becomes(server, 200, "documents", said => said.Contains("not a database", StringComparison.Ordinal));
            // The other figures are told all the same.
            var metrics = await server.Http.GetStringAsync("/metrics");
            Assert.Contains("\ngemeo_questions_total 0\n", metrics, StringComparison.Ordinal);
            Assert.DoesNotContain("gemeo_documents_waiting", metrics, StringComparison.Ordinal);
        }
        TestServer.Wipe(data);
    }
}
