using System.Diagnostics;

namespace Gemeo.Tests.Devices;

/// <summary>A device that keeps its session and was away without a word: the broker keeps orders for it that are over.</summary>
public sealed class LateOrderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_was_answered_with_504_is_not_obeyed_when_the_device_is_back(bool external)
    {
        await using var broker = external ? await Mosquitto.Start() : null;
        await using var server = await TestServer.Start(args: external ? [$"--Gemeo:Mqtt:Broker=127.0.0.1:{broker!.Port}"] : []);
        await Wait.For(async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode ? "" : null, "a ready server");
        var port = broker?.Port ?? server.MqttPort;
        await using (var lamp = await Device.Connect(port, "lamp", clean: false))
        {
            await lamp.Hear("lamp/set", "lamp/blink");
            await lamp.Say("lamp/state", "OFF");
            await server.Property("lamp", "ligada", v => !v.GetValue<bool>());
            await lamp.Client.DisconnectAsync(new MQTTnet.MqttClientDisconnectOptions());
        }
        Assert.Equal(504, (await server.Post("/things/lamp/actions/ligar?timeout=1")).Status);
        // Brokers count in whole seconds.
        var answered = Stopwatch.GetTimestamp();
        await Wait.Until(() => Stopwatch.GetElapsedTime(answered) > TimeSpan.FromSeconds(3), "the order to be over");
        await using var back = await Device.Connect(port, "lamp", clean: false);
        await server.Post("/things/lamp/actions/piscar");
        await Wait.Until(() => back.Heard.Any(h => h.Topic == "lamp/blink"), "a later order");
        Assert.DoesNotContain(back.Heard, h => h.Text == "ON");
    }
}
