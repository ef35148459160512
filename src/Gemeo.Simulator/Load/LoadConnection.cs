using System.Buffers;
using System.Net.Sockets;
using Gemeo.Simulator.Wire;
using MQTTnet.Exceptions;

namespace Gemeo.Simulator.Load;

/// <summary>An MQTT connection that only publishes, many packets to a write: a generator that costs as much as the server it shares
/// a machine with would measure itself.</summary>
sealed class LoadConnection : IAsyncDisposable
{
    // Enough for a broker that acknowledges a commit at a time; a bound, so that a stuck one is felt.
    const int MostUnacknowledged = 2000;
    const int FullAt = 32 * 1024;
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    readonly ArrayBufferWriter<byte> _buffer = new(FullAt * 2);
    readonly SemaphoreSlim _acknowledged = new(0);
    readonly Socket _socket;
    readonly Task _reading;
    ushort _id;
    long _appended;
    long _flushed;
    long _acks;
    volatile bool _down;

    LoadConnection(Socket socket)
    {
        _socket = socket;
        _reading = Task.Run(ReadAsync);
    }

    public bool IsUp => !_down;

    public long Appended => _appended;

    public long Flushed => _flushed;

    public long Acknowledged => Interlocked.Read(ref _acks);

    /// <exception cref="MqttCommunicationException">Nobody is there, or the broker does not want us.</exception>
    public static async Task<LoadConnection> ConnectAsync(string clientId, Broker broker, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(broker.Host, broker.Port, stop);
            await socket.SendAsync(PublisherPackets.Connect(clientId, broker), stop);
            var answer = new byte[4];
            for (var got = 0; got < answer.Length;)
                got += await socket.ReceiveAsync(answer.AsMemory(got), stop) is > 0 and var more ? more : throw new SocketException((int)SocketError.ConnectionReset);
            if (answer[0] != 0x20 || answer[3] != 0)
                throw new MqttCommunicationException($"the broker at {broker} refused the connection (code {answer[3]})");
            return new LoadConnection(socket);
        }
        catch (Exception fault)
        {
            socket.Dispose();
            if (fault is SocketException)
                throw new MqttCommunicationException($"no broker at {broker}: {fault.Message}");
            throw;
        }
    }

    /// <summary>Adds a packet to what is written next; true when it is time to flush.</summary>
    public bool Append(ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload, bool acknowledged)
    {
        if (acknowledged && ++_id == 0)
            _id = 1;
        PublisherPackets.Publish(_buffer, topic, payload, acknowledged ? _id : (ushort)0);
        _appended++;
        return _buffer.WrittenCount >= FullAt || (acknowledged && _appended - Acknowledged >= MostUnacknowledged);
    }

    /// <summary>Writes what was appended, and waits while too much is unacknowledged.</summary>
    public async Task FlushAsync(bool acknowledged, CancellationToken stop)
    {
        try
        {
            for (var rest = _buffer.WrittenMemory; rest.Length > 0;)
                rest = rest[await _socket.SendAsync(rest, stop)..];
            _flushed = _appended;
            if (acknowledged)
                await WaitAsync(MostUnacknowledged - 1, stop);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            _down = true;
        }
        _buffer.ResetWrittenCount();
    }

    /// <summary>Waits until no more than that many are unacknowledged, though not for ever.</summary>
    public async Task WaitAsync(int most, CancellationToken stop)
    {
        while (!_down && _appended - Acknowledged > most)
            if (!await _acknowledged.WaitAsync(_patience, stop))
                _down = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_down)
            await _socket.SendAsync(new byte[] { 0xE0, 0 }).ContinueWith(_ => { }, TaskScheduler.Default);
        _socket.Dispose();
        await _reading;
    }

    /// <summary>A broker sends a mere publisher nothing but PUBACKs, four bytes each.</summary>
    async Task ReadAsync()
    {
        var buffer = new byte[4096];
        var bytes = 0L;
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory()) is > 0 and var got)
            {
                bytes += got;
                Interlocked.Exchange(ref _acks, bytes / 4);
                if (_acknowledged.CurrentCount == 0)
                    _acknowledged.Release();
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Gone.
        }
        _down = true;
        _acknowledged.Release();
    }
}
