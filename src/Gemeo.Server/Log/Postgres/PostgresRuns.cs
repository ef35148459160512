using Npgsql;

namespace Gemeo.Log.Postgres;

static class PostgresRuns
{
    /// <summary>Puts this opening on record, beginning at the head.</summary>
    public static LogRuns Begin(NpgsqlConnection db, long head)
    {
        db.Run("insert into meta values ('logId', $1) on conflict do nothing", LogRuns.NewLog());
        var tag = LogRuns.NewTag();
        db.Run("insert into run (tag, start) values ($1, $2)", tag, head);
        return new(
            db.Rows("select value from meta where key = 'logId'").Select(row => row.GetString(0)).Single(), tag,
            db.Rows("select tag, coalesce(lead(start) over (order by key), $1) from run", long.MaxValue).ToDictionary(row => row.GetString(0), row => row.GetInt64(1)));
    }
}
