using System.Globalization;
using Npgsql;

namespace Gemeo.Log.Postgres;

/// <summary>The months of entries, a table each: what is asked of a time looks at few of them, and an old one is dropped whole.</summary>
sealed class PostgresMonths
{
    const string Prefix = "entry_";
    static readonly long _last = Instant.Of(new DateTimeOffset(9999, 12, 1, 0, 0, 0, TimeSpan.Zero));
    // A month over that somebody reads is waited for, but not for ever.
    readonly HashSet<long> _made = [];

    public void Load(NpgsqlConnection db)
    {
        _made.Clear();
        foreach (var row in db.Rows("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'entry'::regclass"))
            _made.Add(StartOf(row.GetString(0)));
    }

    /// <summary>Makes the month's table within the transaction that needs it first.</summary>
    public void Make(NpgsqlConnection db, long time)
    {
        var start = MonthOf(time);
        if (!_made.Add(start)) return;
        db.Run($"create table if not exists {Name(start)} partition of entry for values from ({(start == 0 ? "minvalue" : Text(start))}) to ({(start == _last ? "maxvalue" : Text(After(start)))})");
    }

    /// <summary>Drops the months that end before a time and hold nothing beyond a place; how many entries went with them.</summary>
    public int Drop(NpgsqlConnection db, long before, long last)
    {
        var gone = 0L;
        foreach (var start in _made.Where(m => After(m) <= before).Order().ToArray())
        {
            // Places follow one another, so nobody need count.
            var (from, to) = db.Rows($"select coalesce(min(n), 1), coalesce(max(n), 0) from {Name(start)}").Select(r => (r.GetInt64(0), r.GetInt64(1))).First();
            if (to > last) continue;
            db.Run($"drop table {Name(start)}");
            _made.Remove(start);
            gone += to - from + 1;
        }
        return (int)Math.Min(gone, int.MaxValue);
    }

    // A clock that is out of its mind has a month too: the first and the last are open.
    static long MonthOf(long time)
    {
        if (time >= _last || time < 0) return time < 0 ? 0 : _last;
        var at = Instant.At(time);
        return Instant.Of(new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero));
    }

    static long After(long start) => start == _last ? long.MaxValue : Instant.Of(Instant.At(start).AddMonths(1));

    static string Name(long start) => Prefix + Instant.At(start).ToString("yyyy_MM", CultureInfo.InvariantCulture);

    static long StartOf(string name) => Instant.Of(DateTimeOffset.ParseExact(name[Prefix.Length..], "yyyy_MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
