using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Reading connections, used by one caller at a time and kept for the next. They never block the writer (WAL).</summary>
sealed class SqliteReaders(string folder) : IDisposable
{
    readonly ConcurrentBag<SqliteConnection> _idle = [];

    public T Use<T>(Func<SqliteConnection, T> read)
    {
        if (!_idle.TryTake(out var connection)) connection = Connect();
        try
        {
            var result = read(connection);
            _idle.Add(connection);
            return result;
        }
        catch (SqliteException why)
        {
            connection.Dispose();
            throw new LogUnavailableException(SqliteFile.Explain(why, folder), why);
        }
    }

    SqliteConnection Connect()
    {
        try { return SqliteFile.Connect(folder, SqliteOpenMode.ReadOnly); }
        catch (LogUnusableException why) { throw new LogUnavailableException(why.Message, why); }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}

static class SqliteRow
{
    /// <summary>Text or blob as it lies, without a detour through a string.</summary>
    public static byte[] Bytes(this SqliteDataReader row, int at) => row.GetFieldValue<byte[]>(at);
}
