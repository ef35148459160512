using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gemeo.Fuzz.Attacks;

/// <summary>What came back over a connection, and how it ended.</summary>
public sealed record Reply(byte[] Bytes, bool Refused, bool Closed);

/// <summary>A connection to a port of this machine over which a case is sent as it is.</summary>
/// <param name="Patience">For the first byte of an answer.</param>
/// <param name="Quiet">After some answer: nothing more within this time, and it is taken as whole.</param>
/// <param name="Hang">Whether the other side is told that no more comes, when it says nothing for a while.</param>
public sealed record Line(int Port, TimeSpan Patience, TimeSpan Quiet, bool Hang = false)
{
    const int Kept = 1 << 20;
    static readonly TimeSpan _hangUp = TimeSpan.FromMilliseconds(400);

    public async Task<Reply> PlayAsync(IReadOnlyList<Piece> pieces, CancellationToken cancel, Func<ReadOnlySpan<byte>, bool>? whole = null)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try { await socket.ConnectAsync(IPAddress.Loopback, Port, cancel); }
        catch (SocketException) { return new([], Refused: true, Closed: true); }
        // Nothing of so many connections is to wait for a minute until its port is free again.
        socket.LingerState = new(true, 0);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = SendAsync(socket, pieces, done.Token);
        var reply = await ReadAsync(socket, sending, whole, cancel);
        await done.CancelAsync();
        await sending;
        return reply;
    }

    static async Task SendAsync(Socket socket, IReadOnlyList<Piece> pieces, CancellationToken cancel)
    {
        try
        {
            foreach (var piece in pieces)
            {
                if (piece.Pause > 0) await Task.Delay(piece.Pause, cancel);
                for (var rest = piece.Bytes.AsMemory(); rest.Length > 0;) rest = rest[await socket.SendAsync(rest, cancel)..];
            }
        }
        catch (Exception why) when (why is SocketException or ObjectDisposedException or OperationCanceledException) { /* it has heard enough */ }
    }

    async Task<Reply> ReadAsync(Socket socket, Task sending, Func<ReadOnlySpan<byte>, bool>? whole, CancellationToken cancel)
    {
        var (got, buffer, began, hungUp) = (new MemoryStream(), new byte[16 << 10], Stopwatch.GetTimestamp(), false);
        while (true)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            quiet.CancelAfter(got.Length == 0 && Hang && !hungUp ? _hangUp : got.Length == 0 ? Patience : Quiet);
            try
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(), quiet.Token);
                if (count == 0) return new(got.ToArray(), false, Closed: true);
                if (got.Length < Kept) got.Write(buffer, 0, count);
                if (whole?.Invoke(got.GetBuffer().AsSpan(0, (int)got.Length)) == true || got.Length >= Kept) return new(got.ToArray(), false, Closed: false);
            }
            catch (SocketException) { return new(got.ToArray(), false, Closed: true); }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                if (!sending.IsCompleted && Stopwatch.GetElapsedTime(began) < Patience) continue;
                if (got.Length > 0 || !Hang || hungUp) return new(got.ToArray(), false, Closed: false);
                hungUp = true;
                try { socket.Shutdown(SocketShutdown.Send); }
                catch (SocketException) { return new(got.ToArray(), false, Closed: true); }
            }
        }
    }
}
