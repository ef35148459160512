using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>A database copied as of one moment while others write on, by SQLite's online backup: one file, without a <c>-wal</c>.</summary>
static class SqliteCopy
{
    static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    /// <param name="forget">Of a log: its name and openings are left out, so that whoever opens the copy gives other cursors.</param>
    public static void Make(string from, string to, Action<double> told, bool forget = false)
    {
        using var copy = SqliteFile.ConnectTo(to, SqliteOpenMode.ReadWriteCreate);
        using (var source = SqliteFile.ConnectTo(from, SqliteOpenMode.ReadWrite))
        using (new Timer(_ => told(Share(from, to)), null, _between, _between))
            source.BackupDatabase(copy);
        copy.Run("pragma journal_mode = delete");
        // Pages are copied as they lie; a backup of a damaged one would be none.
        if (copy.Rows("pragma quick_check(1)").Select(r => r.GetString(0)).First() is var verdict && verdict != "ok") throw new LogUnusableException($"'{from}' is damaged ({verdict.ReplaceLineEndings(" ")}); no backup was made of it.");
        if (!forget) return;
        copy.Run("delete from meta where key = 'logId'");
        copy.Run("delete from run");
    }

    static double Share(string from, string to)
    {
        try { return Math.Min(1, (double)new FileInfo(to).Length / Math.Max(1, new FileInfo(from).Length)); }
        catch (IOException) { return 0; }
    }
}
