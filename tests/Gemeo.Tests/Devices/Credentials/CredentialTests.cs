using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CsCheck;
using Gemeo.Devices.Broker;
using Gemeo.Devices.Credentials;
using Gemeo.Tests.Cli;
using Gemeo.Tests.Hosting.Tls;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Devices.Credentials;

/// <summary>Credentials as people make and revoke them, over HTTP and with <c>gemeo device</c>.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task One_is_made_used_listed_and_revoked_and_its_connection_ends()
    {
        var (status, card) = await _server.Post("/devices/credentials", new { user = "plug", things = new[] { "lamp" } });
        Assert.Equal((201, "plug", _server.MqttPort), (status, card!["clientId"]!.GetValue<string>(), card["port"]!.GetValue<int>()));
        Assert.Equal(["lamp/state", "lamp/status"], card["publishes"]!.AsArray().Select(t => t!.GetValue<string>()));
        Assert.Equal(["lamp/blink", "lamp/set"], card["subscribes"]!.AsArray().Select(t => t!.GetValue<string>()));
        await using var device = await Device.Connect(_server.MqttPort, "plug", user: "plug", password: card["password"]!.GetValue<string>());
        await device.Say("lamp/state", "ON");
        var listed = (await _server.Get("/devices/credentials"))!["items"]!.AsArray().Single()!;
        Assert.DoesNotContain("password", listed.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(204, (await _server.Send(HttpMethod.Delete, "/devices/credentials/plug")).Status);
        await Wait.Until(() => !device.Client.IsConnected, "the connection to end");
        Assert.NotNull((await _server.Get("/devices/credentials"))!["items"]![0]!["revoked"]);
        Assert.Equal((404, "urn:gemeo:problem:no-credential"), await Refusal(HttpMethod.Delete, "/devices/credentials/plug"));
        // Its name is free again.
        Assert.Equal(201, (await _server.Post("/devices/credentials", new { user = "plug", things = new[] { "lamp" } })).Status);
    }

    async Task<(int, string)> Refusal(HttpMethod method, string path, object? body = null)
    {
        var (status, problem) = await _server.Send(method, path, body);
        return (status, problem!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"user":"a b","things":["lamp"]}""", 400)]
    [InlineData("""{"user":"a:b","things":["lamp"]}""", 400)]
    [InlineData("""{"user":"a\nuser root","things":["lamp"]}""", 400)]
    [InlineData("""{"user":"gemeo","things":["lamp"]}""", 400)]
    [InlineData("""{"user":"gemeo-simulator","things":["lamp"]}""", 400)]
    [InlineData("""{"user":"plug","things":[]}""", 400)]
    [InlineData("""{"user":"plug","things":[1]}""", 400)]
    [InlineData("""{"user":"plug"}""", 400)]
    [InlineData("""{"things":["lamp"]}""", 400)]
    [InlineData("""[]""", 400)]
    [InlineData("""{"user":"plug","things":["lamp"],"clientId":"gemeo"}""", 400)]
    [InlineData("""{"user":"plug","things":["lamp"],"clientId":7}""", 400)]
    [InlineData("""{"user":"plug","things":["nobody"]}""", 404)]
    public async Task What_makes_no_sense_is_refused_and_nothing_is_made(string body, int status)
    {
        Assert.Equal(status, (await _server.Post("/devices/credentials", JsonNode.Parse(body))).Status);
        Assert.Empty((await _server.Get("/devices/credentials"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_name_or_client_id_that_is_taken_is_refused()
    {
        Assert.Equal(201, (await _server.Post("/devices/credentials", new { user = "plug", things = new[] { "lamp" } })).Status);
        Assert.Equal((409, "urn:gemeo:problem:credential-exists"), await Refusal(HttpMethod.Post, "/devices/credentials", new { user = "plug", things = new[] { "lamp" } }));
        Assert.Equal((409, "urn:gemeo:problem:credential-exists"), await Refusal(HttpMethod.Post, "/devices/credentials", new { user = "other", things = new[] { "lamp" }, clientId = "plug" }));
    }

    [Fact]
    public async Task The_command_tells_what_to_type_into_the_device_and_what_it_tells_works()
    {
        var added = await Shell.Run(_server.Url, "device", "add", "plug", "--thing", "lamp", "--lang", "en");
        Assert.Equal(0, added.Exit);
        Assert.Contains("MqttUser plug", added.Out, StringComparison.Ordinal);
        Assert.Contains("username: plug", added.Out, StringComparison.Ordinal);
        var line = added.Out.Split('\n').Single(l => l.StartsWith("mosquitto_pub -", StringComparison.Ordinal)).Replace("-m '…'", "-m ON", StringComparison.Ordinal);
        using var publish = Process.Start(new ProcessStartInfo("sh", ["-c", line]))!;
        await publish.WaitForExitAsync();
        Assert.Equal(0, publish.ExitCode);
        await _server.Property("lamp", "ligada", v => v.GetValue<bool>());
        Assert.Contains("plug", (await Shell.Run(_server.Url, "device", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Shell.Run(_server.Url, "device", "revoke", "plug")).Exit);
        Assert.Contains("no", (await Shell.Run(_server.Url, "device", "list", "--lang", "en")).Out, StringComparison.Ordinal);
        Assert.NotEqual(0, (await Shell.Run(_server.Url, "device", "revoke", "plug")).Exit);
    }

    [Fact]
    public async Task With_TLS_the_command_tells_the_port_and_the_authority_and_what_it_tells_works_with_a_chain_of_certificates()
    {
        using var files = new TestCertificate();
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256), betweenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256), ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = TestCertificate.Issue("Lab root", rootKey, null, null, authority: true);
        using var between = TestCertificate.Issue("Lab authority", betweenKey, root, rootKey, authority: true);
        using var own = TestCertificate.Issue("localhost", ownKey, between, betweenKey, authority: false);
        await File.WriteAllTextAsync(files.Certificate, string.Join('\n', own.ExportCertificatePem(), between.ExportCertificatePem(), root.ExportCertificatePem()));
        await File.WriteAllTextAsync(files.Key, ownKey.ExportPkcs8PrivateKeyPem());
        await using var server = await TestServer.Start(args: ["--Gemeo:Mqtt:TlsPort=0", .. files.Settings]);
        var added = await Shell.Run(server.Url, "device", "add", "plug", "--thing", "lamp", "--lang", "en");
        var port = server.Services.GetRequiredService<EmbeddedBroker>().TlsPort;
        Assert.Contains($"{port} TLS", added.Out, StringComparison.Ordinal);
        Assert.Contains($"MqttPort {port}; MqttUser plug", added.Out, StringComparison.Ordinal);
        Assert.Contains("SetOption103 1; SetOption132 1", added.Out, StringComparison.Ordinal);
        Assert.Contains("  certificate_authority: |\n    -----BEGIN CERTIFICATE-----\n", added.Out, StringComparison.Ordinal);
        Assert.Contains($"Without TLS the broker listens on 127.0.0.1 port {server.MqttPort}.", added.Error + added.Out, StringComparison.Ordinal);
        // As a person would: the last block goes into the file of its name, the line into a shell beside it.
        var pem = added.Out[added.Out.LastIndexOf("-----BEGIN", StringComparison.Ordinal)..];
        Assert.Equal(root.ExportCertificatePem(), pem.Trim());
        await File.WriteAllTextAsync(Path.Combine(files.Folder, "gemeo-ca.pem"), pem);
        var line = added.Out.Split('\n').Single(l => l.StartsWith("mosquitto_pub -", StringComparison.Ordinal)).Replace("-m '…'", "-m ON", StringComparison.Ordinal).Replace("-h 127.0.0.1", "-h localhost", StringComparison.Ordinal);
        using var publish = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { WorkingDirectory = files.Folder })!;
        await publish.WaitForExitAsync();
        Assert.Equal(0, publish.ExitCode);
        await server.Property("lamp", "ligada", v => v.GetValue<bool>());
    }

    [Fact]
    public void A_password_fits_its_own_hash_and_no_other() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
        {
            var hash = PasswordHash.Of(one);
            Assert.True(PasswordHash.Fits(hash, one));
            Assert.Equal(one == other, PasswordHash.Fits(hash, other));
        }, iter: 50);

    [Theory]
    [InlineData("")]
    [InlineData("$7$")]
    [InlineData("$7$0$AA==$AA==")]
    [InlineData("$7$2000000000$AA==$AA==")]
    [InlineData("$6$AA==$AA==")]
    [InlineData("$7$101$!$!")]
    [InlineData("$7$101$AA==$")]
    public void What_is_no_hash_fits_nothing(string hash) => Assert.False(PasswordHash.Fits(hash, ""));

    [Fact]
    public async Task A_hash_made_by_Mosquitto_is_understood()
    {
        var file = Path.Combine(Folder.New("passwd"), "passwd");
        using var make = Process.Start(new ProcessStartInfo("mosquitto_passwd", ["-c", "-b", file, "plug", "a-password"]))!;
        await make.WaitForExitAsync();
        var hash = (await File.ReadAllTextAsync(file)).Trim().Split(':')[1];
        Assert.True(PasswordHash.Fits(hash, "a-password"));
        Assert.False(PasswordHash.Fits(hash, "another"));
        Folder.Remove(Path.GetDirectoryName(file)!);
    }
}
