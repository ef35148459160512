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
        catch (OperationCanceledException)
        {
            _idle.Add(connection);
            throw;
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
    /// <summary>What <see cref="Entry"/> reads.</summary>
    public const string Columns = "select e.n, t.id, p.name, e.version, e.kind, e.value, e.time, e.device_time, e.changed, e.cause from entry e join point p on p.key = e.point join thing t on t.key = p.thing ";

    /// <summary>Text or blob as it lies, without a detour through a string.</summary>
    public static byte[] Bytes(this SqliteDataReader row, int at) => row.GetFieldValue<byte[]>(at);

    public static Entry Entry(SqliteDataReader row) => new()
    {
        N = row.GetInt64(0),
        Thing = row.GetString(1),
        Name = row.GetString(2),
        Version = row.GetInt64(3),
        Kind = (EntryKind)row.GetInt64(4),
        Value = row.Bytes(5),
        Time = row.GetInt64(6),
        DeviceTime = row.IsDBNull(7) ? null : row.GetInt64(7),
        Changed = row.GetInt64(8) != 0,
        Cause = row.IsDBNull(9) ? null : row.GetString(9),
    };
}
