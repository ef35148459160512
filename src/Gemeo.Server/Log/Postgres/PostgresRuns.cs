using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>The openings of a log. A cursor names the one that gave it, so that a log put back from a backup, which does not know its later
/// openings, refuses the cursors that they gave: what they pointed behind is not what it holds.</summary>
sealed class PostgresRuns
{
    readonly Dictionary<string, long> _ends = [];
    readonly string _log;

    public PostgresRuns(NpgsqlConnection db, long head)
    {
        db.Run("insert into meta values ('logId', $1) on conflict do nothing", Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray().AsSpan(10)));
        _log = db.Rows("select value from meta where key = 'logId'").Select(row => row.GetString(0)).Single();
        var tag = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));
        db.Run("insert into run (tag, start) values ($1, $2)", tag, head);
        // Each ended where the next began.
        foreach (var row in db.Rows("select tag, coalesce(lead(start) over (order by key), $1) from run", long.MaxValue)) _ends[row.GetString(0)] = row.GetInt64(1);
        Name = $"{_log}-{tag}";
    }

    public string Name { get; }

    public bool Gave(Cursor cursor)
    {
        var dash = cursor.LogId.IndexOf('-');
        return dash > 0 && cursor.LogId.AsSpan(0, dash).SequenceEqual(_log) && _ends.TryGetValue(cursor.LogId[(dash + 1)..], out var end) && cursor.N <= end;
    }
}
