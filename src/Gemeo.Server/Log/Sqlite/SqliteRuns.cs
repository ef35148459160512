using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

static class SqliteRuns
{
    /// <summary>Puts this opening on record, beginning at the head.</summary>
    public static LogRuns Begin(SqliteConnection connection, long head)
    {
        connection.Run("insert into meta values ('logId', ?1) on conflict do nothing", LogRuns.NewLog());
        var tag = LogRuns.NewTag();
        connection.Run("insert into run (tag, start) values (?1, ?2)", tag, head);
        return new(
            connection.Rows("select value from meta where key = 'logId'").Select(row => row.GetString(0)).Single(), tag,
            connection.Rows("select tag, coalesce(lead(start) over (order by key), ?1) from run", long.MaxValue).ToDictionary(row => row.GetString(0), row => row.GetInt64(1)));
    }
}
