using System.Diagnostics;
using Gemeo.Hosting;
using Gemeo.Tests.Support;
using Microsoft.Extensions.Options;

namespace Gemeo.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("--Gemeo:Mqtt:Port=70000", "Gemeo:Mqtt:Port")]
    [InlineData("--Gemeo:Language=fr", "Gemeo:Language")]
    [InlineData("--Gemeo:Mqtt:Broker=::", "Gemeo:Mqtt:Broker")]
    [InlineData("--Gemeo:Mqtt:Broker=http://broker", "Gemeo:Mqtt:Broker")]
    [InlineData("--Gemeo:Mqtt:Broker=mqtts://ana:word@broker", "Gemeo:Mqtt:Broker")]
    [InlineData("--Gemeo:Mqtt:Broker=broker/path", "Gemeo:Mqtt:Broker")]
    [InlineData("--Gemeo:Mqtt:BrokerCa=/nowhere", "Gemeo:Mqtt:BrokerCa")]
    [InlineData("--Gemeo:Mqtt:BrokerCertificate=/nowhere", "Gemeo:Mqtt:BrokerCertificate")]
    [InlineData("--Gemeo:Mqtt:BrokerCertificateKey=/nowhere", "Gemeo:Mqtt:BrokerCertificateKey")]
    [InlineData("--Gemeo:Mqtt:Address=everywhere", "Gemeo:Mqtt:Address")]
    [InlineData("--Gemeo:Mqtt:BrokerLog=/nowhere", "Gemeo:Mqtt:BrokerLog")]
    [InlineData("--Gemeo:Key=short", "Gemeo:Key")]
    [InlineData("--Gemeo:Mqtt:Limits:MessagesPerDevice=0", "Gemeo:Mqtt:Limits:MessagesPerDevice")]
    [InlineData("--Gemeo:Mqtt:Limits:PacketKilobytes=-1", "Gemeo:Mqtt:Limits:PacketKilobytes")]
    [InlineData("--Gemeo:Mqtt:Limits:HandshakeSeconds=NaN", "Gemeo:Mqtt:Limits:HandshakeSeconds")]
    [InlineData("--Gemeo:Mqtt:Files=/nowhere", "Gemeo:Mqtt:Broker")]
    [InlineData("--Gemeo:Mqtt:PidFile=/nowhere", "Gemeo:Mqtt:PidFile")]
    [InlineData("--Gemeo:Security:Webhook=ftp://x", "Gemeo:Security:Webhook")]
    [InlineData("--Gemeo:Security:WebhookSecret=short", "Gemeo:Security:WebhookSecret")]
    [InlineData("--Gemeo:Origins:0=*", "Gemeo:Origins")]
    [InlineData("--Gemeo:Live:MaxLag=1", "Gemeo:Live:MaxLag")]
    [InlineData("--Gemeo:Mqtt:Port=many", "Gemeo:Mqtt:Port")]
    [InlineData("--Gemeo:Mqqt:Port=1", "Gemeo:Mqqt: there is no such setting. Did you mean \"Mqtt\"?")]
    [InlineData("--Gemeo:Mqtt:Usr=a", "Gemeo:Mqtt:Usr: there is no such setting. Did you mean \"User\"?")]
    [InlineData("--Gemeo:Live:Heartbeat=NaN", "Gemeo:Live:Heartbeat")]
    [InlineData("--Gemeo:Live:SendTimeout=NaN", "Gemeo:Live:SendTimeout")]
    [InlineData("--Gemeo:Presence:RoomCap=0", "Gemeo:Presence:RoomCap")]
    [InlineData("--Gemeo:Presence:Grace=NaN", "Gemeo:Presence:Grace")]
    [InlineData("--Gemeo:Log:RetentionDays=NaN", "Gemeo:Log:RetentionDays")]
    [InlineData("--Gemeo:Documents:MaxMegabytes=0", "Gemeo:Documents:MaxMegabytes")]
    [InlineData("--Gemeo:Documents:MaxPages=0", "Gemeo:Documents:MaxPages")]
    [InlineData("--Gemeo:Documents:MaxFiles=0", "Gemeo:Documents:MaxFiles")]
    [InlineData("--Gemeo:Origins:0=https://lab.example/", "Gemeo:Origins")]
    [InlineData("--Gemeo:Telemetry:Otlp=collector", "Gemeo:Telemetry:Otlp")]
    [InlineData("--Gemeo:Mqtt:TlsPort=0", "Gemeo:Tls:Certificate")]
    [InlineData("--Gemeo:Mqtt:TlsPort=70000", "Gemeo:Mqtt:TlsPort")]
    [InlineData("--Gemeo:Mqtt:TlsAddress=here", "Gemeo:Mqtt:TlsAddress")]
    [InlineData("--Gemeo:Tls:CertificateKey=/a", "Gemeo:Tls:CertificateKey")]
    [InlineData("--Gemeo:Tls:Password=secret", "Gemeo:Tls:Password")]
    [InlineData("--Gemeo:Proxies:0=proxy.example", "Gemeo:Proxies")]
    [InlineData("--urls=https://127.0.0.1:8443", "Gemeo:Tls:Certificate")]
    [InlineData("--Gemeo:Telemetry:Otlp=http://a:b@collector", "Gemeo:Telemetry:Otlp")]
    [InlineData("--Gemeo:Telemetry:Protocol=smoke", "Gemeo:Telemetry:Protocol")]
    [InlineData("--Gemeo:Hosts:0=http://lab.example", "Gemeo:Hosts")]
    [InlineData("--lab=labs/load", "--lab: there is no such setting. Did you mean --Gemeo:Lab?")]
    [InlineData("--Lan", "--Lan: there is no such setting. Did you mean --lan?")]
    [InlineData("lan", "lan: ")]
    [InlineData("--Gemeo:Lab", "--Gemeo:Lab: a value is missing")]
    [InlineData("--urls=garbage", "--urls")]
    [InlineData("--urls=127.0.0.1:8080", "--urls")]
    [InlineData("--urls=https://127.0.0.1:0", "--urls")]
    [InlineData("--urls=http://localhost:0", "--urls")]
    [InlineData("--urls=http://127.0.0.1:99999", "--urls")]
    public async Task A_setting_that_cannot_work_is_refused_by_its_name(string argument, string named)
    {
        var why = await Record.ExceptionAsync(() => TestServer.Start(args: argument));
        Assert.Contains(named, StartFault.Explain(why!) ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Gemeo": { "Language": "fr" } }""", "Gemeo:Language")]
    [InlineData("""{ "Gemeo": { "Mqqt": {} } }""", "Gemeo:Mqqt")]
    [InlineData("""{ "Mqtt": { "Port": 1 } }""", "gemeo.json: Mqtt: there is no such setting")]
    [InlineData("""{ "Gemeo": { """, "gemeo.json")]
    public async Task A_settings_file_that_cannot_work_is_refused_by_its_name(string text, string named)
    {
        var folder = Folder.New("settings");
        await File.WriteAllTextAsync(Path.Combine(folder, "gemeo.json"), text);
        var why = await Record.ExceptionAsync(() => TestServer.Start(args: $"--contentRoot={folder}"));
        Assert.Contains(named, StartFault.Explain(why!) ?? "", StringComparison.Ordinal);
        Folder.Remove(folder);
    }

    [Fact]
    public async Task A_settings_file_is_heeded()
    {
        var folder = Folder.New("settings");
        await File.WriteAllTextAsync(Path.Combine(folder, "gemeo.json"), """{ "Gemeo": { "Language": "en" } }""");
        await using var server = await TestServer.Start(args: $"--contentRoot={folder}");
        Assert.Equal("There is nothing at this address.", (await server.Send(HttpMethod.Get, "/nowhere")).Body!["erro"]!.GetValue<string>());
        Folder.Remove(folder);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("mqtt")]
    public async Task A_start_that_fails_says_its_sentence_and_nothing_else(string taken)
    {
        await using var first = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"));
        using var second = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll"), $"--urls={(taken == "http" ? first.Url.AbsoluteUri : "http://127.0.0.1:0")}", $"--Gemeo:Mqtt:Port={(taken == "mqtt" ? first.MqttPort : 0)}",
             $"--Gemeo:Lab={first.Lab}", $"--Gemeo:Data={Folder.New("data")}"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (second.StandardOutput.ReadToEndAsync(), second.StandardError.ReadToEndAsync());
        await second.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, second.ExitCode);
        Assert.Contains(taken == "http" ? "--urls=" : "--Gemeo:Mqtt:Port=", Assert.Single((await errors).Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_already_taken_is_one_sentence_that_tells_what_to_set()
    {
        await using var first = await TestServer.Start();
        var http = await Record.ExceptionAsync(() => TestServer.Start(args: $"--urls={first.Url}"));
        Assert.Contains("--urls", StartFault.Explain(http!), StringComparison.Ordinal);
        var mqtt = await Record.ExceptionAsync(() => TestServer.Start(args: $"--Gemeo:Mqtt:Port={first.MqttPort}"));
        Assert.Contains("--Gemeo:Mqtt:Port", StartFault.Explain(mqtt!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_says_one_sentence_and_shows_no_stack()
    {
        await using var first = await TestServer.Start();
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll"), "--urls=http://127.0.0.1:0", $"--Gemeo:Mqtt:Port={first.MqttPort}", $"--Gemeo:Lab={first.Lab}", $"--Gemeo:Data={first.Data}2"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var second = Process.Start(start)!;
        var said = second.StandardOutput.ReadToEndAsync();
        var sentence = Assert.Single((await second.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await second.WaitForExitAsync();
        Folder.Remove($"{first.Data}2");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("--Gemeo:Mqtt:Port", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.2", "127.0.0.2")]
    [InlineData("::1", "[::1]")]
    [InlineData("::", "[::]")]
    public async Task Devices_find_the_broker_on_whatever_address_it_listens(string address, string told)
    {
        await using var server = await TestServer.Start(Path.Combine(Repository.Root, "labs", "demo"), null, $"--Gemeo:Mqtt:Address={address}", "--Gemeo:Simulator=true");
        await server.Property("lampada-bancada", "ligada", v => !v.GetValue<bool>());
        Assert.Equal($"{told}:{server.MqttPort}", (string?)(await server.Get("/devices"))!["address"]);
        var (status, card) = await server.Post("/devices/credentials", new { user = "plug", things = new[] { "lampada-bancada" } });
        Assert.Equal(201, status);
        using var client = new MQTTnet.MqttClientFactory().CreateMqttClient();
        var host = address == "::" ? "::1" : (string)card!["host"]!;
        await client.ConnectAsync(new MQTTnet.MqttClientOptionsBuilder().WithTcpServer(host, server.MqttPort).WithClientId("plug").WithCredentials("plug", (string)card!["password"]!).Build());
        Assert.True(client.IsConnected);
    }

    [Fact]
    public async Task A_lab_that_is_not_there_is_named()
    {
        var why = await Record.ExceptionAsync(() => TestServer.Start(args: "--Gemeo:Lab=/nowhere/lab"));
        Assert.Contains("/nowhere/lab", StartFault.Explain(why!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_lab_is_loaded_again_and_a_faulty_edit_leaves_the_last_good_one()
    {
        await using var server = await TestServer.Start();
        var file = Path.Combine(server.Lab, "lab.json");
        var good = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, good.Replace("\"Sensor\"", "\"Sensor novo\"", StringComparison.Ordinal));
        await Wait.For(async () => (await server.Get("/things/sensor"))!["title"]!.GetValue<string>() == "Sensor novo" ? "" : null, "the reload");
        await File.WriteAllTextAsync(file, good.Replace("\"number\"", "\"nmber\"", StringComparison.Ordinal));
        var faults = await Wait.For(async () => (await server.Get("/lab"))!["faults"]!.AsArray() is { Count: > 0 } f ? f : null, "the fault");
        Assert.Contains("/things/1/properties/distance/type", faults[0]!["pointer"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Sensor novo", (await server.Get("/things/sensor"))!["title"]!.GetValue<string>());
    }
}
