using Microsoft.Data.Sqlite;

namespace Gemeo.Tests.Support;

/// <summary>A server's log that cannot be written until this is disposed: somebody else holds the lock, so every commit fails.</summary>
public sealed class LockedLog : IAsyncDisposable
{
    readonly SqliteConnection _connection;

    LockedLog(SqliteConnection connection) => _connection = connection;

    public static async Task<LockedLog> Of(TestServer server)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(server.Data, "gemeo.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await Run(connection, "begin immediate");
        return new(connection);
    }

    /// <summary>Writes into a log whose server is not running.</summary>
    public static async Task Change(string data, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "gemeo.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await Run(connection, sql);
    }

    static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open) await Run(_connection, "rollback");
        await _connection.DisposeAsync();
    }
}
