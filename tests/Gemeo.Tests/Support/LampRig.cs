namespace Gemeo.Tests.Support;

/// <summary>A server with one lamp that a test plugs in and out.</summary>
public sealed class LampRig : IAsyncDisposable
{
    readonly Mosquitto? _broker;
    readonly string[] _settings;
    readonly string _lab;
    readonly string _data = Folder.New("data");
    readonly List<string> _orders = [], _blinks = [];
    Device? _lamp;
    bool _on;

    LampRig(Mosquitto? broker, string lab, string[] settings) => (_broker, _lab, _settings) = (broker, lab, settings);

    public TestServer Server { get; private set; } = null!;
    public bool Deaf { get; set; }
    public string[] Orders { get { lock (_orders) return [.. _orders]; } }
    public string[] Blinks { get { lock (_orders) return [.. _blinks]; } }

    public static Task<LampRig> Start(Mosquitto? broker, params string[] settings) => Start(broker, TestLab.Lamp, settings);

    /// <summary>The lamp is given ten seconds for an order instead of one: for who wants it obeyed, on however busy a machine.</summary>
    public static Task<LampRig> StartPatiently(Mosquitto? broker) => Start(broker, TestLab.Lamp.Replace("\"gemeo:deadline\": 1", "\"gemeo:deadline\": 10", StringComparison.Ordinal), []);

    static async Task<LampRig> Start(Mosquitto? broker, string lab, string[] settings)
    {
        var rig = new LampRig(broker, lab, settings);
        await rig.StartServer();
        return rig;
    }

    async Task StartServer()
    {
        Server = await TestServer.Start(_lab, _data, [.. _settings, .. _broker is null ? (string[])[] : [$"--Gemeo:Mqtt:Broker=127.0.0.1:{_broker.Port}"]]);
        await Wait.For(async () => (await Server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
    }

    public async Task RestartServer()
    {
        await Server.DisposeAsync();
        await StartServer();
    }

    int Port => _broker?.Port ?? Server.MqttPort;

    public async Task PlugIn(bool on = false)
    {
        _on = on;
        _lamp = await Device.Connect(Port, "lamp-" + Guid.NewGuid().ToString("n"), "lamp/status");
        _lamp.OnHeard = Obey;
        await _lamp.Hear("lamp/set", "lamp/blink");
        await _lamp.Say("lamp/status", "online", retain: true);
        await Report(on);
        await Wait.For(async () => (await Server.Get("/things/lamp/state"))!["available"]?.GetValue<bool>() == true ? "" : null, "the lamp to be there");
        if (!on) await Wait.For(async () => (await Server.Http.GetAsync("/things/lamp/properties/ligada")).IsSuccessStatusCode ? "" : null, "the lamp's first report");
        else await Server.Property("lamp", "ligada", v => v.GetValue<bool>());
    }

    async Task Obey(string topic, string text)
    {
        lock (_orders) (topic == "lamp/set" ? _orders : _blinks).Add(text);
        if (!Deaf && topic == "lamp/set") await Report(text == "ON");
    }

    public Task Report(bool on)
    {
        _on = on;
        return _lamp!.Say("lamp/state", on ? "ON" : "OFF");
    }

    /// <summary>Cuts the connection without a word, so that the broker tells the last will.</summary>
    public async Task Unplug()
    {
        _lamp!.Client.Dispose();
        await Wait.For(async () => (await Server.Get("/things/lamp/state"))!["available"]?.GetValue<bool>() == false ? "" : null, "the last will");
    }

    public async Task<string[]> CommandStates(string id) =>
        [.. (await Server.Log()).Where(e => e["cause"]?.GetValue<string>() == id).Select(e => e["value"]!["state"]!.GetValue<string>())];

    public async ValueTask DisposeAsync()
    {
        if (_lamp is not null) await _lamp.DisposeAsync();
        await Server.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        Folder.Remove(_data);
    }
}
