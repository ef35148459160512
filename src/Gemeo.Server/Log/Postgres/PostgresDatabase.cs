using System.Net.Sockets;
using Gemeo.Hosting;
using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>The database as it is reached: its connection string, its own schema, and what its failures mean.</summary>
sealed class PostgresDatabase : IDisposable
{
    /// <summary>The oldest that is supported.</summary>
    const int Oldest = 15;

    readonly NpgsqlDataSource _source;

    /// <param name="connection">As <c>Gemeo:Database</c> has it.</param>
    /// <param name="patient">What is asked may take as long as it takes.</param>
    public PostgresDatabase(string connection, bool patient = false)
    {
        var parts = PostgresPlace.Of(connection, out var schema);
        // Statements are few and come again and again.
        if (parts.MaxAutoPrepare == 0) (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages) = (64, 2);
        if (parts.KeepAlive == 0) parts.KeepAlive = 10;
        if (patient) parts.CommandTimeout = 0;
        // What a commit promises must be on disk, whatever the server's own setting says.
        parts.Options = (parts.Options is { Length: > 0 } own ? own + " " : "") + "-c synchronous_commit=on";
        (Schema, Where) = (schema, $"{parts.Host}:{parts.Port}/{parts.Database}");
        _source = NpgsqlDataSource.Create(parts);
    }

    public string Schema { get; }

    /// <summary>Host, port and name, without user and password.</summary>
    public string Where { get; }

    public NpgsqlConnection Connect() => _source.OpenConnection();

    /// <summary>Makes what is not there yet. Two servers that begin at once do it one after the other.</summary>
    public void Prepare(NpgsqlConnection db)
    {
        using var all = db.BeginTransaction();
        Make(db);
        all.Commit();
    }

    /// <summary>The same within the transaction that the connection is in.</summary>
    public void Make(NpgsqlConnection db)
    {
        if (db.PostgreSqlVersion.Major < Oldest) throw new LogUnusableException($"Gemeo:Database: PostgreSQL {Oldest} or later is needed; {Where} is {db.PostgreSqlVersion}.");
        db.Run("select pg_advisory_xact_lock(hashtext($1))", "gemeo schema " + Schema);
        db.Run($"create schema if not exists {new NpgsqlCommandBuilder().QuoteIdentifier(Schema)}");
        using var schema = typeof(PostgresDatabase).Assembly.GetManifestResourceStream("Gemeo.Log.Postgres.schema.sql")!;
        db.Run(new StreamReader(schema).ReadToEnd());
    }

    /// <summary>Holds the log for this connection until it ends: one server (or one move) for each log. The database gives it back when the connection is lost.</summary>
    public void Hold(NpgsqlConnection db, TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (db.Long("select pg_try_advisory_lock(hashtext($1))::int", "gemeo log " + Schema) == 0)
        {
            if (Environment.TickCount64 > until) throw new LogUnavailableException($"Gemeo:Database: the log '{Schema}' in {Where} is in use by another Gêmeo server or is being moved.");
            Thread.Sleep(100);
        }
    }

    public bool HasLog(NpgsqlConnection db) => db.Long("select (to_regclass($1) is not null)::int", new NpgsqlCommandBuilder().QuoteIdentifier(Schema) + ".entry") != 0;

    /// <summary>Reads over a connection of the pool. When one fails the others are suspect too: the database may have been away.</summary>
    public T Use<T>(Func<NpgsqlConnection, T> read)
    {
        try
        {
            using var db = Connect();
            try { return read(db); }
            catch (Exception why) when (Explains(why))
            {
                NpgsqlConnection.ClearPool(db);
                throw;
            }
        }
        catch (Exception why) when (Explains(why)) { throw Unavailable(why); }
    }

    public static bool Explains(Exception why) => why is NpgsqlException or SocketException or TimeoutException or IOException or InvalidOperationException { Source: "Npgsql" };

    public LogUnavailableException Unavailable(Exception why) => new(Explain(why), why);

    /// <summary>One sentence for a person.</summary>
    public string Explain(Exception why) => why switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => $"Gemeo:Database: {Where} does not let this user in ({why.Message}).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"Gemeo:Database: there is no such database ({why.Message}); make it with createdb.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => $"Gemeo:Database: this user may not do what is needed in {Where} ({why.Message}).",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"Gemeo:Database: the disk of {Where} is full.",
        PostgresException postgres => $"Gemeo:Database: {Where} refused ({postgres.SqlState}: {postgres.MessageText}).",
        _ => $"Gemeo:Database: {Where} does not answer ({why.GetBaseException().Message.TrimEnd('.')}).",
    };

    public void Dispose() => _source.Dispose();
}
