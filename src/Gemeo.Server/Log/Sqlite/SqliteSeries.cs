using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Readings along the index of their name.</summary>
sealed class SqliteSeries(SqliteReaders readers) : ILogSeries
{
    const string OfName = "e.point = (select p.key from point p join thing t on t.key = p.thing where t.id = ?1 and p.name = ?2) and e.kind = ?3 and e.time >= ?4 and e.time < ?5";
    // Between two looks at whether somebody still waits for it.
    const int Stride = 4096;

    public int Count(Track track, int most) =>
        readers.Use(db => (int)db.Long($"select count(*) from (select 1 from entry e where {OfName} limit ?6)", track.Thing, track.Name, (long)track.Kind, track.From, track.To, most));

    public void Walk(Track track, Action<Piece> take, CancellationToken cancel) => readers.Use(db =>
    {
        using var rows = new Statement(db.Handle!, $"select e.time, e.value from entry e where {OfName} order by e.time");
        rows.Text(1, track.Thing).Text(2, track.Name).Bind(3, (long)track.Kind).Bind(4, track.From).Bind(5, track.To);
        for (var n = 1; rows.Next(); n++)
        {
            if (n % Stride == 0) cancel.ThrowIfCancellationRequested();
            if (Piece.TryNumber(rows.Bytes(1), out var number)) take(Piece.Of(rows.Long(0), number));
        }
        return true;
    });

    public IReadOnlyList<Entry> Page(Track track, long after, int limit) => readers.Use(db => db.Rows(
        $"{SqliteRow.Columns}where {OfName} and (e.time, e.n) > (?4, ?6) order by e.time, e.n limit ?7", track.Thing, track.Name, (long)track.Kind, track.From, track.To, after, limit)
        .Select(SqliteRow.Entry).ToArray());
}
