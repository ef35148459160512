using System.Data.Common;
using Npgsql;

namespace Gemeo.Tests.Support;

/// <summary>A server's log that cannot be written until this is disposed: every commit fails. Of SQLite somebody else holds the lock; of
/// PostgreSQL, where that would only be waited for, the head has another name.</summary>
public sealed class LockedLog : IAsyncDisposable
{
    readonly DbConnection _connection;

    LockedLog(DbConnection connection) => _connection = connection;

    public static async Task<LockedLog> Of(TestServer server)
    {
        var connection = await Open(server.Data);
        await Run(connection, connection is NpgsqlConnection ? "alter table head rename to head_away" : "begin immediate");
        return new(connection);
    }

    /// <summary>Writes into a log whose server is not running.</summary>
    public static async Task Change(string data, string sql)
    {
        await using var connection = await Open(data);
        await Run(connection, sql);
    }

    static async Task<DbConnection> Open(string data)
    {
        var connection = TestServer.Beside(data);
        await connection.OpenAsync();
        return connection;
    }

    static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open) await Run(_connection, _connection is NpgsqlConnection ? "alter table head_away rename to head" : "rollback");
        await _connection.DisposeAsync();
    }
}
