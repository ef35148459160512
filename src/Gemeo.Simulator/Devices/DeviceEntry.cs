namespace Gemeo.Simulator.Devices;

/// <summary>One device of <c>simulator.json</c>.</summary>
/// <param name="Id">Its name in <c>simulator/&lt;id&gt;</c> and its MQTT client id.</param>
/// <param name="Kind">lamp, json-light, air-conditioner, environment, presence, door, radio-unit, meter, car-park.</param>
/// <param name="Topic">The topic under which it speaks; <c>lab/&lt;id&gt;</c> when left out.</param>
/// <param name="Every">Seconds between its readings; each kind has its own usual interval.</param>
/// <param name="Restore">A light that comes back as it was after a power cut, not off.</param>
/// <param name="Spots">Places of a car park.</param>
public sealed record DeviceEntry(
    string Id, string Kind, string? Topic = null, double? Every = null, bool Restore = false, int Spots = 4);
