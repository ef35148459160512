using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gemeo.Bench.Appends;

/// <summary>The server's own log: queue, group commit, fence, tail.</summary>
sealed class ServerLog : IAsyncDisposable
{
    readonly ILogDatabase _store;
    readonly LogWriter _writer;
    readonly AppendLine[] _lines = [.. Enumerable.Range(0, RawLog.Things + 1).Select(_ => new AppendLine())];
    readonly long[] _versions = new long[RawLog.Things + 1];
    readonly string[] _names = [.. Enumerable.Range(0, RawLog.Things + 1).Select(Samples.Thing)];
    long _n;

    public ServerLog(string folder) : this(new SqliteStore(folder)) { }

    public ServerLog(ILogDatabase store)
    {
        _store = store;
        _writer = new LogWriter(_store, new LogTail(_store.Head), NullLogger<LogWriter>.Instance);
    }

    public ILogDatabase Store => _store;

    /// <summary>One append for each of so many things, all awaited: what a burst of readings makes.</summary>
    public async Task ManyThingsAsync(int count)
    {
        var appends = new Append[count];
        for (var thing = 1; thing <= count; thing++)
            await _writer.EnqueueAsync(appends[thing - 1] = Make(thing, 1));
        foreach (var append in appends)
            await append.Committed;
    }

    /// <summary>One append of so many entries.</summary>
    public Task OneThingAsync(int count) => _writer.AppendAsync(Make(1, count));

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _store.Dispose();
    }

    Append Make(int thing, int count)
    {
        var entries = new Entry[count];
        for (var i = 0; i < count; i++)
            entries[i] = Samples.Entry(thing, ++_versions[thing], ++_n);
        return new Append(_lines[thing], _names[thing], entries, Samples.State, []);
    }
}
