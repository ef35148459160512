using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Figures, counted by SQLite along the index of a track.</summary>
sealed class SqliteFigures(SqliteReaders readers) : ILogFigures
{
    const string Columns = SqliteRow.Columns;
    const string OfName = "e.point = (select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and p.name = ?2)";
    const string OfThing = "e.point in (select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and ?2 is null)";
    const string Within = " and e.kind = ?3 and e.time >= ?4 and e.time < ?5 ";
    const string Number = " and e.value glob '[-0-9]*' ";
    const long Near = 10_000_000, Steps = 8;

    static string Where(Track track) => (track.Name is null ? OfThing : OfName) + Within;

    static object?[] Values(Track track, params ReadOnlySpan<object?> more) => [track.Thing, track.Name, (long)track.Kind, track.From, track.To, .. more];

    public Sums Sum(Track track) => readers.Use(db => db.Rows(
        $"select count(*), min(v), max(v), avg(v) from (select cast(e.value as real) as v from entry e where {Where(track)}{Number}order by e.time desc limit {ILogFigures.Most})", Values(track))
        .Select(r => new Sums(r.GetInt64(0), Real(r, 1), Real(r, 2), Real(r, 3))).First());

    public Entry? Extreme(Track track, bool largest) => readers.Use(db => db.Rows(
        $"{Columns}where e.n = (select n from (select e.n, e.time, cast(e.value as real) as v from entry e where {Where(track)}{Number}order by e.time desc limit {ILogFigures.Most}) order by v {(largest ? "desc" : "asc")}, time limit 1)", Values(track))
        .Select(SqliteRow.Entry).FirstOrDefault());

    // What held before the first report within the time goes on into it.
    public Course Course(Track track, string value) => readers.Use(db => db.Rows(
        $"""
        with own as (select e.time, e.n, e.version, e.value, 0 as carried from entry e where {Where(track)}and e.changed = 1 order by e.time desc, e.n desc limit {ILogFigures.Most}),
        seen as (select * from own union all select ?4, n, version, value, 1 from ({Before(track)})),
        runs as (select time, version, value, carried, lead(time, 1, ?5) over w as until, lag(value) over w as before from seen window w as (order by time, n)),
        turns as (select time, version from runs where value = ?6 and carried = 0 and before is not ?6)
        select (select count(*) from runs), (select count(*) from turns), (select coalesce(sum(until - time), 0) from runs where value = ?6), max(time), version from turns
        """, Values(track, value))
        .Select(r => new Course(r.GetInt64(0) > 0, r.GetInt64(1), r.GetInt64(2), r.IsDBNull(3) ? null : new(r.GetInt64(3), r.GetInt64(4)))).First());

    static string Before(Track track) =>
        $"select e.n, e.version, e.value from entry e where {(track.Name is null ? OfThing : OfName)} and e.kind = ?3 and e.time < ?4 order by e.time desc, e.n desc limit 1";

    public double? Growth(Track track) => readers.Use(db => db.Rows(
        $"""
        with seen as (
          select * from (select e.time, e.n, cast(e.value as real) as v from entry e where {Where(track)}{Number}order by e.time desc limit {ILogFigures.Most})
          union all select ?4, n, cast(value as real) from ({Before(track)}))
        select sum(max(0, v - before)) from (select v, lag(v) over (order by time, n) as before from seen)
        """, Values(track)).Select(r => Real(r, 0)).First());

    public IReadOnlyList<Entry> Newest(Track track, bool changed, int limit) => readers.Use(db => db.Rows(
        $"{Columns}where {Where(track)}and e.changed >= ?6 order by e.time desc, e.n desc limit ?7", Values(track, changed ? 1 : 0, limit)).Select(SqliteRow.Entry).ToArray());

    public (long Count, byte[]? Newest) Commands(Track track) => readers.Use(db => db.Rows(
        $"select count(distinct e.cause), e.value, max(e.n) from entry e where {Where(track)}and e.value ->> '$.state' in ('sent', 'confirmed') and not coalesce(e.value ->> '$.already', 0)", Values(track))
        .Select(r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.Bytes(1))).First());

    // The confirming step is committed with the report, right after it.
    public byte[]? ConfirmedBy(string thing, Moment report) => readers.Use(db => db.Rows(
        $"select e.value from entry e where {OfThing}{Within}and e.version > ?6 and e.version <= ?7 and e.value ->> '$.state' = 'confirmed' order by e.version limit 1",
        Values(new(thing, null, EntryKind.Action, report.Time - Near, report.Time + Near), report.Version, report.Version + Steps)).Select(r => r.Bytes(0)).FirstOrDefault());

    static double? Real(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDouble(at);
}
