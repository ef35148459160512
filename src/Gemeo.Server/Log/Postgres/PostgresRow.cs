using Npgsql;

namespace Gemeo.Log.Postgres;

static class PostgresRow
{
    /// <summary>What <see cref="Entry"/> reads.</summary>
    public const string Columns = "select e.n, t.id, p.name, e.version, p.kind, e.value, e.time, e.device_time, e.changed, e.cause from entry e join point p on p.key = e.point join thing t on t.key = p.thing ";

    /// <summary>The key of a thing's name and kind: $1, $2, $3.</summary>
    public const string OfName = "(select p.key from point p join thing t on t.key = p.thing where t.id = $1 and p.name = $2 and p.kind = $3)";

    /// <summary>The same, or without a name all of the thing's of that kind.</summary>
    public const string OfTrack = "e.point = any (array(select p.key from point p join thing t on t.key = p.thing where t.id = $1 and ($2::text is null or p.name = $2) and p.kind = $3))";

    public static Entry Entry(NpgsqlDataReader row) => new()
    {
        N = row.GetInt64(0),
        Thing = row.GetString(1),
        Name = row.GetString(2),
        Version = row.GetInt64(3),
        Kind = (EntryKind)row.GetInt16(4),
        Value = row.Bytes(5),
        Time = row.GetInt64(6),
        DeviceTime = row.IsDBNull(7) ? null : row.GetInt64(7),
        Changed = row.GetBoolean(8),
        Cause = row.IsDBNull(9) ? null : row.GetString(9),
    };
}
