using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Devices.Broker;
using Gemeo.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using MQTTnet;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Hosting.Tls;

public sealed class TlsTests : IDisposable
{
    readonly TestCertificate _certificate = new();

    public void Dispose() => _certificate.Dispose();

    Task<TestServer> Start(params string[] more) => TestServer.Start(args: ["--urls=http://127.0.0.1:0;https://127.0.0.1:0", "--Gemeo:Mqtt:TlsPort=0", "--Gemeo:Hosts:0=lab.example", .. _certificate.Settings, .. more]);

    static int HttpsPort(TestServer server) =>
        new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(a => a.StartsWith("https", StringComparison.Ordinal))).Port;

    static int MqttsPort(TestServer server) => server.Services.GetRequiredService<EmbeddedBroker>().TlsPort!.Value;

    static HttpClient Trusting(int port) => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = new($"https://127.0.0.1:{port}") };

    static async Task<ClientWebSocket> Socket(int port)
    {
        var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await socket.ConnectAsync(new Uri($"wss://127.0.0.1:{port}/ws"), CancellationToken.None);
        return socket;
    }

    static async Task<IMqttClient> Device(int port, string id)
    {
        var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithClientId(id).WithTlsOptions(o => o.UseTls().WithCertificateValidationHandler(_ => true)).Build());
        return client;
    }

    static Task Say(IMqttClient device, int value) => device.PublishAsync(new MqttApplicationMessageBuilder().WithTopic("sensor/distance").WithPayload($"{value}").WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce).Build());

    [Fact]
    public async Task HTTP_WebSocket_and_MQTT_are_spoken_over_TLS_with_the_certificate_of_the_files()
    {
        await using var server = await Start();
        var (https, mqtts) = (HttpsPort(server), MqttsPort(server));
        Assert.Equal(_certificate.Thumbprint, await TestCertificate.ShownAt(https));
        Assert.Equal(_certificate.Thumbprint, await TestCertificate.ShownAt(mqtts));
        await using var live = new LiveClient(await Socket(https));
        await live.Snapshot();
        using var device = await Device(mqtts, "sensor");
        await Say(device, 7);
        Assert.Equal(7, (await live.Entry("sensor"))["value"]!.GetValue<int>());
        using var http = Trusting(https);
        Assert.Equal("7", await http.GetStringAsync("/things/sensor/properties/distance"));
        Assert.Equal(0, await HealthVerb.RunAsync([$"--urls=https://127.0.0.1:{https}"]));
    }

    [Fact]
    public async Task Browsers_are_told_to_keep_to_TLS_under_a_name_and_never_on_loopback_or_in_clear()
    {
        await using var server = await Start();
        using var http = Trusting(HttpsPort(server));
        async Task<bool> Told(HttpClient from, string host)
        {
            using var answer = await from.SendAsync(new(HttpMethod.Get, "/health/live") { Headers = { Host = host } });
            Assert.True(answer.IsSuccessStatusCode);
            return answer.Headers.Contains("Strict-Transport-Security");
        }
        Assert.True(await Told(http, "lab.example"));
        Assert.False(await Told(http, "127.0.0.1"));
        Assert.False(await Told(http, "localhost"));
        Assert.False(await Told(server.Http, "lab.example"));
    }

    [Fact]
    public async Task Certificates_replaced_under_load_drop_nobody()
    {
        await using var server = await Start();
        var (https, mqtts) = (HttpsPort(server), MqttsPort(server));
        await using var live = new LiveClient(await Socket(https));
        await live.Snapshot();
        using var device = await Device(mqtts, "sensor");
        var lost = false;
        device.DisconnectedAsync += _ => Task.FromResult(lost = true);
        using var done = new CancellationTokenSource();
        var said = Load(device, done.Token);

        var first = _certificate.Thumbprint;
        var second = _certificate.Replace();
        Assert.NotEqual(first, second);
        foreach (var port in (int[])[https, mqtts]) await Wait.For(async () => await TestCertificate.ShownAt(port) == second ? "" : null, $"the new certificate at {port}");

        var third = _certificate.Replace();
        await Wait.For(async () => await TestCertificate.ShownAt(https) == third ? "" : null, "the newest certificate");

        await done.CancelAsync();
        var last = await said;
        Assert.True(last > 0);
        // All that was acknowledged came over the socket that was open all the while, in order.
        for (var next = 1; next <= last; next++) Assert.Equal(next, (await live.Entry("sensor"))["value"]!.GetValue<int>());
        Assert.False(lost);
    }

    static async Task<int> Load(IMqttClient device, CancellationToken until)
    {
        for (var value = 1; ; value++)
        {
            await Say(device, value);
            if (until.IsCancellationRequested) return value;
        }
    }

    [Theory]
    [InlineData("/nowhere/cert.pem", null, "Gemeo:Tls:Certificate: the file '/nowhere/cert.pem' cannot be read")]
    [InlineData("{cert}", "/nowhere/key.pem", "Gemeo:Tls:CertificateKey: the file '/nowhere/key.pem' cannot be read")]
    [InlineData("{cert}", null, "Gemeo:Tls:CertificateKey names its file")]
    [InlineData("{cert}", "{cert}", "Gemeo:Tls:Certificate:")]
    [InlineData("{rubbish}", null, "Gemeo:Tls:Certificate:")]
    [InlineData("{rubbish}", "{key}", "Gemeo:Tls:Certificate:")]
    public async Task A_start_with_files_that_cannot_work_is_one_sentence_that_names_the_setting(string certificate, string? key, string named)
    {
        var rubbish = Path.Combine(_certificate.Folder, "rubbish");
        await File.WriteAllTextAsync(rubbish, "no certificate at all");
        string In(string text) => text.Replace("{cert}", _certificate.Certificate, StringComparison.Ordinal).Replace("{key}", _certificate.Key, StringComparison.Ordinal).Replace("{rubbish}", rubbish, StringComparison.Ordinal);
        string[] args = ["--urls=https://127.0.0.1:0", $"--Gemeo:Tls:Certificate={In(certificate)}", .. key is null ? (string[])[] : [$"--Gemeo:Tls:CertificateKey={In(key)}"]];
        var why = await Record.ExceptionAsync(() => TestServer.Start(args: args));
        var sentence = StartFault.Explain(why!);
        Assert.Contains(named, sentence ?? why!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence!);
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("one-file")]
    [InlineData("encrypted-key")]
    public async Task A_certificate_may_come_as_PFX_in_one_file_or_with_an_encrypted_key(string how)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = TestCertificate.Make("lab.example", key);
        var (file, keyFile) = (Path.Combine(_certificate.Folder, "own"), Path.Combine(_certificate.Folder, "own.key"));
        if (how == "pfx") await File.WriteAllBytesAsync(file, made.Export(X509ContentType.Pfx, "a password"));
        else if (how == "one-file") await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem() + "\n" + made.ExportCertificatePem());
        else
        {
            await File.WriteAllTextAsync(file, made.ExportCertificatePem());
            await File.WriteAllTextAsync(keyFile, key.ExportEncryptedPkcs8PrivateKeyPem("a password", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        }
        string[] args = ["--urls=https://127.0.0.1:0", $"--Gemeo:Tls:Certificate={file}", .. how == "one-file" ? (string[])[] : ["--Gemeo:Tls:Password=a password"], .. how == "encrypted-key" ? (string[])[$"--Gemeo:Tls:CertificateKey={keyFile}"] : []];
        await using var server = await TestServer.Start(args: args);
        Assert.Equal(made.Thumbprint, await TestCertificate.ShownAt(server.Url.Port));
    }
}
