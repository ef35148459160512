using System.Buffers;
using System.Collections.Immutable;

namespace Gemeo.Bench.Raw;

/// <summary>Gathers what arrives as encoded frames, and hands every client the same bytes: one copy, one write for each batch.</summary>
sealed class River : IRiver
{
    readonly Lock _lock = new();
    readonly SemaphoreSlim _waiting = new(0, 1);
    ImmutableArray<Client> _clients = [];
    ArrayBufferWriter<byte> _batch = new(1 << 16);

    public River(CancellationToken stop) => _ = RunAsync(stop);

    public void Add(in ReadOnlySequence<byte> payload)
    {
        bool first;
        lock (_lock)
        {
            first = _batch.WrittenCount == 0;
            Frame.Write(_batch, payload);
        }
        if (first)
            _waiting.Release();
    }

    async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await _waiting.WaitAsync(cancel);
            var batch = Take();
            foreach (var client in _clients)
                client.Offer(batch);
        }
    }

    public async Task ServeAsync(HttpContext context)
    {
        if (await Upgrade.AcceptAsync(context) is not { } stream)
            return;
        var client = new Client(stream);
        ImmutableInterlocked.Update(ref _clients, c => c.Add(client));
        try
        {
            await client.ReadToEndAsync(context.RequestAborted);
        }
        finally
        {
            ImmutableInterlocked.Update(ref _clients, c => c.Remove(client));
        }
    }

    ReadOnlyMemory<byte> Take()
    {
        lock (_lock)
        {
            var full = _batch;
            _batch = new(Math.Max(1024, full.WrittenCount * 2));
            return full.WrittenMemory;
        }
    }
}
