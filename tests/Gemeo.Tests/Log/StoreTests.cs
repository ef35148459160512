using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Log;

public sealed class SqliteStoreTests : LogStoreCompliance
{
    readonly string _folder = Folder.New("store");

    protected override ILogStore Open() => new SqliteStore(_folder);

    protected override void Wipe() => Folder.Remove(_folder);

    [Fact]
    public void A_log_put_back_from_a_backup_refuses_the_cursors_given_after_it_however_far_it_has_grown_again()
    {
        var (folder, lamp) = (Folder.New("restored"), new Line("lamp"));
        var (file, backup) = (Path.Combine(folder, "gemeo.db"), Path.Combine(folder, "backup.db"));
        string first, second, third;
        using (var store = new SqliteStore(folder))
        {
            first = store.LogId;
            store.Commit([lamp.Next("1", "2", "3")]);
        }
        using (var store = new SqliteStore(folder))
        {
            second = store.LogId;
            store.Commit([lamp.Next("4")]);
            Run(file, $"vacuum into '{backup}'");
            store.Commit([lamp.Next("5")]);
            Assert.True(store.Gave(new(second, 5)));
        }
        using (var store = new SqliteStore(folder)) third = store.LogId;
        File.Move(backup, file, overwrite: true);
        using (var store = new SqliteStore(folder))
        {
            store.Commit([new Line("lamp", 4).Next("other", "things", "happened")]);
            Assert.True(store.Gave(new(first, 3)));
            Assert.True(store.Gave(new(second, 4)));
            Assert.False(store.Gave(new(second, 5)));
            Assert.False(store.Gave(new(third, 5)));
        }
        Folder.Remove(folder);
    }

    [Fact]
    public void After_a_failure_in_which_nothing_could_be_read_either_the_log_goes_on()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next("1")]);
        Other("drop view readings; drop view state; alter table entry rename to entry_gone; alter table point rename to point_gone");
        Assert.Throws<LogUnavailableException>(() => Store.Commit([new Line("lamp", 1).Next("2")]));
        Assert.Throws<LogUnavailableException>(() => Store.Commit([new Line("lamp", 1).Next("2")]));
        Other("alter table entry_gone rename to entry; alter table point_gone rename to point");
        var append = new Line("lamp", 1).Next("2");
        Store.Commit([append]);
        Assert.False(append.Fenced);
        Assert.Equal(["1", "2"], Store.Read(0, 10).Select(e => e.Value.Text()));
    }

    [Fact]
    public void A_log_with_the_index_of_before_gets_the_new_one_in_its_place()
    {
        var lamp = new Line("lamp");
        Store.Commit([lamp.Next("1", "2")]);
        Other("drop index entry_point_kind_time; create index entry_point_time on entry (point, time); drop table rollup_minute; drop table rollup_hour; drop view minutes; drop view hours");
        using var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "gemeo.db")};Pooling=false");
        file.Open();
        var rollups = ((SqliteStore)Again()).Rollups;
        Assert.Equal(["entry_point_kind_time"], file.Rows("select name from sqlite_master where tbl_name = 'entry' and type = 'index'").Select(r => r.GetString(0)));
        Assert.True(rollups.Keep(rollups.Gather(100, default)));
        Assert.Equal([("lamp", "distance", 2L)], file.Rows("select thing, name, count from minutes").Select(r => (r.GetString(0), r.GetString(1), r.GetInt64(2))));
        Assert.Equal([(1.5, 2.0)], file.Rows("select mean, last from hours").Select(r => (r.GetDouble(0), r.GetDouble(1))));
    }

    void Other(string sql) => Run(Path.Combine(_folder, "gemeo.db"), sql);

    static void Run(string file, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        connection.Run(sql);
    }
}

public sealed class PostgresStoreTests : LogStoreCompliance
{
    readonly string _schema = Postgres.Shared.Schema();

    protected override ILogStore Open() => new PostgresStore(_schema);

    protected override void Wipe() => Postgres.Drop(_schema);

    [Fact]
    public async Task A_database_that_was_away_while_nobody_asked_is_found_again()
    {
        await using var postgres = await Postgres.Start("-c fsync=off");
        var lamp = new Line("lamp");
        using var store = new PostgresStore(postgres.Schema());
        store.Commit([lamp.Next("1")]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => store.Read(0, 10))));
        await postgres.Stop();
        Assert.Throws<LogUnavailableException>(() => store.Read(0, 10));
        await postgres.Run();
        Assert.Single(store.Read(0, 10));
        // The writing connection learns of it by its next commit, which is told as lost.
        Assert.Throws<LogUnavailableException>(() => store.Commit([new Line("lamp", 1).Next("2")]));
        store.Commit([new Line("lamp", 1).Next("2")]);
        Assert.Equal(["1", "2"], store.Read(0, 10).Select(e => e.Value.Text()));
    }

    [Fact]
    public void A_group_so_large_that_it_goes_by_COPY_is_kept_as_any_other()
    {
        var lamp = new Line("lamp");
        var entries = Enumerable.Range(0, 2500).Select(i => lamp.Entry($"{i}", i % 2 == 0 ? EntryKind.Property : EntryKind.Event, time: i, deviceTime: i % 3 == 0 ? i : null, changed: i % 5 != 0, cause: i % 7 == 0 ? "c" : null)).ToArray();
        Store.Commit([lamp.Next(entries)]);
        Assert.Equal(entries.Select(Told.Of), Again().Read(0, 3000).Select(Told.Of));
        Assert.Equal((2500, 2500), (Store.Head, Store.LoadState("lamp")!.Version));
    }

    [Fact]
    public void A_second_server_is_refused_with_a_sentence_and_what_is_no_connection_string_too()
    {
        Store.Commit([new Line("lamp").Next("1")]);
        var second = Assert.Throws<LogUnusableException>(() => new PostgresStore(_schema, TimeSpan.Zero));
        Assert.Contains("is in use by another Gêmeo server", second.Message, StringComparison.Ordinal);
        Assert.StartsWith("Gemeo:Database: ", Assert.Throws<LogUnusableException>(() => new PostgresStore("no such=thing")).Message, StringComparison.Ordinal);
        Assert.Contains("does not answer", Assert.Throws<LogUnusableException>(() => new PostgresStore($"Host=127.0.0.1;Port={Mosquitto.FreePort()};Username=x;Timeout=2")).Message, StringComparison.Ordinal);
    }
}

/// <summary>The double that other tests rely on is held to the same.</summary>
public sealed class MemoryStoreTests : LogStoreCompliance
{
    MemoryStore? _store;

    protected override ILogStore Open() => _store ??= new();

    protected override void Wipe() => _store = null;
}
