using System.Threading.Channels;

namespace Gemeo.Bench.Raw;

/// <summary>One socket. A batch is written at once when nothing is under way; otherwise it waits its turn, so a slow one delays no other.</summary>
sealed class Client(Stream stream)
{
    readonly Channel<ReadOnlyMemory<byte>> _waiting =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new() { SingleReader = true, SingleWriter = true });
    int _busy;

    public void Offer(ReadOnlyMemory<byte> batch)
    {
        _waiting.Writer.TryWrite(batch);
        if (Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
            _ = WriteAsync();
    }

    /// <summary>Reads until the peer goes: what a client says is of no interest here.</summary>
    public async Task ReadToEndAsync(CancellationToken cancel)
    {
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, cancel) > 0)
                continue;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Gone without a goodbye is gone all the same.
        }
    }

    async Task WriteAsync()
    {
        try
        {
            do
            {
                while (_waiting.Reader.TryRead(out var batch))
                    await stream.WriteAsync(batch);
                Volatile.Write(ref _busy, 0);
            }
            while (_waiting.Reader.TryPeek(out _) && Interlocked.CompareExchange(ref _busy, 1, 0) == 0);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Stays busy: nothing more is written to a client that went away.
        }
    }
}
