using System.Globalization;
using System.Text;
using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gemeo.Bench.Appends;

/// <summary>SQLite with nothing around it: the server's schema, indexes, pragmas and rows, prepared statements, one transaction for each batch.</summary>
sealed class RawLog : IDisposable
{
    public const int Things = 1000;
    readonly SqliteConnection _connection;
    readonly Statement _begin, _commit, _state, _entry, _command;
    readonly long[] _versions = new long[Things + 1];
    long _n;

    public RawLog(string folder)
    {
        Directory.CreateDirectory(folder);
        _connection = SqliteFile.Open(folder);
        var db = _connection.Handle!;
        _begin = new(db, "begin immediate");
        _commit = new(db, "commit");
        _state = new(db, "update thing set version = ?1, state = ?2 where key = ?3 and version = ?4");
        _entry = new(db, "insert into entry (n, point, version, kind, value, time, device_time, changed, cause) values (?1, ?2, ?3, ?4, ?5, ?6, null, 1, null)");
        _command = new(db, "insert into command (id, thing, open, document) values (?1, 'lamp', ?2, ?3) on conflict (id) do update set open = excluded.open, document = excluded.document");
        Populate();
    }

    /// <summary>One entry for each of so many things, in one transaction.</summary>
    public void ManyThings(int count)
    {
        _begin.Run();
        for (var thing = 1; thing <= count; thing++)
        {
            State(thing, 1);
            Entry(thing);
        }
        _commit.Run();
    }

    /// <summary>So many entries of one thing, in one transaction.</summary>
    public void OneThing(int count)
    {
        _begin.Run();
        State(1, count);
        for (var i = 0; i < count; i++)
            Entry(1);
        _commit.Run();
    }

    /// <summary>What one commit of a command writes: even ones that it is pending and sent, odd ones the report and that it is confirmed.</summary>
    public void CommandStep(int step)
    {
        var begins = step % 2 == 0;
        _begin.Run();
        State(1, 2);
        Entry(1, begins ? Samples.Command : Samples.Value(_n));
        Entry(1, Samples.Command);
        _command.Text(1, string.Create(CultureInfo.InvariantCulture, $"command-{step / 2}")).Bind(2, begins ? 1 : 0).Text(3, Samples.Command).Run();
        _commit.Run();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_begin, _commit, _state, _entry, _command])
            statement.Dispose();
        _connection.Dispose();
    }

    void State(int thing, int entries)
    {
        var known = _versions[thing];
        _state.Bind(1, known + entries).Text(2, Samples.State).Bind(3, (long)thing).Bind(4, known).Run();
    }

    void Entry(int thing) => Entry(thing, Samples.Value(_n + 1));

    void Entry(int thing, byte[] value) => _entry.Bind(1, ++_n).Bind(2, (long)thing).Bind(3, ++_versions[thing]).Bind(4, (long)EntryKind.Property)
        .Text(5, value).Bind(6, TimeProvider.System.Now()).Run();

    void Populate()
    {
        using var thing = new Statement(_connection.Handle!, "insert into thing (key, id, version, state) values (?1, ?2, 0, '{}')");
        using var point = new Statement(_connection.Handle!, "insert into point (key, thing, name) values (?1, ?1, 'distance')");
        _begin.Run();
        for (var n = 1; n <= Things; n++)
        {
            thing.Bind(1, (long)n).Text(2, Encoding.ASCII.GetBytes(Samples.Thing(n))).Run();
            point.Bind(1, (long)n).Run();
        }
        _commit.Run();
    }
}
