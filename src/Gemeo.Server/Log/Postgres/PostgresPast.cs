using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>Other times than now, found by halves in the log and at the ends of the index of each name.</summary>
sealed class PostgresPast(PostgresDatabase database, ILogStore store) : ILogPast
{
    const int Window = 100_000, Windows = 20;

    // The newest entry of each name and kind; only what is shown of it is read.
    const string Newest = """
        select t.id, p.name, p.kind, e.version, case when p.kind in (0, 3) then e.value else '' end, e.time, e.device_time, e.n
        from point p join thing t on t.key = p.thing
        cross join lateral (select * from entry where point = p.key and time <= $1 and n <= $2 order by time desc, n desc limit 1) e
        """;

    const string Below = """
        where e.n in (select n from entry where n < $1 and n >= $2 and point = any ($3) and (changed or not $4) and time >= $5 and time <= $6 order by n desc limit $7) order by e.n desc
        """;

    public long PlaceAt(long time) => database.Use(db => PlaceAt(db, time));

    long PlaceAt(NpgsqlConnection db, long time)
    {
        var place = LastAt(db, time);
        return db.Long("select coalesce((select min(n) from entry where n > $1 and n <= $2 and time > $3) - 1, $2)", place - ILogPast.Disorder, place, time);
    }

    long LastAt(NpgsqlConnection db, long time) =>
        Halves.Last(store.Oldest - 1, store.Head, n => db.Long("select coalesce((select time from entry where n = $1), 0)", n) <= time);

    public IReadOnlyList<PastThing> At(long time, long place) => database.Use(db => db.Rows(Newest, time, place).Select(Row).GroupBy(e => e.Thing).Select(PastThing.Of).ToArray());

    static Entry Row(NpgsqlDataReader row) => new()
    {
        Thing = row.GetString(0),
        Name = row.GetString(1),
        Kind = (EntryKind)row.GetInt16(2),
        Version = row.GetInt64(3),
        Value = row.Bytes(4),
        Time = row.GetInt64(5),
        DeviceTime = row.IsDBNull(6) ? null : row.GetInt64(6),
        N = row.GetInt64(7),
    };

    public Backwards Back(long before, Selection what, int limit) => database.Use(db =>
    {
        var floor = Math.Max(store.Oldest, what.From == long.MinValue ? 0 : PlaceAt(db, what.From - 1) + 1);
        var top = Math.Min(before, Math.Min(store.Head, what.To == long.MaxValue ? store.Head : LastAt(db, what.To) + ILogPast.Disorder) + 1);
        var (points, found) = (Points(db, what), new List<Entry>());
        for (var window = 0; window < Windows && top > floor && found.Count < limit && points.Length > 0; window++)
        {
            var low = Math.Max(floor, top - Window);
            found.AddRange(db.Rows(PostgresRow.Columns + Below, top, low, points, what.ChangedOnly, what.From, what.To, limit - found.Count).Select(PostgresRow.Entry));
            top = found.Count == limit ? found[^1].N : low;
        }
        return new Backwards(found, top > floor && points.Length > 0 ? top : null);
    });

    // The keys of the names and kinds that are meant.
    static long[] Points(NpgsqlConnection db, Selection what) =>
        [.. db.Rows("select p.key, t.id, p.name, p.kind from point p join thing t on t.key = p.thing")
            .Where(r => (what.Things.Count == 0 || what.Things.Contains(r.GetString(1))) && (what.Names.Count == 0 || what.Names.Contains(r.GetString(2))) && (what.Kinds.Count == 0 || what.Kinds.Contains((EntryKind)r.GetInt16(3))))
            .Select(r => r.GetInt64(0))];
}
