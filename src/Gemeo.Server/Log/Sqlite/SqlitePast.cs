using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Other times than now, found by halves in the log and at the ends of the index of each name.</summary>
sealed class SqlitePast(SqliteReaders readers, ILogStore store) : ILogPast
{
    const int Window = 100_000, Windows = 20;

    // The newest entry of each name and kind; only what is shown of it is read.
    const string Newest = """
        select t.id, p.name, e.kind, e.version, case when e.kind in (0, 3) then e.value else '' end, e.time, e.device_time, e.n
        from (select p.key as point, (select n from entry where point = p.key and kind = k.value and time <= ?1 and n <= ?2 order by time desc, n desc limit 1) as n from point p, json_each('[0,1,2,3,4]') k) last
        join entry e on e.n = last.n join point p on p.key = e.point join thing t on t.key = p.thing
        """;

    const string Below = """
        where e.n in (select n from entry where n < ?1 and n >= ?2 and (?3 is null or +point in (select value from json_each(?3)))
          and (?4 >> kind) & 1 and changed >= ?5 and time >= ?6 and time <= ?7 order by n desc limit ?8) order by e.n desc
        """;

    public long PlaceAt(long time) => readers.Use(db => PlaceAt(db, time));

    long PlaceAt(SqliteConnection db, long time)
    {
        var place = LastAt(db, time);
        return db.Long("select coalesce((select min(n) from entry where n > ?1 and n <= ?2 and time > ?3) - 1, ?2)", place - ILogPast.Disorder, place, time);
    }

    long LastAt(SqliteConnection db, long time) =>
        Halves.Last(store.Oldest - 1, store.Head, n => db.Long("select coalesce((select time from entry where n = ?1), 0)", n) <= time);

    public IReadOnlyList<PastThing> At(long time, long place) => readers.Use(db => db.Rows(Newest, time, place).Select(Row).GroupBy(e => e.Thing).Select(PastThing.Of).ToArray());

    static Entry Row(SqliteDataReader row) => new()
    {
        Thing = row.GetString(0),
        Name = row.GetString(1),
        Kind = (EntryKind)row.GetInt64(2),
        Version = row.GetInt64(3),
        Value = row.Bytes(4),
        Time = row.GetInt64(5),
        DeviceTime = row.IsDBNull(6) ? null : row.GetInt64(6),
        N = row.GetInt64(7),
    };

    public Backwards Back(long before, Selection what, int limit) => readers.Use(db =>
    {
        var floor = Math.Max(store.Oldest, what.From == long.MinValue ? 0 : PlaceAt(db, what.From - 1) + 1);
        var top = Math.Min(before, Math.Min(store.Head, what.To == long.MaxValue ? store.Head : LastAt(db, what.To) + ILogPast.Disorder) + 1);
        var (points, found) = (Points(db, what), new List<Entry>());
        for (var window = 0; window < Windows && top > floor && found.Count < limit && points != "[]"; window++)
        {
            var low = Math.Max(floor, top - Window);
            found.AddRange(db.Rows(SqliteRow.Columns + Below, top, low, points, Kinds(what), what.ChangedOnly ? 1 : 0, what.From, what.To, limit - found.Count).Select(SqliteRow.Entry));
            top = found.Count == limit ? found[^1].N : low;
        }
        return new Backwards(found, top > floor && points != "[]" ? top : null);
    });

    static long Kinds(Selection what) => what.Kinds.Count == 0 ? 0x1F : what.Kinds.Sum(k => 1L << (int)k);

    // The keys of the names that are meant, as JSON; null for all.
    static string? Points(SqliteConnection db, Selection what) => what.Things.Count + what.Names.Count == 0 ? null : JsonSerializer.Serialize(
        db.Rows("select p.key, t.id, p.name from point p join thing t on t.key = p.thing")
            .Where(r => (what.Things.Count == 0 || what.Things.Contains(r.GetString(1))) && (what.Names.Count == 0 || what.Names.Contains(r.GetString(2)))).Select(r => r.GetInt64(0)));
}
