using System.Globalization;
using Gemeo.Bench.Appends;
using Gemeo.Log;
using Gemeo.Log.Sqlite;

namespace Gemeo.Bench.History;

/// <summary>A past, made quickly.</summary>
sealed class Filling(SqliteStore store)
{
    const int AtOnce = 5000;

    public void One(string thing, int count, long from, long every)
    {
        var line = new AppendLine();
        for (var n = 0; n < count; n += AtOnce)
            store.Commit([Append(line, thing, n, Math.Min(AtOnce, count - n), from, every)]);
    }

    public void Many(string thing, int things, int each, long from, long every)
    {
        var lines = Enumerable.Range(0, things).Select(_ => new AppendLine()).ToArray();
        for (var n = 0; n < each; n++)
            store.Commit([.. lines.Select((line, at) => Append(line, string.Create(CultureInfo.InvariantCulture, $"{thing}-{at}"), n, 1, from, every))]);
    }

    static Append Append(AppendLine line, string thing, int after, int count, long from, long every) =>
        new(line, thing, [.. Enumerable.Range(after, count).Select(n => new Entry
        {
            Thing = thing,
            Version = n + 1,
            Kind = EntryKind.Property,
            Name = "distance",
            Value = Samples.Value(n % 1000),
            Time = from + n * every,
        })], Samples.State, []);
}
