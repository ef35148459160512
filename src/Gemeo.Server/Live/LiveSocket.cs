using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Log;

namespace Gemeo.Live;

/// <summary>One client: a place in the log and a filter, nothing queued. It reads as fast as it takes;
/// one that falls too far behind is told its last cursor and closed, and nobody else notices.</summary>
public sealed class LiveSocket(WebSocket socket, FrameStream stream, Follower follower, EntryFilter filter, Identity identity, LiveSettings settings, TimeProvider time)
{
    /// <summary>Close code of a client that fell behind; the reason is its last cursor.</summary>
    public const int TooSlow = 4008;

    /// <summary>Close code of a client whose key, session or token no longer holds; the reason says why.</summary>
    public const int Over = 4001;

    readonly ArrayBufferWriter<byte> _mine = new(4096);
    long _at;
    bool _live, _follows;

    /// <summary>How many entries it has yet to get.</summary>
    public long Lag => Volatile.Read(ref _follows) ? Math.Max(0, follower.Head - Volatile.Read(ref _at)) : 0;

    /// <summary>Follows the log from a place until the client or the server ends it.</summary>
    public async Task FollowAsync(long from, CancellationToken cancel)
    {
        (_at, _follows) = (from, true);
        var told = time.GetTimestamp();
        var heartbeat = TimeSpan.FromSeconds(settings.Heartbeat);
        while (socket.State == WebSocketState.Open)
        {
            if (await CloseOver()) return;
            if (_live && follower.Head - _at > settings.MaxLag)
            {
                await CloseSlow(_at);
                return;
            }
            if (follower.Next(_at) is { } batch)
            {
                if (await Send(batch, cancel)) told = time.GetTimestamp();
            }
            else
            {
                _live = true;
                await follower.WaitAsync(_at);
                cancel.ThrowIfCancellationRequested();
            }
            if (time.GetElapsedTime(told) < heartbeat) continue;
            await SendText($$"""{"type":"heartbeat","cursor":"{{follower.At(_at)}}"}""", cancel);
            told = time.GetTimestamp();
        }
    }

    async Task<bool> Send(LogBatch batch, CancellationToken cancel)
    {
        var frames = EntryFrames.Of(batch, follower.LogId);
        var first = (int)(_at + 1 - batch.First);
        _at = batch.Last;
        if (filter.TakesAll(frames))
        {
            await Write(frames.From(first), cancel);
            return true;
        }
        _mine.ResetWrittenCount();
        for (var i = first; i < batch.Entries.Length; i++)
            if (filter.Takes(batch.Entries[i])) _mine.Write(frames.Frame(i));
        if (_mine.WrittenCount == 0) return false;
        await Write(_mine.WrittenMemory, cancel);
        return true;
    }

    async Task Write(ReadOnlyMemory<byte> frames, CancellationToken cancel)
    {
        var writing = stream.WriteAsync(frames, cancel);
        if (writing.IsCompletedSuccessfully) return;
        await writing.AsTask().WaitAsync(TimeSpan.FromSeconds(settings.SendTimeout), time, cancel);
    }

    public Task SendText(string text, CancellationToken cancel) => SendText(Encoding.UTF8.GetBytes(text), cancel);

    public Task SendText(ReadOnlyMemory<byte> json, CancellationToken cancel) => Write(TextFrame.Of(json.Span), cancel);

    /// <summary>Whole frames as they are, when it is their turn; without a time limit, which the log's own writes have.</summary>
    public ValueTask SendFrames(ReadOnlyMemory<byte> frames, CancellationToken cancel) => stream.WriteAsync(frames, cancel);

    public Task CloseSlow(long at) => Close(TooSlow, follower.At(at).ToString());

    /// <summary>Closes when who listens may not any more.</summary>
    public async ValueTask<bool> CloseOver()
    {
        if (identity.Pass is null || identity.Over(time.Now()) is not { } why) return false;
        await Close(Over, why);
        return true;
    }

    async Task Close(int code, string why)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(settings.SendTimeout), time);
        await socket.CloseOutputAsync((WebSocketCloseStatus)code, why, patience.Token);
    }
}
