using System.Data.Common;

namespace Gemeo.Hosting;

/// <summary>Rows of a table from one database into the table of the same name and columns in another, whichever they are.</summary>
static class TableCopy
{
    /// <returns>How many.</returns>
    public static async Task<long> RunAsync(DbConnection from, DbConnection to, string table, CancellationToken cancel)
    {
        var types = await TypesAsync(to, table, cancel);
        var names = string.Join(", ", types.Keys.Select(n => $"\"{n}\""));
        await using var read = Command(from, $"select {names} from \"{table}\"");
        await using var rows = await read.ExecuteReaderAsync(cancel);
        await using var write = Command(to, $"insert into \"{table}\" ({names}) values ({string.Join(", ", types.Select((_, at) => $"@p{at}"))})");
        var count = 0L;
        for (; await rows.ReadAsync(cancel); count++)
        {
            write.Parameters.Clear();
            foreach (var (at, type) in types.Values.Index()) write.Parameters.Add(Parameter(write, $"@p{at}", Value(rows.GetValue(at), type)));
            await write.ExecuteNonQueryAsync(cancel);
        }
        return count;
    }

    static async Task<Dictionary<string, Type>> TypesAsync(DbConnection db, string table, CancellationToken cancel)
    {
        await using var look = Command(db, $"select * from \"{table}\" limit 0");
        await using var none = await look.ExecuteReaderAsync(cancel);
        return Enumerable.Range(0, none.FieldCount).ToDictionary(none.GetName, none.GetFieldType);
    }

    // SQLite has one kind of whole number, and of text that may hold a nought.
    static object Value(object value, Type type) => value switch
    {
        DBNull or byte[] => value,
        string text => text.Replace('\0', '\uFFFD'),
        _ when type.IsPrimitive && value.GetType() != type => Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }

    static DbCommand Command(DbConnection db, string sql)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // names of our own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
