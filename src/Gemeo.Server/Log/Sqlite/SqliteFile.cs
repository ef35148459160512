using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Opens the file, or refuses with one sentence that says what is wrong and what to do.</summary>
static class SqliteFile
{
    const string Name = "gemeo.db";

    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Creates the folder, takes its lock (one server for each) and checks that it can be written.</summary>
    public static FileStream Claim(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, "gemeo.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException why)
        {
            throw new LogUnusableException($"Gemeo:Data: the folder '{folder}' cannot be written; give this user the right to, or set another folder.", why);
        }
        catch (IOException why)
        {
            throw new LogUnusableException($"Gemeo:Data: the folder '{folder}' is in use by another Gêmeo server or cannot be written ({why.Message}).", why);
        }
    }

    public static SqliteConnection Open(string folder)
    {
        var connection = Connect(folder, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Run("pragma journal_mode = wal");
            connection.Run("pragma synchronous = full");
            connection.Run("pragma wal_autocheckpoint = 8000");
            connection.Run("pragma cache_size = -32000");
            connection.Run("pragma temp_store = memory");
            Inspect(connection, folder);
            using var schema = typeof(SqliteFile).Assembly.GetManifestResourceStream("Gemeo.Log.Sqlite.schema.sql")!;
            connection.Run(new StreamReader(schema).ReadToEnd());
            return connection;
        }
        catch (SqliteException why)
        {
            connection.Dispose();
            throw new LogUnusableException(Explain(why, folder), why);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = PathIn(folder), Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException why)
        {
            connection.Dispose();
            throw new LogUnusableException(Explain(why, folder), why);
        }
    }

    // A file cut short is found by its size; a small one is read whole, a large one by its tables' roots and its end.
    static void Inspect(SqliteConnection connection, string folder)
    {
        connection.Run("pragma wal_checkpoint(truncate)");
        var expected = connection.Long("pragma page_count") * connection.Long("pragma page_size");
        var length = new FileInfo(PathIn(folder)).Length;
        if (length < expected) throw Torn(folder, $"{length} bytes of {expected}");
        if (length > 64 << 20) return;
        foreach (var row in connection.Rows("pragma quick_check(1)"))
            if (row.GetString(0) is var verdict && verdict != "ok") throw Torn(folder, verdict);
    }

    static LogUnusableException Torn(string folder, string detail) =>
        new($"Gemeo:Data: the log '{PathIn(folder)}' is damaged ({detail}); put a backup in its place, or move it away to begin a new one. Nothing was changed.");

    public static string Explain(SqliteException why, string folder) => why.SqliteErrorCode switch
    {
        11 or 26 => Torn(folder, why.Message).Message,
        8 or 14 => $"Gemeo:Data: the log '{PathIn(folder)}' cannot be written; give this user the right to, or set another folder.",
        13 => $"Gemeo:Data: the disk that holds '{folder}' is full.",
        10 => $"Gemeo:Data: the disk that holds '{folder}' does not answer ({why.Message}).",
        _ => $"Gemeo:Data: the log '{PathIn(folder)}' cannot be used ({why.Message}).",
    };
}
