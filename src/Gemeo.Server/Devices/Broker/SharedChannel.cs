using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Channel;

namespace Gemeo.Devices.Broker;

/// <summary>A connection that two write to: MQTTnet its packets, and we acknowledgements, many in one write. Each costs a call of the system otherwise.</summary>
sealed class SharedChannel(IMqttChannel inner) : IMqttChannel
{
    const int Length = 4;
    const byte PubAck = 0x40;

    readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="messages">Their numbers, in the order in which they came.</param>
    public Task AcknowledgeAsync(IReadOnlyList<ushort> messages, CancellationToken cancel)
    {
        var bytes = new byte[messages.Count * Length];
        for (var n = 0; n < messages.Count; n++)
        {
            var packet = bytes.AsSpan(n * Length);
            (packet[0], packet[1]) = (PubAck, Length - 2);
            BinaryPrimitives.WriteUInt16BigEndian(packet[2..], messages[n]);
        }
        return WriteAsync(new(bytes), true, cancel);
    }

    public async Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try { await inner.WriteAsync(buffer, isEndOfPacket, cancellationToken).ConfigureAwait(false); }
        finally { _turn.Release(); }
    }

    public Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.ReadAsync(buffer, offset, count, cancellationToken);
    public Task ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);
    public Task DisconnectAsync(CancellationToken cancellationToken) => inner.DisconnectAsync(cancellationToken);
    public X509Certificate2 ClientCertificate => inner.ClientCertificate;
    public EndPoint RemoteEndPoint => inner.RemoteEndPoint;
    public EndPoint LocalEndPoint => inner.LocalEndPoint;
    public bool IsSecureConnection => inner.IsSecureConnection;
    public void Dispose() => inner.Dispose();
}
