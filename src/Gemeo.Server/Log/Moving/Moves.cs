using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gemeo.Log.Moving;

/// <summary>A log opened to be read through. Held, no server has it open; seen, one may write on.</summary>
sealed class OpenSource(ILogSource log, params IDisposable[] kept) : IDisposable
{
    public ILogSource Log => log;

    public void Dispose()
    {
        foreach (var one in kept) one.Dispose();
    }
}

/// <summary>Opens logs to be moved from and to, or says in one sentence why not.</summary>
static class Moves
{
    /// <exception cref="LogUnusableException"/>
    public static OpenSource FromFolder(string folder)
    {
        if (!File.Exists(SqliteFile.PathIn(folder))) throw new LogUnusableException($"There is no log in the folder '{folder}'.");
        var claim = SqliteFile.Claim(folder);
        try { return FromFile(SqliteFile.Open(folder), claim); }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>What nobody else has open.</summary>
    public static OpenSource FromFile(SqliteConnection db, params IDisposable[] kept) => new(new SqliteSource(db), [db, .. kept]);

    /// <param name="hold">No server may have it open; otherwise it is read as of this moment, whoever writes on.</param>
    /// <exception cref="LogUnusableException"/>
    public static OpenSource FromDatabase(string connection, bool hold) => InDatabase(connection, (database, db) =>
    {
        if (hold) database.Hold(db, TimeSpan.Zero);
        if (!database.HasLog(db)) throw new LogUnusableException($"There is no log '{database.Schema}' in {database.Where}.");
        var moment = db.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        return new OpenSource(new PostgresSource(db), moment, db, database);
    });

    /// <exception cref="LogUnusableException"/>
    public static ILogTarget ToFolder(string folder)
    {
        var claim = SqliteFile.Claim(folder);
        try
        {
            if (File.Exists(SqliteFile.PathIn(folder))) throw new LogUnusableException($"The folder '{folder}' holds a log already; move '{SqliteFile.PathIn(folder)}' away, or choose another folder.");
            return new SqliteTarget(folder, claim);
        }
        catch (Exception why)
        {
            claim.Dispose();
            throw why is SqliteException sqlite ? new LogUnusableException(SqliteFile.Explain(sqlite, folder), why) : why;
        }
    }

    /// <exception cref="LogUnusableException"/>
    public static PostgresTarget ToDatabase(string connection) => InDatabase(connection, (database, db) =>
    {
        database.Hold(db, TimeSpan.Zero);
        if (database.HasLog(db)) throw new LogUnusableException($"'{database.Schema}' in {database.Where} holds a log already; drop that schema, or name another one with 'Search Path=…'.");
        return new PostgresTarget(database, db);
    });

    static T InDatabase<T>(string connection, Func<PostgresDatabase, NpgsqlConnection, T> open)
    {
        PostgresDatabase? database = null;
        NpgsqlConnection? db = null;
        try
        {
            database = new(connection, patient: true);
            return open(database, db = database.Connect());
        }
        catch (Exception why)
        {
            db?.Dispose();
            database?.Dispose();
            if (why is LogUnavailableException held) throw new LogUnusableException(held.Message, why);
            if (why is ArgumentException or FormatException) throw new LogUnusableException($"Not a connection string of PostgreSQL ({why.Message}).", why);
            if (database is not null && PostgresDatabase.Explains(why)) throw new LogUnusableException(database.Explain(why), why);
            throw;
        }
    }
}
