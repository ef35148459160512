namespace Gemeo.Simulator.Devices;

static class DeviceKinds
{
    public static readonly string[] All =
        ["lamp", "json-light", "air-conditioner", "environment", "presence", "door", "radio-unit", "meter", "car-park"];

    /// <exception cref="SimulatorFileException">A kind that nobody knows.</exception>
    public static Device Make(DeviceEntry entry, int seed)
    {
        var random = Chance.For(seed, entry.Id);
        return entry.Kind switch
        {
            "lamp" => new Lamp(entry),
            "json-light" => new JsonLight(entry),
            "air-conditioner" => new AirConditioner(entry),
            "environment" => new EnvironmentSensor(entry, random),
            "presence" => new Presence(entry, random),
            "door" => new Door(entry, random),
            "radio-unit" => new RadioUnit(entry, random),
            "meter" => new Meter(entry, random),
            "car-park" => new CarPark(entry, random),
            _ => throw new SimulatorFileException($"the kind of {entry.Id} must be one of {string.Join(", ", All)}, not \"{entry.Kind}\""),
        };
    }
}
