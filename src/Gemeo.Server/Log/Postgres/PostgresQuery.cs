using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Gemeo.Log.Postgres;

/// <summary>Small words for plain queries: <c>db.Rows("select …", 1, "x")</c>. Parameters are $1, $2…</summary>
static class PostgresQuery
{
    public static NpgsqlCommand Command(this NpgsqlConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, db);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        return command;
    }

    public static NpgsqlBatchCommand Ask(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        batch.BatchCommands.Add(command);
        return command;
    }

    // Texts may be null, and then the type must still be told; our own UTF-8 is text too.
    static NpgsqlParameter Parameter(object? value) => value switch
    {
        null or string => new() { Value = value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        Utf8 text => new() { Value = text.Bytes, NpgsqlDbType = NpgsqlDbType.Text },
        _ => new() { Value = value },
    };

    public static IEnumerable<NpgsqlDataReader> Rows(this NpgsqlConnection db, string sql, params object?[] values)
    {
        using var command = db.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }

    /// <summary>As they come, not gathered first.</summary>
    public static NpgsqlDataReader Walk(this NpgsqlConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteReader(CommandBehavior.SequentialAccess);
    }

    public static int Run(this NpgsqlConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static long Long(this NpgsqlConnection db, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = db.Command(sql, values);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A text column as it lies, without a detour through a string.</summary>
    public static byte[] Bytes(this NpgsqlDataReader row, int at) => row.GetFieldValue<byte[]>(at);
}

/// <summary>UTF-8 that is text in the database.</summary>
readonly record struct Utf8(byte[] Bytes);
