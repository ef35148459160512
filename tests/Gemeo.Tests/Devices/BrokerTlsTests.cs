using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Hosting;
using Gemeo.Tests.Hosting.Tls;

namespace Gemeo.Tests.Devices;

/// <summary>TLS to a real Mosquitto, by a CA that the test makes.</summary>
public sealed class BrokerTlsTests : IDisposable
{
    readonly string _folder = Folder.New("mqtts");
    readonly ECDsa _caKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 _ca;

    public BrokerTlsTests()
    {
        _ca = TestCertificate.Issue("Lab CA", _caKey, null, null, authority: true);
        File.WriteAllText(In("ca.pem"), _ca.ExportCertificatePem());
        Issue("broker", "localhost");
    }

    string In(string file) => Path.Combine(_folder, file);

    void Issue(string file, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = TestCertificate.Issue(name, key, _ca, _caKey, authority: false);
        File.WriteAllText(In(file + ".pem"), made.ExportCertificatePem());
        File.WriteAllText(In(file + ".key"), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>One port in clear for the devices of the test, one with TLS for the server.</summary>
    async Task<(Mosquitto Broker, int Secure)> Broker(string more = "")
    {
        var secure = Mosquitto.FreePort();
        return (await Mosquitto.Start($"allow_anonymous true\nlistener {secure} 127.0.0.1\ncafile {In("ca.pem")}\ncertfile {In("broker.pem")}\nkeyfile {In("broker.key")}\n{more}"), secure);
    }

    static Task<TestServer> Server(int port, params string[] more) => TestServer.Start(args: [$"--Gemeo:Mqtt:Broker=mqtts://localhost:{port}", .. more]);

    string Ca => $"--Gemeo:Mqtt:BrokerCa={In("ca.pem")}";

    static Task Ready(TestServer server) => Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");

    static Task<string> Fault(TestServer server) => Wait.For(async () => (string?)(await server.Get("/devices"))!["fault"] is { } fault && fault != "not connected yet" ? fault : null, "the fault");

    [Fact]
    public async Task Readings_and_orders_go_over_TLS_to_a_broker_whose_authority_is_named()
    {
        var (broker, secure) = await Broker();
        await using var _ = broker;
        await using var server = await Server(secure, Ca);
        await Ready(server);
        await using var lamp = await Device.Connect(broker.Port, "lamp");
        lamp.OnHeard = (topic, text) => topic == "lamp/set" ? lamp.Say("lamp/state", text) : Task.CompletedTask;
        await lamp.Hear("lamp/set");
        await lamp.Say("lamp/state", "OFF");
        await server.Property("lamp", "ligada", v => !v.GetValue<bool>());
        Assert.Equal(200, (await server.Post("/things/lamp/actions/ligar")).Status);
        var (_, card) = await server.Post("/devices/credentials", new { user = "plug", things = new[] { "lamp" } });
        Assert.Equal(("localhost", secure, true, _ca.ExportCertificatePem()), ((string)card!["host"]!, (int)card["port"]!, (bool)card["tls"]!, (string)card["ca"]!));
    }

    [Fact]
    public async Task A_broker_that_asks_for_a_certificate_is_shown_ours()
    {
        Issue("ours", "gemeo");
        var (broker, secure) = await Broker("require_certificate true");
        await using var _ = broker;
        await using (var without = await Server(secure, Ca)) Assert.NotEmpty(await Fault(without));
        await using var server = await Server(secure, Ca, $"--Gemeo:Mqtt:BrokerCertificate={In("ours.pem")}", $"--Gemeo:Mqtt:BrokerCertificateKey={In("ours.key")}");
        await Ready(server);
    }

    [Theory]
    [InlineData(false, "localhost")] // nobody named its authority
    [InlineData(true, "elsewhere.example")] // another's name
    public async Task A_broker_that_does_not_show_who_it_is_gets_nothing_and_the_fault_names_the_setting(bool named, string name)
    {
        Issue("broker", name);
        var (broker, secure) = await Broker();
        await using var _ = broker;
        await using var server = await Server(secure, named ? [Ca, "--Gemeo:Mqtt:User=gemeo", "--Gemeo:Mqtt:Password=a-long-password"] : []);
        Assert.Contains("Gemeo:Mqtt:BrokerCa", await Fault(server), StringComparison.Ordinal);
        Assert.False((bool)(await server.Get("/devices"))!["connected"]!);
    }

    [Theory]
    [InlineData("BrokerCa", "/nowhere/ca.pem")]
    [InlineData("BrokerCa", "{key}")]
    [InlineData("BrokerCertificate", "/nowhere/own.pem")]
    [InlineData("BrokerCertificate", "{ca}")]
    public async Task A_file_that_cannot_be_used_is_refused_at_the_start_by_its_setting(string setting, string file)
    {
        file = file.Replace("{key}", In("broker.key"), StringComparison.Ordinal).Replace("{ca}", In("ca.pem"), StringComparison.Ordinal);
        var why = await Record.ExceptionAsync(() => Server(Mosquitto.FreePort(), $"--Gemeo:Mqtt:{setting}={file}"));
        Assert.Contains($"Gemeo:Mqtt:{setting}: '{file}'", StartFault.Explain(why!) ?? why!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broker", "broker", 1883, false)]
    [InlineData("mqtt://broker:1900/", "broker", 1900, false)]
    [InlineData("mqtts://broker", "broker", 8883, true)]
    [InlineData("[::1]:1884", "::1", 1884, false)]
    [InlineData("MQTTS://10.0.0.2:1", "10.0.0.2", 1, true)]
    public void An_address_of_a_broker_is_read(string text, string host, int port, bool encrypts) => Assert.Equal(new BrokerAddress(host, port, encrypts), BrokerAddress.Read(text));

    public void Dispose()
    {
        _ca.Dispose();
        _caKey.Dispose();
        Folder.Remove(_folder);
    }
}
