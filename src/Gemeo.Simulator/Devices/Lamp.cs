using System.Globalization;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A bulb that speaks plain text: ON/OFF and a brightness from 0 to 100.</summary>
sealed class Lamp(DeviceEntry entry) : Device(entry)
{
    bool _on;
    int _brightness = 100;

    public override Message Will => new($"{Topic}/status", "offline", Retain: true);

    public override IReadOnlyList<string> Commands => [$"{Topic}/set", $"{Topic}/brightness/set"];

    public override void PowerOn() => _on = _on && Entry.Restore;

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new($"{Topic}/status", "online", Retain: true), State(), Brightness()];

    public override IEnumerable<Message> Obey(string topic, string payload, DateTimeOffset now)
    {
        if (topic == $"{Topic}/set")
            return Switch(payload.Trim().ToUpperInvariant()) ? [State()] : [];
        if (!int.TryParse(payload, NumberStyles.Integer, CultureInfo.InvariantCulture, out var brightness) || brightness is < 0 or > 100)
            return [];
        _brightness = brightness;
        return [Brightness()];
    }

    bool Switch(string word)
    {
        var known = word is "ON" or "OFF" or "TOGGLE";
        if (known)
            _on = word == "ON" || (word == "TOGGLE" && !_on);
        return known;
    }

    Message State() => new($"{Topic}/state", _on != Lying ? "ON" : "OFF", Retain: true);

    Message Brightness() => new($"{Topic}/brightness", Text(Lying ? 100 - _brightness : _brightness), Retain: true);
}
