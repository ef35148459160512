using UnityEngine;

namespace Gemeo.Unity.Tests.Bindings;

public sealed class TransformBindingTests
{
    [Fact]
    public async Task A_car_is_where_it_was_at_once_and_then_drives()
    {
        await using var server = await TestServer.Start();
        await using var park = await server.Device();
        await park.Say("parking/sensor", "1,Occupied");
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            await player.Until(() => connection.Client.Things["vaga-1"]["ocupada"].IsKnown, "the spot");
            var car = Scenes.Put<TransformBinding>(b =>
            {
                (b.ThingId, b.PropertyName, b.Seconds) = ("vaga-1", "ocupada", 0.2f);
                b.SetPositions(new Vector3(0, 0, 10), new Vector3(0, 0, 0));
            });
            Assert.Equal(new Vector3(0, 0, 0), car.transform.localPosition);
            await park.Say("parking/sensor", "1,Available");
            var between = 0;
            await player.Until(() =>
            {
                if (car.At is > 0 and < 1) between++;
                return car.At == 0;
            }, "an empty spot");
            Assert.Equal(new Vector3(0, 0, 10), car.transform.localPosition);
            Assert.True(between > 3, $"{between} frames between");
        });
    }

    [Fact]
    public async Task A_needle_turns_by_more_than_half_a_turn_as_it_is_written()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            await player.Open(server.Url);
            var needle = Scenes.Put<TransformBinding>(b =>
            {
                (b.ThingId, b.PropertyName, b.Seconds, b.Moves) = ("sensor", "distance", 0, 0);
                b.SetRange(0, 100);
                b.SetRotations(default, new Vector3(0, 0, 270));
            });
            foreach (var (value, degrees) in new[] { ("0", 0), ("50", 135), ("100", 270), ("250", 270), ("-9", 0) })
            {
                await sensor.Say("sensor/distance", value);
                await player.Until(() => Quaternion.Angle(needle.transform.localRotation, Quaternion.Euler(0, 0, degrees)) < 0.1f, $"{degrees} degrees at {value}");
            }
            Assert.Equal(Vector3.zero, needle.transform.localPosition);
        });
    }
}
