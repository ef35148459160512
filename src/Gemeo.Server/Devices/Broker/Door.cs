using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Gemeo.Hosting.Tls;
using MQTTnet.Adapter;
using MQTTnet.Channel;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Server;

namespace Gemeo.Devices.Broker;

/// <summary>Listens for the embedded broker on the endpoints of MQTTnet's options. MQTTnet's own listener knows no bound: as many connections as anybody
/// opens, each as long as it likes for its TLS handshake.</summary>
sealed class Door(Guests guests) : IMqttServerAdapter
{
    // Of the packet that comes before anybody is known; a last will is no more.
    const int FirstPacket = 16 << 10, ReceiveBuffer = 128 << 10;

    readonly List<Socket> _listening = [];
    readonly Dictionary<int, Socket> _reserved = [];
    readonly CancellationTokenSource _stop = new();
    IMqttNetLogger _log = MqttNetNullLogger.Instance;
    MqttServerOptions _options = null!;

    public Func<IMqttChannelAdapter, Task> ClientHandler { get; set; } = _ => Task.CompletedTask;

    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        (_options, _log) = (options, logger);
        if (options.DefaultEndpointOptions.IsEnabled) Listen(options.DefaultEndpointOptions, null);
        if (options.TlsEndpointOptions is { IsEnabled: true } tls) Listen(tls, tls);
        return Task.CompletedTask;
    }

    void Listen(MqttServerTcpEndpointBaseOptions endpoint, MqttServerTlsTcpEndpointOptions? tls)
    {
        foreach (var address in new[] { endpoint.BoundInterNetworkAddress, endpoint.BoundInterNetworkV6Address })
        {
            // Not IPv6None: that is the same as all addresses of IPv6.
            if (address.Equals(IPAddress.None)) continue;
            if (!_reserved.Remove(endpoint.Port, out var socket)) socket = Bound(address, endpoint.Port);
            _listening.Add(socket);
            // What the system holds of somebody who is held back is bounded too; those who are accepted inherit it.
            socket.ReceiveBufferSize = ReceiveBuffer;
            socket.Listen(512);
            _ = Accept(socket, tls);
        }
    }

    /// <summary>A free port that is nobody else's from now on.</summary>
    public int Reserve(IPAddress address)
    {
        var socket = Bound(address, 0);
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        _reserved[port] = socket;
        return port;
    }

    static Socket Bound(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // All addresses are those of IPv4 too.
        if (address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
        try { socket.Bind(new IPEndPoint(address, port)); }
        catch
        {
            socket.Dispose();
            throw;
        }
        return socket;
    }

    async Task Accept(Socket listening, MqttServerTlsTcpEndpointOptions? tls)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listening.AcceptAsync(_stop.Token).ConfigureAwait(false);
                // Counted here already: whoever waits for a thread is here too.
                if (Remote(socket) is { } address && guests.HasRoom(address)) Welcome(socket, address, tls);
                else Refuse(socket);
            }
            catch (Exception why) when (why is OperationCanceledException or ObjectDisposedException) { return; }
            // Whoever was gone again, or no more handles: the next may fare better.
            catch (SocketException) { await Task.Delay(TimeSpan.FromMilliseconds(50)).ConfigureAwait(false); }
        }
    }

    static IPAddress? Remote(Socket socket) => (socket.RemoteEndPoint as IPEndPoint)?.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : (socket.RemoteEndPoint as IPEndPoint)?.Address;

    // Reset: nothing of it stays here, not even for the minute after a close.
    static void Refuse(Socket socket)
    {
        socket.LingerState = new(true, 0);
        socket.Dispose();
    }

    void Welcome(Socket socket, IPAddress address, MqttServerTlsTcpEndpointOptions? tls)
    {
        socket.NoDelay = true;
        var stream = new Opening(new NetworkStream(socket, ownsSocket: true), socket.LocalEndPoint!, socket.RemoteEndPoint!, tls);
        var bytes = new FramedChannel(stream, FirstPacket);
        var adapter = new MqttChannelAdapter(bytes, new MqttPacketFormatterAdapter(new MqttBufferWriter(_options.WriterBufferSize, _options.WriterBufferSizeMax)), _log) { AllowPacketFragmentation = false };
        var guest = new Guest(adapter, bytes, address, guests);
        bytes.OnTooLong = guest.TooLong;
        guests.Came(guest);
        _ = Task.Run(() => Serve(guest, stream));
    }

    async Task Serve(Guest guest, Opening stream)
    {
        try
        {
            if (await stream.OpenAsync(_options.DefaultCommunicationTimeout, _stop.Token).ConfigureAwait(false)) await ClientHandler(guest).ConfigureAwait(false);
        }
        // One connection's end is nobody else's affair.
        catch (Exception) { }
        finally
        {
            guests.Left(guest);
            guest.Dispose();
        }
    }

    public Task StopAsync()
    {
        _stop.Cancel();
        foreach (var socket in _listening) socket.Dispose();
        _listening.Clear();
        guests.CutAll();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _ = StopAsync();
        foreach (var socket in _reserved.Values) socket.Dispose();
        _stop.Dispose();
    }

    /// <summary>MQTTnet's TCP channel, made when the TLS handshake (where there is one) is through; closing it before ends the handshake.</summary>
    sealed class Opening(NetworkStream plain, EndPoint local, EndPoint remote, MqttServerTlsTcpEndpointOptions? tls) : IMqttChannel
    {
        IMqttChannel? _open;

        public async Task<bool> OpenAsync(TimeSpan patience, CancellationToken stop)
        {
            Stream stream = plain;
            X509Certificate2? theirs = null;
            if (tls?.CertificateProvider?.GetCertificate() is { } own)
            {
                var secure = new SslStream(plain, false, tls.RemoteCertificateValidationCallback);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
                limit.CancelAfter(patience);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
                {
                    ServerCertificate = own,
                    // With those of the authorities between, so that a device needs to know the root only.
                    ServerCertificateContext = (tls.CertificateProvider as Certificates)?.Now.Context,
                    ClientCertificateRequired = tls.ClientCertificateRequired,
                    EnabledSslProtocols = tls.SslProtocol,
                    CertificateRevocationCheckMode = tls.CheckCertificateRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck,
                    CipherSuitesPolicy = tls.CipherSuitesPolicy,
                }, limit.Token).ConfigureAwait(false);
                (stream, theirs) = (secure, secure.RemoteCertificate as X509Certificate2);
            }
            else if (tls is not null) return false;
            _open = new MqttTcpChannel(stream, local, remote, theirs);
            return true;
        }

        public X509Certificate2 ClientCertificate => _open?.ClientCertificate!;
        public EndPoint RemoteEndPoint => remote;
        public EndPoint LocalEndPoint => local;
        public bool IsSecureConnection => tls is not null;
        public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task DisconnectAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return Task.CompletedTask;
        }

        public Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _open!.ReadAsync(buffer, offset, count, cancellationToken);
        public Task WriteAsync(System.Buffers.ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken) => _open!.WriteAsync(buffer, isEndOfPacket, cancellationToken);

        public void Dispose()
        {
            _open?.Dispose();
            plain.Dispose();
        }
    }
}
