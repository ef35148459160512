using Gemeo.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gemeo.Access.Store;

/// <summary>Opens the store of keys, accounts and credentials when it is first wanted: a lab on loopback that has none never makes one.</summary>
public sealed class AccessStore(IOptions<Settings> settings) : IDisposable
{
    const string History = "access_migrations";

    internal static SideTables Side { get; } = new("access.db", ["access_accounts", "access_keys", "access_sessions", "access_devices"], [], MakeFileAsync, MakeAsync);

    static async Task MakeFileAsync(string path, CancellationToken cancel)
    {
        await using var db = new SqliteAccessDb(Sqlite($"Data Source={path};Pooling=False"));
        await db.Database.MigrateAsync(cancel);
    }

    static async Task MakeAsync(string database, CancellationToken cancel)
    {
        var place = PostgresPlace.Of(database, out var schema);
        await using var db = new PostgresAccessDb(Postgres(place.ToString(), schema));
        await MigrateAsync(db, cancel);
    }

    // EF's own lock ends with each migration, so that of two who begin at once both would do the second one.
    static async Task MigrateAsync(AccessDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (db is PostgresAccessDb) await db.Database.ExecuteSqlRawAsync("select pg_advisory_lock(hashtext('gemeo access'))", cancel);
        try { await db.Database.MigrateAsync(cancel); }
        finally { if (db is PostgresAccessDb) await db.Database.ExecuteSqlRawAsync("select pg_advisory_unlock(hashtext('gemeo access'))", CancellationToken.None); }
    }

    readonly SemaphoreSlim _opening = new(1);
    volatile bool _open;

    string File => Path.Combine(settings.Value.Data!, "access.db");

    /// <summary>Whether anything can be in it; false costs nothing.</summary>
    public bool Exists => settings.Value.Database is not null || System.IO.File.Exists(File);

    /// <summary>A unit of work; its tables are there and as this version wants them.</summary>
    public async Task<AccessDb> OpenAsync(CancellationToken cancel)
    {
        if (!_open) await PrepareAsync(cancel);
        return Make();
    }

    async Task PrepareAsync(CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (_open) return;
            await using var db = Make();
            await MigrateAsync(db, cancel);
            // What was given out before there was a database goes along.
            if (settings.Value.Database is { } database) await Side.CarryOverAsync(settings.Value.Data!, database, cancel);
            if (settings.Value.Database is null) await db.Database.ExecuteSqlRawAsync("pragma journal_mode=wal", cancel);
            _open = true;
        }
        finally { _opening.Release(); }
    }

    /// <summary>The tables beside the log share a pool; whoever stops leaves no connection behind.</summary>
    public void Dispose()
    {
        _opening.Dispose();
        if (!_open) return;
        using var any = Make();
        switch (any.Database.GetDbConnection())
        {
            case NpgsqlConnection server: NpgsqlConnection.ClearPool(server); break;
            case SqliteConnection file: SqliteConnection.ClearPool(file); break;
        }
    }

    AccessDb Make()
    {
        if (settings.Value.Database is not { } database) return new SqliteAccessDb(Sqlite($"Data Source={File};Default Timeout=5"));
        var place = PostgresPlace.Of(database, out var schema);
        return new PostgresAccessDb(Postgres(place.ToString(), schema));
    }

    internal static DbContextOptions<SqliteAccessDb> Sqlite(string connection) =>
        new DbContextOptionsBuilder<SqliteAccessDb>().UseSqlite(connection, s => s.MigrationsHistoryTable(History)).Options;

    internal static DbContextOptions<PostgresAccessDb> Postgres(string connection, string? schema) =>
        new DbContextOptionsBuilder<PostgresAccessDb>().UseNpgsql(connection, p => p.MigrationsHistoryTable(History, schema)).Options;
}
