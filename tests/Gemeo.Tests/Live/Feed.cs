using System.Globalization;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Gemeo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gemeo.Tests.Live;

/// <summary>Entries straight into the running server's log: things nobody else writes, as fast as it commits.</summary>
sealed class Feed(TestServer server, int things = 20, int perAppend = 20, int first = 1)
{
    readonly LogWriter _writer = server.Services.GetRequiredService<LogWriter>();
    readonly Line[] _lines = [.. Enumerable.Range(first, things).Select(i => new Line($"load-{i}"))];
    int _said;

    public long Head => server.Services.GetRequiredService<Follower>().Head;
    public string LogId => server.Services.GetRequiredService<Follower>().LogId;

    /// <summary>Writes as many entries, a few appends under way at once; ends when they are on disk.</summary>
    public async Task Write(int entries)
    {
        var under = new Queue<Task>();
        for (var left = entries; left > 0; left -= perAppend)
        {
            if (under.Count >= 64) await under.Dequeue();
            under.Enqueue(_writer.AppendAsync(Next(Math.Min(left, perAppend))));
        }
        await Task.WhenAll(under);
    }

    public Task Write(string thing, string value, EntryKind kind = EntryKind.Property, string name = "distance", RawMessage? raw = null)
    {
        var line = _lines.First(l => l.Thing == thing);
        return _writer.AppendAsync(line.Next([line.Entry(value, kind, name, TimeProvider.System.Now(), raw: raw)]));
    }

    Append Next(int entries)
    {
        var line = _lines[_said % _lines.Length];
        var now = TimeProvider.System.Now();
        return line.Next([.. Enumerable.Range(0, entries).Select(_ => line.Entry((++_said).ToString(CultureInfo.InvariantCulture), time: now))]);
    }

    public static Task<TestServer> Server(params string[] args) => TestServer.Start(Path.Combine(Repository.Root, "labs", "load"), null, args);
}
