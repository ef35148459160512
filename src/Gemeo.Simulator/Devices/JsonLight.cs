using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>A light that speaks JSON in Zigbee2MQTT's manner: <c>{"state":"ON","brightness":80}</c>, asked by the same members.</summary>
sealed class JsonLight(DeviceEntry entry) : Device(entry)
{
    bool _on;
    int _brightness = 80;

    public override Message Will => new($"{Topic}/availability", """{"state":"offline"}""", Retain: true);

    public override IReadOnlyList<string> Commands => [$"{Topic}/set"];

    public override void PowerOn() => _on = _on && Entry.Restore;

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new($"{Topic}/availability", """{"state":"online"}""", Retain: true), State()];

    public override IEnumerable<Message> Obey(string topic, string payload, DateTimeOffset now)
    {
        if (Parse(payload) is not { } order)
            return [];
        if (TryMember<string>(order, "state", out var word) && word.ToUpperInvariant() is "ON" or "OFF" or "TOGGLE")
            _on = word.ToUpperInvariant() is var upper && (upper == "ON" || (upper == "TOGGLE" && !_on));
        if (TryMember<double>(order, "brightness", out var brightness) && brightness is >= 0 and <= 100)
            _brightness = (int)Math.Round(brightness);
        return [State()];
    }

    Message State() => new(Topic, JsonSerializer.Serialize(new
    {
        state = _on != Lying ? "ON" : "OFF",
        brightness = Lying ? 100 - _brightness : _brightness,
    }), Retain: true);
}
