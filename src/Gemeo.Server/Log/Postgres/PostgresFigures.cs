using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>Figures, counted by PostgreSQL along the index of a track.</summary>
sealed class PostgresFigures(PostgresDatabase database) : ILogFigures
{
    const long Near = 10_000_000, Steps = 8;

    // One point is walked along its index in the order of time; several would have to be gathered and sorted first.
    static string Of(Track track) => track.Name is null ? PostgresRow.OfTrack : $"e.point = {PostgresRow.OfName}";

    static string Within(Track track) => $"{Of(track)} and e.time >= $4 and e.time < $5 ";

    static string Before(Track track) => $"select e.n, e.version, e.value from entry e where {Of(track)} and e.time < $4 order by e.time desc, e.n desc limit 1";

    /// <summary>Numbers only, the newest first; what is none is left out before it is read as one.</summary>
    static string Numbers(Track track) =>
        $"select e.n, e.time, case when e.value ~ '^-?[0-9]' then e.value::float8 end as v from entry e where {Within(track)}and e.value ~ '^-?[0-9]' order by e.time desc limit {ILogFigures.Most}";

    static object?[] Values(Track track, params ReadOnlySpan<object?> more) => [track.Thing, track.Name, (short)track.Kind, track.From, track.To, .. more];

    public Sums Sum(Track track) => database.Use(db => db.Rows($"select count(*), min(v), max(v), avg(v) from ({Numbers(track)}) numbers", Values(track))
        .Select(r => new Sums(r.GetInt64(0), Real(r, 1), Real(r, 2), Real(r, 3))).First());

    public Entry? Extreme(Track track, bool largest) => database.Use(db => db.Rows(
        $"{PostgresRow.Columns}where e.n = (select n from ({Numbers(track)}) numbers order by v {(largest ? "desc" : "asc")}, time limit 1)", Values(track))
        .Select(PostgresRow.Entry).FirstOrDefault());

    // What held before the first report within the time goes on into it.
    public Course Course(Track track, string value) => database.Use(db => db.Rows(
        $"""
        with own as (select e.time, e.n, e.version, e.value, false as carried from entry e where {Within(track)}and e.changed order by e.time desc, e.n desc limit {ILogFigures.Most}),
        seen as (select * from own union all select $4, n, version, value, true from ({Before(track)}) held),
        runs as (select time, version, value, carried, lead(time, 1, $5) over w as until, lag(value) over w as before from seen window w as (order by time, n)),
        turns as (select time, version from runs where value = $6 and not carried and before is distinct from $6)
        select (select count(*) from runs), (select count(*) from turns), (select coalesce(sum(until - time), 0)::bigint from runs where value = $6),
          (select max(time) from turns), (select version from turns order by time desc, version desc limit 1)
        """, Values(track, value))
        .Select(r => new Course(r.GetInt64(0) > 0, r.GetInt64(1), r.GetInt64(2), r.IsDBNull(3) ? null : new(r.GetInt64(3), r.GetInt64(4)))).First());

    public double? Growth(Track track) => database.Use(db => db.Rows(
        $"""
        with seen as (
          select time, n, v from ({Numbers(track)}) numbers
          union all select $4, n, case when value ~ '^-?[0-9]' then value::float8 end from ({Before(track)}) held)
        select sum(greatest(0, v - before)) from (select v, lag(v) over (order by time, n) as before from seen) steps where before is not null and v is not null
        """, Values(track)).Select(r => Real(r, 0)).First());

    public IReadOnlyList<Entry> Newest(Track track, bool changed, int limit) => database.Use(db => db.Rows(
        $"{PostgresRow.Columns}where {Within(track)}and (e.changed or not $6) order by e.time desc, e.n desc limit $7", Values(track, changed, limit)).Select(PostgresRow.Entry).ToArray());

    public (long Count, byte[]? Newest) Commands(Track track) => database.Use(db => db.Rows(
        $"""
        with went as (select e.n, e.cause, e.value from entry e where {Within(track)}and e.value::json ->> 'state' in ('sent', 'confirmed') and not coalesce((e.value::json ->> 'already')::boolean, false))
        select count(distinct cause), (select value from went order by n desc limit 1) from went
        """, Values(track))
        .Select(r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.Bytes(1))).First());

    // The confirming step is committed with the report, right after it.
    public byte[]? ConfirmedBy(string thing, Moment report)
    {
        var track = new Track(thing, null, EntryKind.Action, report.Time - Near, report.Time + Near);
        return database.Use(db => db.Rows(
            $"select e.value from entry e where {Within(track)}and e.version > $6 and e.version <= $7 and e.value::json ->> 'state' = 'confirmed' order by e.version limit 1",
            Values(track, report.Version, report.Version + Steps)).Select(r => r.Bytes(0)).FirstOrDefault());
    }

    static double? Real(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDouble(at);
}
