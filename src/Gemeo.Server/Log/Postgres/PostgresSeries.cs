namespace Gemeo.Log.Postgres;

/// <summary>Readings along the index of their name.</summary>
sealed class PostgresSeries(PostgresDatabase database) : ILogSeries
{
    const string OfName = $"e.point = {PostgresRow.OfName} and e.time >= $4 and e.time < $5";
    // Between two looks at whether somebody still waits for it.
    const int Stride = 4096;

    public int Count(Track track, int most) =>
        database.Use(db => (int)db.Long($"select count(*) from (select 1 from entry e where {OfName} limit $6) counted", track.Thing, track.Name, (short)track.Kind, track.From, track.To, most));

    public void Walk(Track track, Action<Piece> take, CancellationToken cancel) => database.Use(db =>
    {
        using var rows = db.Walk($"select e.time, e.value from entry e where {OfName} order by e.time", track.Thing, track.Name, (short)track.Kind, track.From, track.To);
        for (var n = 1; rows.Read(); n++)
        {
            if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
            var time = rows.GetInt64(0);
            if (Piece.TryNumber(rows.Bytes(1), out var number)) take(Piece.Of(time, number));
        }
        return true;
    });

    public IReadOnlyList<Entry> Page(Track track, long after, int limit) => database.Use(db => db.Rows(
        $"{PostgresRow.Columns}where {OfName} and (e.time, e.n) > ($4, $6) order by e.time, e.n limit $7", track.Thing, track.Name, (short)track.Kind, track.From, track.To, after, limit)
        .Select(PostgresRow.Entry).ToArray());
}
