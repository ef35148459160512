using System.Text.Json.Nodes;
using Gemeo.Tests.Cli;

namespace Gemeo.Tests.Devices.Credentials;

/// <summary>A real Mosquitto with the files that the server writes for it.</summary>
public sealed class BrokerFileTests
{
    [Fact]
    public async Task Mosquitto_lets_in_whom_we_let_in_and_no_other_and_hears_of_changes()
    {
        await using var rig = await FencedMosquitto.Start();
        var card = await rig.Add("plug", "lamp");
        await using var device = await rig.Connect(card);
        await device.Hear("lamp/#");
        device.OnHeard = (topic, text) => topic == "lamp/set" ? device.Say("lamp/state", text) : Task.CompletedTask;
        await device.Say("lamp/status", "online");
        await Wait.For(async () => (await rig.Server.Get("/things/lamp/state"))!["available"]?.GetValue<bool>() == true ? "" : null, "the lamp");
        Assert.Equal(200, (await rig.Server.Post("/lab/ligar_luz")).Status);
        await Assert.ThrowsAnyAsync<Exception>(() => Device.Connect(rig.Broker.Port, "plug", user: "plug", password: "wrong-password"));
        await Assert.ThrowsAnyAsync<Exception>(() => Device.Connect(rig.Broker.Port, "stranger"));
        await rig.Event("refused-connection");
        Assert.True(device.Client.IsConnected);
        Assert.Equal(204, (await rig.Server.Send(HttpMethod.Delete, "/devices/credentials/plug")).Status);
        await Wait.Until(() => !device.Client.IsConnected, "Mosquitto to end the connection");
        await Assert.ThrowsAnyAsync<Exception>(() => rig.Connect(card));
    }

    [Fact]
    public async Task Files_follow_the_lab_and_are_nobody_else_s_to_read()
    {
        await using var rig = await FencedMosquitto.Start();
        await rig.Add("plug", "lamp");
        Task<string> Acl() => File.ReadAllTextAsync(Path.Combine(rig.Files, "acl"));
        await Wait.For(async () => (await Acl()).Contains("user plug", StringComparison.Ordinal) ? "" : null, "the credential in the file");
        var file = Path.Combine(rig.Server.Lab, "lab.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"lamp/state\"", "\"lamp/new-state\"", StringComparison.Ordinal));
        await Wait.For(async () => (await Acl()).Contains("topic write lamp/new-state\n", StringComparison.Ordinal) ? "" : null, "the new topic in the file");
        Assert.DoesNotContain("lamp/state\n", await Acl(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(Path.Combine(rig.Files, "passwd")));
        Assert.DoesNotContain(rig.OwnPassword, await File.ReadAllTextAsync(Path.Combine(rig.Files, "passwd")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_process_to_tell_the_doctor_says_that_Mosquitto_has_to_read_them()
    {
        await using var broker = await Mosquitto.Start();
        var files = Folder.New("files");
        await using var server = await TestServer.Start(args: [$"--Gemeo:Mqtt:Broker=127.0.0.1:{broker.Port}", $"--Gemeo:Mqtt:Files={files}", "--Gemeo:Mqtt:User=server", "--Gemeo:Mqtt:Password=a-long-password"]);
        Assert.False((await server.Get("/devices"))!["files"]!["heeded"]!.GetValue<bool>());
        Assert.Contains("kill -HUP", (await Shell.Run(server.Url, "doctor", "--lang", "en")).Out, StringComparison.Ordinal);
        Folder.Remove(files);
    }

    [Fact]
    public async Task A_topic_cannot_become_a_line_of_the_file()
    {
        var files = Folder.New("files");
        var lab = TestLab.Lamp.Replace("\"href\": \"sensor/distance\"", "\"href\": \"\", \"mqv:topic\": \"sensor/x\\nuser stranger\\ntopic readwrite a\"", StringComparison.Ordinal);
        await using var server = await TestServer.Start(lab, null, $"--Gemeo:Mqtt:Broker=127.0.0.1:{Mosquitto.FreePort()}", $"--Gemeo:Mqtt:Files={files}", "--Gemeo:Mqtt:User=server", "--Gemeo:Mqtt:Password=a-long-password");
        await server.Post("/devices/credentials", new { user = "probe", things = new[] { "sensor" } });
        var acl = await Wait.For(async () => await File.ReadAllTextAsync(Path.Combine(files, "acl")) is var text && text.Contains("user probe", StringComparison.Ordinal) ? text : null, "the file");
        Assert.DoesNotContain("stranger", acl, StringComparison.Ordinal);
        Folder.Remove(files);
    }
}

/// <summary>A Mosquitto whose rights are the server's: it reads the files that the server writes, and is told when they change.</summary>
public sealed class FencedMosquitto : IAsyncDisposable
{
    FencedMosquitto() { }

    public string Files { get; } = Folder.New("files");
    public string OwnPassword { get; } = Guid.NewGuid().ToString("n");
    public Mosquitto Broker { get; private set; } = null!;
    public TestServer Server { get; private set; } = null!;

    public static async Task<FencedMosquitto> Start(bool tellsAll = false)
    {
        var rig = new FencedMosquitto();
        var pid = Path.Combine(rig.Files, "pid");
        // The server writes the files, Mosquitto starts with them: as on a machine where both are set up.
        var port = Mosquitto.FreePort();
        rig.Server = await TestServer.Start(args: [$"--Gemeo:Mqtt:Broker=127.0.0.1:{port}", $"--Gemeo:Mqtt:Files={rig.Files}", $"--Gemeo:Mqtt:PidFile={pid}", "--Gemeo:Mqtt:User=server", $"--Gemeo:Mqtt:Password={rig.OwnPassword}", .. tellsAll ? (string[])[$"--Gemeo:Mqtt:BrokerLog={rig.Files}/log"] : []]);
        var conf = await File.ReadAllTextAsync(Path.Combine(rig.Files, "mosquitto.conf"));
        rig.Broker = await Mosquitto.Start($"{conf}\npid_file {pid}\n{(tellsAll ? $"log_dest file {rig.Files}/log\nlog_type debug" : "")}", port);
        await Wait.For(async () => (await rig.Server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
        return rig;
    }

    public async Task<JsonNode> Add(string user, string thing)
    {
        var (status, card) = await Server.Post("/devices/credentials", new { user, things = new[] { thing } });
        Assert.Equal(201, status);
        await Wait.For(async () =>
        {
            try { await using (await Connect(card!)) return ""; }
            catch (Exception) { return null; }
        }, "Mosquitto to know it");
        return card!;
    }

    public Task<Device> Connect(JsonNode card) => Device.Connect(Broker.Port, card["clientId"]!.GetValue<string>(), user: card["user"]!.GetValue<string>(), password: card["password"]!.GetValue<string>());

    public Task<JsonNode> Event(string kind) => Wait.For(async () => (await Server.Log()).FirstOrDefault(e => e["name"]!.GetValue<string>() == kind), kind);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Broker.DisposeAsync();
        Folder.Remove(Files);
    }
}
