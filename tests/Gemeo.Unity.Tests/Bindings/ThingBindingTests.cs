using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity.Tests.Bindings;

public sealed class ThingBindingTests
{
    [Fact]
    public async Task Bound_late_it_is_told_what_is_known_and_then_each_change_once()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await sensor.Say("sensor/distance", "1");
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            await player.Until(() => connection.Client.Things["sensor"]["distance"].IsKnown, "a value");
            var told = 0;
            var binding = Scenes.Put<ThingBinding>(b =>
            {
                b.ThingId = "sensor";
                b.onChanged.AddListener(() => told++);
            });
            Assert.Equal(1, told);
            await sensor.Say("sensor/distance", "2");
            await player.Until(() => told == 2, "a change");
            await sensor.Say("sensor/distance", "2");
            await sensor.Say("sensor/distance", "3");
            await player.Until(() => binding.Thing!["distance"].Value.Number == 3, "the last");
            Assert.Equal(3, told);
        });
    }

    [Fact]
    public async Task It_waits_for_a_connection_that_comes_later_and_goes_with_it()
    {
        await using var server = await TestServer.Start();
        await Player.Play(async player =>
        {
            var binding = Scenes.Put<ThingBinding>(b => b.ThingId = "sensor");
            Assert.Null(binding.Thing);
            var connection = await player.Open(server.Url);
            Assert.Same(connection.Client.Things["sensor"], binding.Thing);
            // A scene is left, another comes.
            UnityEngine.Object.DestroyImmediate(connection.gameObject);
            Assert.Null(binding.Thing);
            var next = await player.Open(server.Url);
            Assert.Same(next.Client.Things["sensor"], binding.Thing);
        });
    }

    [Fact]
    public async Task One_that_names_its_connection_keeps_to_it()
    {
        await using var first = await TestServer.Start();
        await using var second = await TestServer.Start();
        await Player.Play(async player =>
        {
            await player.Open(first.Url);
            var other = await player.Open(second.Url);
            var binding = Scenes.Put<ThingBinding>(b => (b.ThingId, b.Connection) = ("sensor", other));
            Assert.Same(other.Client, binding.Thing!.Client);
            binding.Connection = null;
            Assert.Same(GemeoConnection.Default!.Client, binding.Thing!.Client);
        });
    }

    [Fact]
    public async Task Disabled_it_hears_nothing()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            var told = 0;
            var binding = Scenes.Put<ThingBinding>(b => b.ThingId = "sensor");
            binding.onChanged.AddListener(() => told++);
            binding.gameObject.SetActive(false);
            await sensor.Say("sensor/distance", "5");
            await player.Until(() => connection.Client.Things["sensor"]["distance"].IsKnown, "the value");
            Assert.Equal(0, told);
            binding.gameObject.SetActive(true);
            Assert.Equal(1, told);
        });
    }
}
