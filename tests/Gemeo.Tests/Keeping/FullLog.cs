using System.Globalization;
using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Log;

namespace Gemeo.Tests.Keeping;

/// <summary>A log with something of everything, and all that can be asked of one, as lines to compare.</summary>
static class FullLog
{
    const long Minute = 60_000_000, Month = 31L * 24 * 60 * Minute;
    static readonly long _begin = Instant.Of(new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero));

    public static void Write(ILogDatabase log, int rounds = 400)
    {
        Line[] lines = [new("lâmpada-1"), new("sensor"), new("door")];
        for (var round = 0; round < rounds; round++)
        {
            var time = _begin + (round * (4 * Month / rounds));
            var number = (round / 7.0).ToString("R", CultureInfo.InvariantCulture);
            log.Commit([.. lines.Select((line, at) => line.Next(
                [
                    line.Entry(at == 0 ? "-0.0" : number, name: "distance", time: time, deviceTime: round % 2 == 0 ? time - 5 : null, changed: round % 3 != 0),
                    line.Entry(round % 2 == 0 ? "true" : "false", name: "ligada", time: time + 1),
                    line.Entry("""{"state":"sent","by":"ação"}""", EntryKind.Action, "ligar", time + 2, cause: $"c{at}-{round / 2}"),
                    line.Entry("\"ligada\\u0000 não\"", EntryKind.Event, "ligada", time + 3),
                    line.Entry("true", EntryKind.Availability, "will", time + 4),
                    line.Entry("""{"why":"x"}""", EntryKind.Security, "refused", time + 5, cause: "http:127.0.0.1"),
                ],
                new CommandRow($"c{at}-{round / 2}", line.Thing, round % 2 == 0, """{"name":"ligar","state":"sent","created":"2026-01-20T00:00:00Z"}"""u8.ToArray())))]);
        }
        log.Put("thing", "added", """{"title":"ação"}"""u8.ToArray());
        log.Put("retained", "a/b", [0, 1, 255]);
        while (log.Rollups.Gather(1000, default) is { } step && log.Rollups.Keep(step)) { }
        // Some of it is forgotten by now.
        log.Prune(_begin + (Month / 2), 100);
        log.Rollups.Prune(Rollup.Minute, _begin + 1000);
    }

    public static IReadOnlyList<string> Of(ILogDatabase log)
    {
        var (n, states) = log.Snapshot();
        var all = new List<string> { $"{log.Head} {log.Oldest} {n} {log.Rollups.Through} {log.Rollups.Kept}" };
        all.AddRange(log.Read(0, int.MaxValue).Select(Told.Of));
        all.AddRange(states.OrderBy(s => s.Thing, StringComparer.Ordinal).Select(s => $"{s.Thing} {s.Version} {s.Document.Text()}"));
        all.AddRange(log.Commands(null, int.MaxValue).OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => $"{c.Id} {c.Thing} {c.Open} {c.Document.Text()}"));
        all.AddRange(((string[])["thing", "retained"]).SelectMany(kind => log.All(kind).Select(d => $"{kind} {d.Id} {Convert.ToHexString(d.Document)}")));
        foreach (var thing in states.Select(s => s.Thing).Order(StringComparer.Ordinal))
        {
            all.AddRange(log.History(thing, "ligada", 0, long.MaxValue, 100_000).Select(Told.Of));
            foreach (var rollup in Enum.GetValues<Rollup>())
                foreach (var name in (string[])["distance", "ligada"]) log.Rollups.Walk(new(thing, name, EntryKind.Property, 0, long.MaxValue), rollup, piece => all.Add($"{thing} {name} {rollup} {piece}"), default);
        }
        return all;
    }

    public static IReadOnlyList<string> Of(string folder)
    {
        using var log = new SqliteStore(folder);
        return Of(log);
    }
}
