using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gemeo.Access;
using Gemeo.Devices.Codec;
using Gemeo.Devices.Credentials;
using Gemeo.Hosting;
using Gemeo.Security;
using Gemeo.Things;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>Who may come to the embedded broker, and under which client id.</summary>
sealed class Gatekeeper(MqttSettings settings, KnownDevices devices, Guests guests, ThingRegistry registry, SecurityEvents security, TimeProvider time)
{
    // Wrong passwords of one address in a second; right ones that were found right before are not counted.
    const int TriesPerSecond = 10, MostAddresses = 10_000;
    static readonly string _nobody = PasswordHash.Of("");

    readonly ConcurrentDictionary<IPAddress, Pace> _tries = new();
    readonly Visitor _anonymous = new("", true), _inside = new("inside", true);

    /// <summary>User and password of what runs in this process (the simulator); made anew at each start.</summary>
    public (string User, string Password) Inside { get; } = ("gemeo-simulator", Secret.New());

    /// <summary>Lets somebody in, or sets why not.</summary>
    public void Check(ValidatingConnectionEventArgs connection, string reserved)
    {
        if (connection.ChannelAdapter is not Guest guest) { connection.ReasonCode = MqttConnectReasonCode.NotAuthorized; return; }
        var why = Why(guest, connection.ClientId, connection.UserName, connection.Password, reserved);
        if (guest.IsNamed) connection.AssignedClientIdentifier = connection.ClientId;
        if (why is null) return;
        connection.ReasonCode = why.Value.Code;
        var from = guest.Address.ToString();
        security.Note(why.Value.Kind, from, $"{why.Value.Reason} (client {Quoted(connection.ClientId)}, user {Quoted(connection.UserName)})");
    }

    (MqttConnectReasonCode Code, string Kind, string Reason)? Why(Guest guest, string? clientId, string? user, string password, string reserved)
    {
        if (clientId == reserved) return (MqttConnectReasonCode.ClientIdentifierNotValid, SecurityKind.ClientId, "the server's own client id");
        if (Recognise(user, password, guest.Address) is not { } visitor)
            return (MqttConnectReasonCode.BadUserNameOrPassword, SecurityKind.Refused, string.IsNullOrEmpty(user) ? "no user and password" : "wrong user or password");
        if (string.IsNullOrEmpty(clientId)) return null; // MQTTnet says so itself
        if ((devices.BoundTo(clientId) is { } owner && owner != visitor.Device) || (visitor.Device is { ClientId.Length: > 0 } bound && bound.ClientId != clientId))
            return (MqttConnectReasonCode.ClientIdentifierNotValid, SecurityKind.ClientId, "a client id that is not its own");
        if (guest.Connect is { WillFlag: true } will && !visitor.MaySay(will.WillTopic, registry))
            return (MqttConnectReasonCode.NotAuthorized, SecurityKind.ForeignTopic, $"a last will on {Quoted(will.WillTopic)}");
        return guests.Enter(guest, visitor, clientId) switch
        {
            Refusal.Taken => (MqttConnectReasonCode.ClientIdentifierNotValid, SecurityKind.ClientId, "a client id under which another is there"),
            Refusal.TooMany => (MqttConnectReasonCode.QuotaExceeded, SecurityKind.TooManyConnections, "more connections than one device may have"),
            Refusal.Gone => (MqttConnectReasonCode.ServerBusy, SecurityKind.HalfOpen, "too late"),
            _ => null,
        };
    }

    Visitor? Recognise(string? user, string password, IPAddress address)
    {
        if (string.IsNullOrEmpty(user)) return MayBeAnonymous(address) ? _anonymous : null;
        if (user == Inside.User) return Secret.Same(Inside.Password, password) ? _inside : null;
        if (settings.Users.TryGetValue(user, out var expected)) return Secret.Same(expected, password) ? new("user:" + user, IPAddress.IsLoopback(address)) : null;
        var device = devices.Find(user);
        if (device?.IsProven(password) == true) return Device(device);
        if (!Tries(address).TryTake()) return null;
        // A user that there is not takes as long as one that there is.
        if (device is null) _ = PasswordHash.Fits(_nobody, password);
        return device?.Proves(password) == true ? Device(device) : null;
    }

    static Visitor Device(KnownDevice device) => new("device:" + device.User, false, device);

    /// <summary>Only on this machine, only while the broker is this machine's alone, and only as long as no device has a credential: whoever gave one
    /// wants to know who speaks.</summary>
    bool MayBeAnonymous(IPAddress address) => IPAddress.IsLoopback(address) && IPAddress.IsLoopback(IPAddress.Parse(settings.Address)) && !devices.Any;

    /// <summary>After a credential came or went: whoever may not be here any more goes.</summary>
    public void Look(KnownDevice? changed)
    {
        var anonymous = !devices.Any;
        guests.Cut(v => (v.Device is { } device && device == changed) || (v == _anonymous && !anonymous));
    }

    Pace Tries(IPAddress address)
    {
        if (_tries.Count > MostAddresses)
            foreach (var (idle, pace) in _tries)
                if (pace.IsIdle) _tries.TryRemove(idle, out _);
        return _tries.GetOrAdd(address, _ => new(TriesPerSecond, time));
    }

    static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "none" : $"'{Reason.Quote(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 200)]))}'";
}
