using Gemeo.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gemeo.Knowledge.Library;

/// <summary>The documents' tables in either database, made and brought up to this version by EF Core's migrations.</summary>
static class KnowledgeTables
{
    const string History = "knowledge_migrations";
    /// <summary>Of files that were made before there were migrations; the second brought the vectors.</summary>
    const int LastNumbered = 2;

    public static SideTables Side { get; } = new("knowledge.db", ["documents", "pages", "chunks", "vectors"], [("chunks", "Id")], MakeFileAsync, MakeAsync);

    public static DbContextOptions<SqliteKnowledgeDb> Sqlite(string connection) =>
        new DbContextOptionsBuilder<SqliteKnowledgeDb>().UseSqlite(connection, s => s.MigrationsHistoryTable(History)).Options;

    public static DbContextOptions<PostgresKnowledgeDb> Postgres(string connection, string? schema) =>
        new DbContextOptionsBuilder<PostgresKnowledgeDb>().UseNpgsql(connection, p => p.MigrationsHistoryTable(History, schema)).Options;

    public static string InFile(string path) => new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();

    public static async Task MakeFileAsync(string path, CancellationToken cancel)
    {
        await using (var db = new SqliteKnowledgeDb(Sqlite(InFile(path))))
        {
            await AdoptAsync(db, path, cancel);
            await db.Database.MigrateAsync(cancel);
        }
        SqliteConnection.ClearPool(new SqliteConnection(InFile(path)));
    }

    public static async Task MakeAsync(string database, CancellationToken cancel)
    {
        var place = PostgresPlace.Of(database, out var schema);
        await using var db = new PostgresKnowledgeDb(Postgres(place.ToString(), schema));
        await db.Database.MigrateAsync(cancel);
    }

    // A file of before has the first migration's tables already; it is told so, and loses nothing.
    static async Task AdoptAsync(SqliteKnowledgeDb db, string path, CancellationToken cancel)
    {
        if (!File.Exists(path) || await CountAsync(db, "documents", cancel) == 0 || await CountAsync(db, History, cancel) > 0) return;
        var number = await db.Database.SqlQueryRaw<int>("select user_version as Value from pragma_user_version").SingleAsync(cancel);
        if (number > LastNumbered) throw new InvalidDataException($"{path} was written by another version ({number}, expected {LastNumbered}).");
        var history = db.GetService<IHistoryRepository>();
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("""create table if not exists "vectors" ("ChunkId" integer not null constraint "PK_vectors" primary key references "chunks" ("Id") on delete cascade, "Model" text not null, "Dimension" integer not null, "Unit" blob not null)""", cancel);
        await db.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript(), cancel);
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new(db.Database.GetMigrations().First(), ProductInfo.GetVersion())), cancel);
        await whole.CommitAsync(cancel);
    }

    static Task<int> CountAsync(SqliteKnowledgeDb db, string table, CancellationToken cancel) =>
        db.Database.SqlQuery<int>($"select count(*) as Value from sqlite_master where type = 'table' and name = {table}").SingleAsync(cancel);
}
