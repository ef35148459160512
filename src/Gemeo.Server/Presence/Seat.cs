using System.Net.WebSockets;

namespace Gemeo.Presence;

/// <summary>One connection in one room. Nothing is queued for it: what comes while its last write is under way is left out, and when it can take
/// again it is given the whole room.</summary>
public sealed class Seat(string language, Func<ReadOnlyMemory<byte>, ValueTask> write)
{
    readonly Lock _lock = new();
    Func<Task<Inside?>> _look = () => Task.FromResult<Inside?>(null);
    long _seen, _newest;
    // From the beginning: the whole room comes first.
    bool _writing = true;

    public string Id { get; } = Guid.NewGuid().ToString("n");

    public string Language => language;

    /// <summary>Known once the seat has begun.</summary>
    public string? Token { get; private set; }

    /// <param name="look">Asks the room anew.</param>
    public void Begin(Inside inside, Func<Task<Inside?>> look)
    {
        (_look, Token) = (look, inside.Token);
        _ = Run(RoomJson.Whole(inside), inside.Tick);
    }

    /// <summary>What happened in the room. Does not wait.</summary>
    public void Tell(News news)
    {
        bool next;
        lock (_lock)
        {
            _newest = Math.Max(_newest, news.Tick);
            if (_writing || news.Tick <= _seen) return;
            (_writing, next) = (true, news.Tick == _seen + 1);
        }
        _ = Run(next ? Mine(news) : (ReadOnlyMemory<byte>?)null, news.Tick);
    }

    /// <summary>A last word, when its turn comes: the seat is no longer in the room.</summary>
    public void End(ReadOnlyMemory<byte> last) => _ = Write(last);

    ReadOnlyMemory<byte> Mine(News news) => news.Promoted.Contains(Id) ? (byte[])[.. RoomJson.Promoted.Span, .. news.Frame] : news.Frame;

    // One at a time: whoever set _writing runs it. Without a frame the whole room is asked for.
    async Task Run(ReadOnlyMemory<byte>? frame, long tick)
    {
        do
        {
            if (frame is null)
            {
                if (await Look() is not { } inside) return;
                (frame, tick) = (RoomJson.Whole(inside), inside.Tick);
            }
            if (!await Write(frame.Value)) return;
            frame = null;
        }
        while (Missed(tick));
    }

    bool Missed(long tick)
    {
        lock (_lock)
        {
            _seen = tick;
            return _writing = _newest > _seen;
        }
    }

    async Task<Inside?> Look()
    {
        try { return await _look(); }
        catch (OrleansException) { return null; /* the server stops */ }
    }

    // A connection that breaks is noticed where it is read.
    async Task<bool> Write(ReadOnlyMemory<byte> frame)
    {
        try
        {
            await write(frame);
            return true;
        }
        catch (Exception why) when (why is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException) { return false; }
    }
}
