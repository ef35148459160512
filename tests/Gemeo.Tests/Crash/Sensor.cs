using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gemeo.Tests.Crash;

/// <summary>A device as MQTT 3.1.1 wants it, byte by byte: its session is kept, and what was not acknowledged it sends again when it is connected
/// again, in its order, under the same packet ids. It measures rising numbers for its own things, whether it is connected or not.</summary>
sealed class Sensor(int number, int things, int perSecond)
{
    /// <summary>So many messages are under way at most.</summary>
    public const int Window = 200;
    static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(10), _pause = TimeSpan.FromMilliseconds(50);

    sealed record Message(ushort Packet, int Thing, long Value);

    readonly Lock _lock = new();
    readonly Queue<Message> _waiting = [];
    readonly LinkedList<Message> _underWay = [];
    readonly Dictionary<ushort, LinkedListNode<Message>> _byPacket = [];
    readonly Stopwatch _age = new();
    long _value;
    int _again;

    public ConcurrentQueue<(string Thing, long Value)> Acknowledged { get; } = new();

    public long Measured => Volatile.Read(ref _value);

    /// <summary>Messages that were sent more than once.</summary>
    public int Again => Volatile.Read(ref _again);

    public string ThingOf(long value) => $"load-{Number(value)}";

    int Number(long value) => (number * things) + (int)(value % things) + 1;

    /// <summary>Measures until it is told to stop, then goes on until all of it is acknowledged.</summary>
    public async Task Run(int port, CancellationToken stop)
    {
        _age.Start();
        while (!IsDone(stop))
            try { await Talk(port, stop); }
            catch (Exception why) when (why is SocketException or IOException) { await Task.Delay(_pause, CancellationToken.None); }
    }

    bool IsDone(CancellationToken stop)
    {
        lock (_lock) return stop.IsCancellationRequested && _waiting.Count + _underWay.Count == 0;
    }

    async Task Talk(int port, CancellationToken stop)
    {
        using var line = new TcpClient { NoDelay = true };
        await line.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
        var stream = line.GetStream();
        await stream.WriteAsync(Connect());
        if (await Four(stream) is not [0x20, 2, _, 0]) throw new IOException("not let in");
        Message[] again;
        lock (_lock) again = [.. _underWay];
        Interlocked.Add(ref _again, again.Length);
        foreach (var message in again) await stream.WriteAsync(Publish(message, again: true));
        var hearing = Hear(stream);
        using var clock = new PeriodicTimer(_tick);
        while (!hearing.IsCompleted && !IsDone(stop))
        {
            if (!stop.IsCancellationRequested) Measure();
            while (Next() is { } message) await stream.WriteAsync(Publish(message, again: false));
            await clock.WaitForNextTickAsync(CancellationToken.None);
        }
        if (hearing.IsCompleted) await hearing;
    }

    void Measure()
    {
        lock (_lock)
            for (var due = (long)(_age.Elapsed.TotalSeconds * perSecond); _value < due;)
            {
                var value = ++_value;
                _waiting.Enqueue(new((ushort)((value % 65_535) + 1), Number(value), value));
            }
    }

    Message? Next()
    {
        lock (_lock)
        {
            if (_underWay.Count >= Window || !_waiting.TryDequeue(out var next)) return null;
            _byPacket[next.Packet] = _underWay.AddLast(next);
            return next;
        }
    }

    async Task Hear(NetworkStream stream)
    {
        while (true)
        {
            if (await Four(stream) is not [0x40, 2, var high, var low]) continue;
            lock (_lock)
            {
                if (!_byPacket.Remove((ushort)((high << 8) | low), out var node)) continue;
                _underWay.Remove(node);
                Acknowledged.Enqueue(($"load-{node.Value.Thing}", node.Value.Value));
            }
        }
    }

    // All that a broker says to somebody who only publishes has four bytes.
    static async Task<byte[]> Four(NetworkStream stream)
    {
        var packet = new byte[4];
        await stream.ReadExactlyAsync(packet);
        return packet;
    }

    byte[] Connect()
    {
        var id = Encoding.UTF8.GetBytes($"sensor-{number}");
        return [0x10, (byte)(12 + id.Length), 0, 4, .. "MQTT"u8, 4, 0, 0, 0, 0, (byte)id.Length, .. id];
    }

    static byte[] Publish(Message message, bool again)
    {
        var topic = Encoding.UTF8.GetBytes($"load/{message.Thing}/distance");
        var text = Encoding.UTF8.GetBytes(message.Value.ToString(CultureInfo.InvariantCulture));
        var packet = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(packet, message.Packet);
        return [(byte)(again ? 0x3A : 0x32), (byte)(4 + topic.Length + text.Length), 0, (byte)topic.Length, .. topic, .. packet, .. text];
    }
}
