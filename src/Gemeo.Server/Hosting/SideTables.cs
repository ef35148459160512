using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gemeo.Hosting;

/// <summary>Tables beside the log: a file of the data folder, or tables in the schema of <c>Gemeo:Database</c>. Whoever has some makes them in both.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Tables">In the order in which they refer to each other.</param>
/// <param name="Counted">Table and column that the database counts by itself.</param>
/// <param name="InFile">Makes the tables in a file (its path).</param>
/// <param name="InDatabase">Makes the tables in a PostgreSQL (the connection string).</param>
sealed record SideTables(string File, string[] Tables, (string Table, string Column)[] Counted, Func<string, CancellationToken, Task> InFile, Func<string, CancellationToken, Task> InDatabase)
{
    /// <summary>What a lab's file holds goes into its PostgreSQL once, when that has none of it yet; the file stays under another name.</summary>
    public async Task CarryOverAsync(string data, string database, CancellationToken cancel)
    {
        var path = Path.Combine(data, File);
        if (!System.IO.File.Exists(path)) return;
        // As this version wants it, whichever wrote it.
        await InFile(path, cancel);
        await using var from = await OpenAsync(path, cancel);
        await using var to = await OpenDatabaseAsync(database, cancel);
        await using var whole = await to.BeginTransactionAsync(cancel);
        await RunAsync(to, $"lock table \"{Tables[0]}\" in exclusive mode", cancel);
        if (await AnyAsync(to, cancel)) return;
        foreach (var table in Tables) await TableCopy.RunAsync(from, to, table, cancel);
        foreach (var (table, column) in Counted) await RunAsync(to, $"select setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (select coalesce(max(\"{column}\"), 0) + 1 from \"{table}\"), false)", cancel);
        await whole.CommitAsync(cancel);
        await from.CloseAsync();
        SqliteConnection.ClearAllPools();
        System.IO.File.Move(path, path + ".moved", overwrite: true);
    }

    /// <summary>Writes the file of what lies in PostgreSQL, as of one moment; nothing when there is none.</summary>
    public async Task<bool> WriteAsync(string database, string path, CancellationToken cancel)
    {
        await using var from = await OpenDatabaseAsync(database, cancel);
        await using var moment = await from.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        if (!await HasAsync(from, cancel) || !await AnyAsync(from, cancel)) return false;
        await InFile(path, cancel);
        await using var to = await OpenAsync(path, cancel);
        await RunAsync(to, "pragma journal_mode = delete", cancel);
        await using var whole = await to.BeginTransactionAsync(cancel);
        foreach (var table in Tables) await TableCopy.RunAsync(from, to, table, cancel);
        await whole.CommitAsync(cancel);
        return true;
    }

    async Task<bool> HasAsync(DbConnection db, CancellationToken cancel) => await OneAsync(db, $"select to_regclass('\"{Tables[0]}\"') is not null", cancel) is true;

    async Task<bool> AnyAsync(DbConnection db, CancellationToken cancel)
    {
        foreach (var table in Tables)
            if (await OneAsync(db, $"select exists (select 1 from \"{table}\")", cancel) is true) return true;
        return false;
    }

    static async Task<DbConnection> OpenAsync(string path, CancellationToken cancel)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 5 }.ToString());
        await db.OpenAsync(cancel);
        return db;
    }

    static async Task<DbConnection> OpenDatabaseAsync(string database, CancellationToken cancel)
    {
        var place = PostgresPlace.Of(database, out _);
        (place.Pooling, place.CommandTimeout) = (false, 0);
        var db = new NpgsqlConnection(place.ToString());
        await db.OpenAsync(cancel);
        return db;
    }

    static async Task RunAsync(DbConnection db, string sql, CancellationToken cancel) => await OneAsync(db, sql, cancel);

    static async Task<object?> OneAsync(DbConnection db, string sql, CancellationToken cancel)
    {
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // names of our own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel);
    }
}
