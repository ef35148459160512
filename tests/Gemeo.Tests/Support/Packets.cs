using System.Net.Sockets;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Gemeo.Tests.Support;

/// <summary>A client that does what a test says, packet by packet: nothing is acknowledged, and nothing kept to, by itself.</summary>
public sealed class Packets : IDisposable
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    readonly Socket _socket;
    readonly MqttChannelAdapter _line;

    Packets(Socket socket, MqttProtocolVersion version)
    {
        _socket = socket;
        var channel = new MqttTcpChannel(new NetworkStream(socket, ownsSocket: true), socket.LocalEndPoint!, socket.RemoteEndPoint!, null!);
        _line = new(channel, new MqttPacketFormatterAdapter(version, new MqttBufferWriter(4096, 65535)), new MqttNetNullLogger());
    }

    public MqttConnAckPacket Answer { get; private set; } = null!;

    public static async Task<Packets> Connect(int port, string id, Action<MqttConnectPacket>? how = null, MqttProtocolVersion version = MqttProtocolVersion.V500)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        var client = new Packets(socket, version);
        var connect = new MqttConnectPacket { ClientId = id, CleanSession = true };
        how?.Invoke(connect);
        await client.Send(connect);
        client.Answer = (MqttConnAckPacket)(await client.Next())!;
        return client;
    }

    public Task Send(MqttPacket packet) => _line.SendPacketAsync(packet, CancellationToken.None);

    public async Task Send(byte[] bytes) => await _socket.SendAsync(bytes);

    public Task Say(string topic, string text, int qos = 0, ushort id = 0, Action<MqttPublishPacket>? how = null)
    {
        var packet = new MqttPublishPacket { Topic = topic, Payload = new(System.Text.Encoding.UTF8.GetBytes(text)), QualityOfServiceLevel = (MqttQualityOfServiceLevel)qos, PacketIdentifier = id };
        how?.Invoke(packet);
        return Send(packet);
    }

    public async Task<MqttSubscribeReasonCode[]> Hear(params (string Filter, int Qos)[] filters)
    {
        var packet = new MqttSubscribePacket { PacketIdentifier = 1, TopicFilters = [.. filters.Select(f => new MqttTopicFilter { Topic = f.Filter, QualityOfServiceLevel = (MqttQualityOfServiceLevel)f.Qos })] };
        await Send(packet);
        return [.. (await Next<MqttSubAckPacket>()).ReasonCodes];
    }

    /// <summary>The next packet; null when the broker has ended the connection.</summary>
    public async Task<MqttPacket?> Next()
    {
        using var limit = new CancellationTokenSource(_limit);
        try { return await _line.ReceivePacketAsync(limit.Token) ?? (limit.IsCancellationRequested ? throw new TimeoutException("no packet came") : null); }
        catch (MQTTnet.Exceptions.MqttCommunicationException) { return null; }
    }

    /// <summary>The next of a kind; others are passed over.</summary>
    public async Task<T> Next<T>() where T : MqttPacket
    {
        while (true)
            if (await Next() is not { } packet) throw new InvalidOperationException($"the connection ended before a {typeof(T).Name}");
            else if (packet is T wanted) return wanted;
    }

    public async Task<string> Text() => System.Text.Encoding.UTF8.GetString(System.Buffers.BuffersExtensions.ToArray((await Next<MqttPublishPacket>()).Payload));

    public void Dispose() => _line.Dispose();
}
