using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Gemeo.Tests.Support;

/// <summary>A line to a server that can be bad: it cuts connections after so many bytes, or goes deaf without a word.</summary>
public sealed class BadLine : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _ended = new();
    readonly ConcurrentDictionary<Socket, Socket> _open = new();
    readonly Task _accepting;
    int _connections;

    BadLine(int target)
    {
        Target = target;
        _listener.Start();
        _accepting = Accept();
    }

    public static BadLine To(TestServer? server) => new(server?.Url.Port ?? 0);

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Where it leads; a restarted server has another port.</summary>
    public int Target { get; set; }

    /// <summary>After how many bytes to the client a new connection is cut.</summary>
    public Func<int> CutsAfter { get; set; } = () => int.MaxValue;

    /// <summary>Nothing comes through in either way, and nobody is told.</summary>
    public volatile bool IsDeaf;

    public int Connections => Volatile.Read(ref _connections);

    public int Open => _open.Count;

    public void CutAll()
    {
        foreach (var (near, far) in _open) Cut(near, far);
    }

    async Task Accept()
    {
        while (!_ended.IsCancellationRequested)
        {
            var near = await _listener.AcceptSocketAsync(_ended.Token);
            Interlocked.Increment(ref _connections);
            _ = Carry(near);
        }
    }

    async Task Carry(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[near] = far;
        try
        {
            if (!IsDeaf) await far.ConnectAsync(IPAddress.Loopback, Target, _ended.Token);
            await Task.WhenAny(Pump(near, far, int.MaxValue), Pump(far, near, CutsAfter()));
        }
        catch (Exception why) when (why is SocketException or OperationCanceledException or ObjectDisposedException) { /* there is nobody */ }
        Cut(near, far);
    }

    async Task Pump(Socket from, Socket to, int left)
    {
        var buffer = new byte[4096];
        try
        {
            while (left > 0)
            {
                while (IsDeaf) await Task.Delay(5, _ended.Token);
                var many = await from.ReceiveAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), _ended.Token);
                while (IsDeaf) await Task.Delay(5, _ended.Token);
                if (many == 0) return;
                for (var sent = 0; sent < many;) sent += await to.SendAsync(buffer.AsMemory(sent, many - sent), _ended.Token);
                left -= many;
            }
        }
        catch (Exception why) when (why is SocketException or OperationCanceledException or ObjectDisposedException) { /* one side is gone */ }
    }

    void Cut(Socket near, Socket far)
    {
        near.Dispose();
        far.Dispose();
        _open.TryRemove(near, out _);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        CutAll();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
