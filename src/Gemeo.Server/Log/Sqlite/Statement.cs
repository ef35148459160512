using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gemeo.Log.Sqlite;

/// <summary>A prepared statement for the hot path: bytes and numbers go straight into SQLite and out of it, without boxing or text conversion.</summary>
sealed class Statement : IDisposable
{
    readonly sqlite3 _db;
    readonly sqlite3_stmt _statement;

    public Statement(sqlite3 db, string sql)
    {
        _db = db;
        Check(raw.sqlite3_prepare_v2(db, sql, out _statement));
    }

    public Statement Bind(int at, long value) { Check(raw.sqlite3_bind_int64(_statement, at, value)); return this; }
    public Statement Bind(int at, long? value)
    {
        Check(value is { } some ? raw.sqlite3_bind_int64(_statement, at, some) : raw.sqlite3_bind_null(_statement, at));
        return this;
    }
    public Statement Real(int at, double value) { Check(raw.sqlite3_bind_double(_statement, at, value)); return this; }
    public Statement Text(int at, ReadOnlySpan<byte> utf8) { Check(raw.sqlite3_bind_text(_statement, at, utf8)); return this; }
    public Statement Text(int at, string? text)
    {
        Check(text is null ? raw.sqlite3_bind_null(_statement, at) : raw.sqlite3_bind_text(_statement, at, text));
        return this;
    }

    /// <summary>Runs it and readies it for the next; how many rows it changed.</summary>
    public int Run()
    {
        var code = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE && code != raw.SQLITE_ROW) Check(code);
        Check(reset);
        return raw.sqlite3_changes(_db);
    }

    /// <summary>Steps to the next row; false after the last, and then it may be run again.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        var reset = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(reset);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>Text as it lies; good until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_db).utf8_to_string(), code, raw.sqlite3_extended_errcode(_db));
    }

    public void Dispose() => _statement.Dispose();
}
