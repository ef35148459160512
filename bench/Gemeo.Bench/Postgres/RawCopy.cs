using System.Globalization;
using Gemeo.Bench.Appends;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Gemeo.Bench.Postgres;

/// <summary>Binary COPY with nothing around it: the server's own table of entries, with its months and indexes; each batch is one COPY that commits itself.</summary>
sealed class RawCopy : IDisposable
{
    readonly PostgresDatabase _database;
    readonly NpgsqlConnection _db;
    readonly long[] _versions = new long[RawLog.Things + 1];
    long _n;

    public RawCopy(string connection)
    {
        _database = new(connection);
        _db = _database.Connect();
        _database.Prepare(_db);
        var months = new PostgresMonths();
        months.Load(_db);
        months.Make(_db, TimeProvider.System.Now());
        for (var thing = 1; thing <= RawLog.Things; thing++)
        {
            _db.Run("insert into thing (id, version, state) values ($1, 0, '{}')", Samples.Thing(thing));
            _db.Run("insert into point (thing, name, kind) values ($1, 'distance', 0)", (long)thing);
        }
    }

    public void OneThing(int count) => Copy(Enumerable.Repeat(1, count));

    public void ManyThings(int count) => Copy(Enumerable.Range(1, count));

    void Copy(IEnumerable<int> things)
    {
        using var rows = _db.BeginBinaryImport("copy entry (n, time, point, version, value, device_time, changed, cause) from stdin (format binary)");
        foreach (var thing in things)
        {
            rows.StartRow();
            rows.Write(++_n, NpgsqlDbType.Bigint);
            rows.Write(TimeProvider.System.Now(), NpgsqlDbType.Bigint);
            rows.Write((long)thing, NpgsqlDbType.Bigint);
            rows.Write(++_versions[thing], NpgsqlDbType.Bigint);
            rows.Write(Samples.Value(_n), NpgsqlDbType.Text);
            rows.WriteNull();
            rows.Write(true, NpgsqlDbType.Boolean);
            rows.WriteNull();
        }
        rows.Complete();
    }

    public override string ToString() => _n.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _db.Dispose();
        _database.Dispose();
    }
}
