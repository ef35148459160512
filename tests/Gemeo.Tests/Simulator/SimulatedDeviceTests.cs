using System.Text.Json;
using Gemeo.Simulator;
using Gemeo.Simulator.Devices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MQTTnet.Server;
using Xunit;

namespace Gemeo.Tests.Simulator;

public sealed class SimulatedDeviceTests : IAsyncLifetime
{
    static readonly DeviceEntry _bulb = new("lampada-bancada", "lamp");
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 3, 1, 10, 0, 0, TimeSpan.Zero));
    TestBroker _broker = null!;
    SimulatedLab? _lab;

    public async Task InitializeAsync() => _broker = await TestBroker.StartAsync();

    public async Task DisposeAsync()
    {
        if (_lab is not null)
            await _lab.DisposeAsync();
        await _broker.DisposeAsync();
    }

    async Task<SimulatedDevice> Start(DeviceEntry entry)
    {
        _lab = await SimulatedLab.StartAsync(new SimulatorFile([entry], Seed: 7), _broker.Address, _time, NullLoggerFactory.Instance);
        await Online(_lab[entry.Id]);
        await _broker.Next($"simulator/{entry.Id}/mode");
        return _lab[entry.Id];
    }

    Task Online(SimulatedDevice device) => _broker.Until(() => device.Online, $"{device.Id} to be online");

    [Fact]
    public async Task A_lamp_says_that_it_is_there_and_then_its_state_retained()
    {
        await Start(_bulb);
        Assert.Equal(["online"], _broker.Payloads("lab/lampada-bancada/status"));
        Assert.Equal(["OFF"], _broker.Payloads("lab/lampada-bancada/state"));
        Assert.Equal(["100"], _broker.Payloads("lab/lampada-bancada/brightness"));
        Assert.True(_broker.WasRetained("lab/lampada-bancada/state") && _broker.WasRetained("lab/lampada-bancada/status"));
    }

    [Fact]
    public async Task A_lamp_obeys_and_reports()
    {
        await Start(_bulb);
        await _broker.Say("lab/lampada-bancada/set", "ON");
        await _broker.Next("lab/lampada-bancada/state", "ON");
        await _broker.Say("lab/lampada-bancada/brightness/set", "40");
        await _broker.Next("lab/lampada-bancada/brightness", "40");
        _broker.Forget();
        await _broker.Say("lab/lampada-bancada/brightness/set", "140");
        await _broker.Say("lab/lampada-bancada/set", "rubbish");
        await _broker.Say("lab/lampada-bancada/set", "TOGGLE");
        Assert.Equal("OFF", await _broker.Next("lab/lampada-bancada/state"));
        Assert.Empty(_broker.Payloads("lab/lampada-bancada/brightness"));
    }

    [Theory]
    [InlineData(false, "OFF")]
    [InlineData(true, "ON")]
    public async Task Unplugging_fires_the_last_will_and_plugging_back_starts_as_its_kind_does(bool restore, string state)
    {
        var lamp = await Start(_bulb with { Restore = restore });
        await _broker.Say("lab/lampada-bancada/set", "ON");
        await _broker.Next("lab/lampada-bancada/state", "ON");
        await lamp.DropAsync();
        await _broker.Next("lab/lampada-bancada/status", "offline");
        Assert.NotEqual(MqttClientDisconnectType.Clean, _broker.Departures["lampada-bancada"]);
        await _broker.Next("simulator/lampada-bancada/mode", "unplugged");
        _broker.Forget();
        await lamp.PlugAsync();
        await Online(lamp);
        Assert.Equal(["online"], _broker.Payloads("lab/lampada-bancada/status"));
        Assert.Equal([state], _broker.Payloads("lab/lampada-bancada/state"));
    }

    [Fact]
    public async Task The_control_topic_takes_the_same_orders()
    {
        var lamp = await Start(_bulb);
        foreach (var (order, mode) in new[] { ("unplug", "unplugged"), ("slow 250", "unplugged"), ("plug", "slow 250"), ("lie", "lie"), ("deaf", "deaf"), ("nonsense", "deaf"), ("honest", "honest") })
        {
            _broker.Forget();
            await _broker.Say("simulator/lampada-bancada", order);
            Assert.Equal(mode, await _broker.Next("simulator/lampada-bancada/mode"));
            Assert.True(_broker.WasRetained("simulator/lampada-bancada/mode"));
        }
        await Online(lamp);
    }

    [Fact]
    public async Task A_slow_lamp_answers_after_its_delay_and_in_order()
    {
        var lamp = await Start(_bulb);
        await lamp.SlowAsync(TimeSpan.FromSeconds(3));
        _broker.Forget();
        await _broker.Say("lab/lampada-bancada/set", "ON");
        await _broker.Say("lab/lampada-bancada/set", "OFF");
        await _broker.Until(() => lamp.OrdersWaiting == 2, "both orders to arrive");
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Empty(_broker.Payloads("lab/lampada-bancada/state"));
        await _broker.Until(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _broker.Payloads("lab/lampada-bancada/state").Count == 2;
        }, "both answers");
        Assert.Equal(["ON", "OFF"], _broker.Payloads("lab/lampada-bancada/state"));
    }

    [Fact]
    public async Task A_liar_reports_the_opposite_until_it_is_honest_again()
    {
        var lamp = await Start(_bulb);
        await lamp.LieAsync();
        _broker.Forget();
        await _broker.Say("lab/lampada-bancada/set", "ON");
        Assert.Equal("OFF", await _broker.Next("lab/lampada-bancada/state"));
        await lamp.HonestAsync();
        await _broker.Next("lab/lampada-bancada/state", "ON");
    }

    [Fact]
    public async Task A_deaf_lamp_stays_connected_and_does_nothing()
    {
        var lamp = await Start(_bulb);
        await lamp.DeafAsync();
        _broker.Forget();
        await _broker.Say("lab/lampada-bancada/set", "ON");
        await _broker.Until(() => lamp.OrdersIgnored == 1, "the order to arrive");
        Assert.Empty(_broker.Payloads("lab/lampada-bancada/state"));
        await lamp.HonestAsync();
        await _broker.Next("lab/lampada-bancada/state", "OFF");
        Assert.True(lamp.Online);
    }

    [Fact]
    public async Task It_waits_for_a_broker_and_comes_back_when_the_broker_does()
    {
        await Start(_bulb);
        await _broker.Say("lab/lampada-bancada/set", "ON");
        await _broker.Next("lab/lampada-bancada/state", "ON");
        var port = _broker.Port;
        await _broker.DisposeAsync();
        _broker = await TestBroker.StartAsync(port);
        await _broker.Until(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _broker.Payloads("lab/lampada-bancada/state").Count > 0 && _broker.Payloads("simulator/lampada-bancada/mode").Count > 0;
        }, "the lamp and its panel to come back");
        // The power never went, so it is still on.
        Assert.Equal(["ON"], _broker.Payloads("lab/lampada-bancada/state"));
    }

    [Fact]
    public async Task Leaving_in_good_order_says_offline_first()
    {
        await Start(_bulb);
        _broker.Forget();
        await _lab!.DisposeAsync();
        _lab = null;
        Assert.Equal(["offline"], _broker.Payloads("lab/lampada-bancada/status"));
        await _broker.Until(() => _broker.Departures.TryGetValue("lampada-bancada", out var how) && how == MqttClientDisconnectType.Clean, "a clean departure");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_readings()
    {
        async Task<string[]> Readings()
        {
            _broker.Forget();
            await Start(new("ambiente", "environment", Every: 60));
            var said = await _broker.Next("lab/ambiente/SENSOR");
            await _lab!.DisposeAsync();
            return [said];
        }

        var first = await Readings();
        Assert.Equal(first, await Readings());
        using var json = JsonDocument.Parse(first[0]);
        Assert.Equal("2025-03-01T10:00:00Z", json.RootElement.GetProperty("Time").GetString());
        Assert.InRange(json.RootElement.GetProperty("SCD40").GetProperty("Temperature").GetDouble(), 15, 35);
    }

    [Fact]
    public async Task Readings_follow_the_clock()
    {
        await Start(new("radio", "radio-unit", Topic: "lab/ru", Every: 1));
        _broker.Forget();
        await _broker.Until(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            return _broker.Payloads("lab/ru/telemetry").Count >= 3;
        }, "three readings");
        await _broker.Say("lab/ru/cmd", """{"id":"c-1","cmd":"power","on":false}""");
        await _broker.Until(() => _broker.Payloads("lab/ru/telemetry").Any(said => said.Contains("\"on\":false", StringComparison.Ordinal)), "the unit to be off");
    }

    [Theory]
    [InlineData("json-light", "lab/x/set", """{"state":"ON","brightness":30}""", "lab/x", """{"state":"ON","brightness":30}""")]
    [InlineData("json-light", "lab/x/set", """{"state":"toggle"}""", "lab/x", """{"state":"ON","brightness":80}""")]
    [InlineData("air-conditioner", "lab/x/set", """{"power":true,"setpoint":19.5}""", "lab/x/state", """{"power":true,"setpoint":19.5,"mode":"cool"}""")]
    [InlineData("air-conditioner", "lab/x/set", """{"mode":"heat","setpoint":99}""", "lab/x/state", """{"power":false,"setpoint":22.5,"mode":"heat"}""")]
    public async Task Orders_in_JSON(string kind, string topic, string order, string answer, string said)
    {
        await Start(new("x", kind));
        await _broker.Say(topic, "{ rubbish");
        await _broker.Say(topic, order);
        await _broker.Next(answer, said);
    }

    [Fact]
    public async Task A_car_park_tells_all_its_spots_on_one_topic()
    {
        await Start(new("estacionamento", "car-park", Topic: "parking/sensor"));
        await _broker.Until(() => _broker.Payloads("parking/sensor").Count == 4, "four spots");
        Assert.All(_broker.Payloads("parking/sensor"), (one, i) => Assert.Matches($"^{i + 1},(Occupied|Available)$", one));
    }
}
