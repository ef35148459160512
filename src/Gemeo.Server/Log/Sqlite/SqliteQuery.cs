using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Small words for plain queries: <c>db.Rows("select …", 1, "x")</c>. Parameters are ?1, ?2…</summary>
static class SqliteQuery
{
    public static SqliteCommand Command(this SqliteConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("?" + (i + 1), values[i] ?? DBNull.Value);
        return command;
    }

    public static IEnumerable<SqliteDataReader> Rows(this SqliteConnection db, string sql, params object?[] values)
    {
        using var command = db.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }

    public static int Run(this SqliteConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static long Long(this SqliteConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = db.Command(sql, values);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
