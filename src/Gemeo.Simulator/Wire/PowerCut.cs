using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Packets;

namespace Gemeo.Simulator.Wire;

/// <summary>A connection whose device can lose its power: nothing is said from then on, not even goodbye, and the socket stays
/// half open until the broker's keep-alive finds out. A cable that is pulled looks the same.</summary>
sealed class PowerCut(TimeSpan linger, TimeProvider time) : IMqttClientAdapterFactory
{
    Wire? _wire;

    public void Mute() => _wire?.Mute();

    public IMqttChannelAdapter CreateClientAdapter(MqttClientOptions options, MqttPacketInspector packetInspector, IMqttNetLogger logger) =>
        _wire = new Wire(new MqttClientAdapterFactory().CreateClientAdapter(options, packetInspector, logger), linger, time);

    sealed class Wire(IMqttChannelAdapter inner, TimeSpan linger, TimeProvider time) : IMqttChannelAdapter
    {
        volatile bool _muted;

        public void Mute() => _muted = true;

        public Task SendPacketAsync(MqttPacket packet, CancellationToken cancellationToken) =>
            _muted ? Task.CompletedTask : inner.SendPacketAsync(packet, cancellationToken);

        public async Task<MqttPacket> ReceivePacketAsync(CancellationToken cancellationToken)
        {
            var packet = await inner.ReceivePacketAsync(cancellationToken);
            if (_muted) await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            return packet;
        }

        public Task DisconnectAsync(CancellationToken cancellationToken) => _muted ? Task.CompletedTask : inner.DisconnectAsync(cancellationToken);

        // The dead device's socket goes when the broker has surely noticed.
        public void Dispose()
        {
            if (_muted) _ = Task.Delay(linger, time).ContinueWith(_ => inner.Dispose(), TaskScheduler.Default);
            else inner.Dispose();
        }

        public Task ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);
        public void ResetStatistics() => inner.ResetStatistics();
        public long BytesReceived => inner.BytesReceived;
        public long BytesSent => inner.BytesSent;
        public X509Certificate2 ClientCertificate => inner.ClientCertificate;
        public EndPoint RemoteEndPoint => inner.RemoteEndPoint;
        public EndPoint LocalEndPoint => inner.LocalEndPoint;
        public bool IsSecureConnection => inner.IsSecureConnection;
        public MqttPacketFormatterAdapter PacketFormatterAdapter => inner.PacketFormatterAdapter;
    }
}
