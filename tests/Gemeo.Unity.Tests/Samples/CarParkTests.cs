using Gemeo.Samples.CarPark;
using Gemeo.UnityStubs;
using UnityEngine;

namespace Gemeo.Unity.Tests.Samples;

public sealed class CarParkTests
{
    [Fact]
    public async Task A_car_comes_and_goes_as_the_sensor_says_and_the_board_tells()
    {
        await using var server = await DemoServer.Silent();
        await using var sensor = await server.Device("sensor");
        await sensor.Say("parking/sensor", "2,Available");
        await server.Property("vaga-2", "ocupada", v => !v.GetValue<bool>());
        await Player.Play(async player =>
        {
            var park = await Build(player, server, spots: 4);
            var car = Car(player, "Vaga 2");
            await player.Until(() => car.At == 0, "no car on spot 2");
            await sensor.Say("parking/sensor", "2,Occupied");
            await player.Until(() => car.At == 1, "the car on its spot");
            Assert.Equal(Vector3.zero, car.transform.localPosition);
            await player.Until(() => park.Told.Split('\n')[0].EndsWith("Vaga 2: chegou um carro", StringComparison.Ordinal), "the board");
            await sensor.Say("parking/sensor", "2,Available");
            await player.Until(() => car.At == 0, "the car to leave");
            Assert.True(car.transform.localPosition.z < -5);
            Assert.EndsWith("Vaga 2: saiu um carro", park.Told.Split('\n')[0], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_happened_before_one_looked_is_on_the_board_once_and_newest_first()
    {
        await using var server = await DemoServer.Silent();
        await using var sensor = await server.Device("sensor");
        foreach (var (spot, state) in new[] { (1, "Available"), (1, "Occupied"), (1, "Occupied"), (3, "Occupied") }) await sensor.Say("parking/sensor", $"{spot},{state}");
        await server.Property("vaga-3", "ocupada", v => v.GetValue<bool>());
        await Player.Play(async player =>
        {
            var park = await Build(player, server, spots: 4);
            await player.Until(() => park.Told.Length > 0, "the board");
            Assert.Equal(["Vaga 3: chegou um carro", "Vaga 1: chegou um carro", "Vaga 1: saiu um carro"], park.Told.Split('\n').Select(l => l[10..]));
            await player.Until(() => Car(player, "Vaga 3").At == 1, "the car that was there");
            await sensor.Say("parking/sensor", "1,Available");
            await player.Until(() => park.Told.Split('\n').Length == 4, "one line more");
        });
    }

    static async Task<CarPark> Build(Player player, TestServer server, int spots)
    {
        var park = new GameObject("Car park").AddComponent<CarPark>();
        park.Server = server.Url.ToString();
        await player.Until(() => park.gameObject.Below().Count(o => o.name == "car") == spots, "the spots");
        return park;
    }

    static TransformBinding Car(Player player, string spot) => player.Named(spot).GetComponentInChildren<TransformBinding>();
}
