using Microsoft.Data.Sqlite;

namespace Gemeo.Log.Sqlite;

/// <summary>Opens the file, or refuses with one sentence that says what is wrong and what to do.</summary>
static class SqliteFile
{
    const string Name = "gemeo.db";

    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Where a log that is being moved here lies until it is whole.</summary>
    public static string GrowingIn(string folder) => PathIn(folder) + ".moving";

    /// <summary>Creates the folder, takes its lock (one server for each) and checks that it can be written.</summary>
    public static FileStream Claim(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // The lock file stays: a server that deletes it while another waits at it would let a third one in.
            return new FileStream(Path.Combine(folder, "gemeo.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (UnauthorizedAccessException why)
        {
            throw NotWritable(folder, why);
        }
        catch (IOException why)
        {
            throw new LogUnusableException($"Gemeo:Data: the folder '{folder}' is in use by another Gêmeo server or cannot be written ({why.Message}).", why);
        }
    }

    public static SqliteConnection Open(string folder)
    {
        try
        {
            if (File.Exists(GrowingIn(folder))) throw new LogUnusableException($"Gemeo:Data: a move of a log into '{folder}' did not come to its end; run it again, or delete '{GrowingIn(folder)}' to do without.");
            if (!SqliteInspect.Check(folder)) Create(folder);
            return Prepare(Connect(folder, SqliteOpenMode.ReadWrite));
        }
        catch (SqliteException why) { throw new LogUnusableException(Explain(why, folder), why); }
        catch (UnauthorizedAccessException why) { throw NotWritable(folder, why); }
        catch (IOException why) { throw new LogUnusableException($"Gemeo:Data: the folder '{folder}' cannot be used ({why.Message}).", why); }
    }

    // Made beside and then named: what has the name is whole.
    static void Create(string folder)
    {
        var growing = PathIn(folder) + ".new";
        Discard(growing);
        Prepare(ConnectTo(growing, SqliteOpenMode.ReadWriteCreate)).Dispose();
        File.Move(growing, PathIn(folder));
    }

    /// <summary>A new file with empty tables, by SQLite's own defaults.</summary>
    public static SqliteConnection Make(string path)
    {
        var connection = ConnectTo(path, SqliteOpenMode.ReadWriteCreate);
        Schema(connection);
        return connection;
    }

    /// <summary>Makes what is not there yet.</summary>
    public static void Schema(SqliteConnection connection)
    {
        using var schema = typeof(SqliteFile).Assembly.GetManifestResourceStream("Gemeo.Log.Sqlite.schema.sql")!;
        connection.Run(new StreamReader(schema).ReadToEnd());
    }

    public static void Discard(string path)
    {
        foreach (var left in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(path + left);
    }

    static SqliteConnection Prepare(SqliteConnection connection)
    {
        try
        {
            connection.Run("pragma journal_mode = wal");
            connection.Run("pragma synchronous = full");
            connection.Run("pragma wal_autocheckpoint = 8000");
            connection.Run("pragma cache_size = -32000");
            connection.Run("pragma temp_store = memory");
            Schema(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Connect(string folder, SqliteOpenMode mode)
    {
        try { return ConnectTo(PathIn(folder), mode); }
        catch (SqliteException why) { throw new LogUnusableException(Explain(why, folder), why); }
    }

    public static SqliteConnection ConnectTo(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static LogUnusableException Torn(string folder, string detail) =>
        new($"Gemeo:Data: the log '{PathIn(folder)}' is damaged ({detail.ReplaceLineEndings(" ")}); put a backup in its place, or move it away to begin a new one. Nothing was changed.");

    static LogUnusableException NotWritable(string folder, Exception why) =>
        new($"Gemeo:Data: the folder '{folder}' cannot be written; give this user the right to, or set another folder.", why);

    public static string Explain(SqliteException why, string folder) => why.SqliteErrorCode switch
    {
        11 or 26 => Torn(folder, why.Message).Message,
        8 or 14 => $"Gemeo:Data: the log '{PathIn(folder)}' cannot be written; give this user the right to, or set another folder.",
        13 => $"Gemeo:Data: the disk that holds '{folder}' is full.",
        10 => $"Gemeo:Data: the disk that holds '{folder}' does not answer ({why.Message}).",
        _ => $"Gemeo:Data: the log '{PathIn(folder)}' cannot be used ({why.Message}).",
    };
}
