using System.Collections.Concurrent;
using System.Net;
using Gemeo.Devices.Codec;
using Gemeo.Hosting;
using Gemeo.Security;

namespace Gemeo.Devices.Broker;

/// <summary>Who is at the embedded broker, or at its door. Connections are bounded by address and in all; of those that have not said who they are the oldest
/// gives way to the next, so that thousands of them keep nobody out: who means it says so within milliseconds.</summary>
sealed class Guests(MqttLimits limits, SecurityEvents security, TimeProvider time)
{
    readonly Lock _lock = new();
    readonly LinkedList<Guest> _waiting = [];
    readonly HashSet<Guest> _all = [];
    readonly Dictionary<IPAddress, (int All, int Waiting)> _byAddress = [];
    readonly Dictionary<string, (string Who, int Connections)> _claims = [];
    readonly ConcurrentDictionary<string, Guest> _byClient = new();
    readonly ConcurrentDictionary<IPAddress, Pace> _paces = new();
    readonly ConcurrentDictionary<string, Pace> _devicePaces = new();

    public MqttLimits Limits => limits;

    public TimeProvider Time => time;

    /// <summary>Who is connected under a client id.</summary>
    public Visitor? Of(string clientId) => At(clientId)?.Visitor;

    /// <summary>The connection under a client id.</summary>
    public Guest? At(string clientId) => _byClient.GetValueOrDefault(clientId);

    public Task Delay(TimeSpan wait, CancellationToken cancel) => Task.Delay(wait, time, cancel);

    /// <summary>Is there room for one more of this address; makes it where somebody only waits.</summary>
    public bool HasRoom(IPAddress address)
    {
        Guest? gone = null;
        bool room;
        lock (_lock)
        {
            var here = _byAddress.GetValueOrDefault(address);
            if (here.Waiting >= limits.HandshakesPerAddress) gone = _waiting.First(g => g.Address.Equals(address));
            else if (_waiting.Count >= limits.Handshakes || (_all.Count >= limits.Connections && _waiting.Count > 0)) gone = _waiting.First!.Value;
            if (gone is not null) Leave(gone);
            room = _all.Count < limits.Connections && _byAddress.GetValueOrDefault(address).All < limits.ConnectionsPerAddress;
        }
        gone?.Cut();
        if (gone is not null) security.Note(SecurityKind.HalfOpen, gone.Address.ToString(), "connections that do not say who they are; the oldest give way");
        if (!room) security.Note(SecurityKind.TooManyConnections, address.ToString(), "connections beyond the limit by address or in all");
        return room;
    }

    public void Came(Guest guest)
    {
        lock (_lock)
        {
            _all.Add(guest);
            guest.Waiting = _waiting.AddLast(guest);
            Count(guest.Address, 1, 1);
        }
    }

    public void Entered(Guest guest)
    {
        lock (_lock) StopWaiting(guest);
    }

    public void Left(Guest guest)
    {
        lock (_lock) Leave(guest);
    }

    void Leave(Guest guest)
    {
        if (!_all.Remove(guest)) return;
        StopWaiting(guest);
        Count(guest.Address, -1, 0);
        if (guest.ClientId is { } left) _byClient.TryRemove(new(left, guest));
        if (guest.ClientId is not { } id || !_claims.TryGetValue(id, out var claim)) return;
        if (claim.Connections == 1) _claims.Remove(id);
        else _claims[id] = claim with { Connections = claim.Connections - 1 };
    }

    void StopWaiting(Guest guest)
    {
        if (guest.Waiting is not { } node) return;
        _waiting.Remove(node);
        guest.Waiting = null;
        Count(guest.Address, 0, -1);
    }

    void Count(IPAddress address, int all, int waiting)
    {
        var here = _byAddress.GetValueOrDefault(address);
        here = (here.All + all, here.Waiting + waiting);
        if (here == (0, 0)) _byAddress.Remove(address);
        else _byAddress[address] = here;
    }

    /// <summary>Lets somebody in under a client id, unless another is there under it, or as many of its own as may be.</summary>
    public Refusal? Enter(Guest guest, Visitor visitor, string clientId)
    {
        var paces = PacesOf(guest, visitor);
        lock (_lock)
        {
            if (!_all.Contains(guest)) return Refusal.Gone;
            var claim = _claims.GetValueOrDefault(clientId, (visitor.Name, 0));
            if (claim.Item1 != visitor.Name) return Refusal.Taken;
            if (visitor.Device is not null && _all.Count(g => g.Visitor?.Device == visitor.Device && g.ClientId != clientId) >= limits.ConnectionsPerDevice) return Refusal.TooMany;
            _claims[clientId] = (visitor.Name, claim.Item2 + 1);
            guest.Enter(visitor, clientId, paces, limits.PacketKilobytes << 10);
            _byClient[clientId] = guest;
            return null;
        }
    }

    Pace[] PacesOf(Guest guest, Visitor visitor)
    {
        if (visitor.IsUnhurried) return [];
        var address = _paces.GetOrAdd(guest.Address, _ => new(limits.MessagesPerAddress, time));
        if (_paces.Count > limits.Connections)
            foreach (var (idle, pace) in _paces)
                if (pace.IsIdle && pace != address) _paces.TryRemove(idle, out _);
        return visitor.Device is null ? [address] : [_devicePaces.GetOrAdd(visitor.Name, _ => new(limits.MessagesPerDevice, time)), address];
    }

    public void HeldBack(Guest guest) => security.Note(SecurityKind.Flood, guest.Visitor?.Device?.User ?? guest.Address.ToString(), $"messages faster than allowed, held back (client {Reason.Quote(System.Text.Encoding.UTF8.GetBytes(guest.ClientId ?? "?"))})");

    public void TooLong(IPAddress address, Guest guest, long bytes) => security.Note(SecurityKind.TooLarge, guest.Visitor?.Device?.User ?? address.ToString(), $"a packet of {bytes} bytes, more than allowed; the connection was closed");

    /// <summary>Ends every connection of those meant.</summary>
    public void Cut(Func<Visitor, bool> meant)
    {
        Guest[] gone;
        lock (_lock) gone = [.. _all.Where(g => g.Visitor is { } visitor && meant(visitor))];
        foreach (var guest in gone) guest.Cut();
    }

    public void CutAll()
    {
        Guest[] gone;
        lock (_lock) gone = [.. _all];
        foreach (var guest in gone) guest.Cut();
    }
}

/// <summary>Why somebody who is known may not come in.</summary>
enum Refusal { Taken, TooMany, Gone }
