using System.Text.Json;
using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Devices;

/// <summary>An air conditioner: <c>{"power":true,"setpoint":22.5,"mode":"cool"}</c>. It remembers its settings through a power cut, but comes back off.</summary>
sealed class AirConditioner(DeviceEntry entry) : Device(entry)
{
    const double Coldest = 16;
    const double Warmest = 30;
    static readonly string[] _modes = ["auto", "cool", "heat", "dry", "fan"];
    bool _power;
    double _setpoint = 22.5;
    string _mode = "cool";

    public override Message Will => new($"{Topic}/status", "offline", Retain: true);

    public override IReadOnlyList<string> Commands => [$"{Topic}/set"];

    public override void PowerOn() => _power = _power && Entry.Restore;

    public override IEnumerable<Message> Report(DateTimeOffset now) =>
        [new($"{Topic}/status", "online", Retain: true), State()];

    public override IEnumerable<Message> Obey(string topic, string payload, DateTimeOffset now)
    {
        if (Parse(payload) is not { } order)
            return [];
        if (TryMember<bool>(order, "power", out var power))
            _power = power;
        if (TryMember<double>(order, "setpoint", out var setpoint) && setpoint is >= Coldest and <= Warmest)
            _setpoint = Math.Round(setpoint * 2) / 2;
        if (TryMember<string>(order, "mode", out var mode) && _modes.Contains(mode))
            _mode = mode;
        return [State()];
    }

    Message State() => new($"{Topic}/state", JsonSerializer.Serialize(new
    {
        power = _power != Lying,
        setpoint = Lying ? Coldest + Warmest - _setpoint : _setpoint,
        mode = _mode,
    }), Retain: true);
}
