using System.Diagnostics;
using Gemeo.Cli;
using Gemeo.Keeping;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Cli;
using Gemeo.Tests.Log;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Keeping;

/// <summary>A log in another database is the same log to everybody but for its cursors; what is half there is no log.</summary>
public sealed class MigrateTests : IDisposable
{
    readonly string _folder = Folder.New("from"), _back = Folder.New("back"), _database = Postgres.Shared.Schema();

    [Fact]
    public void A_log_with_every_kind_of_entry_goes_to_PostgreSQL_and_back_and_is_the_same_but_for_its_cursors()
    {
        string old;
        using (var log = new SqliteStore(_folder))
        {
            FullLog.Write(log);
            old = log.LogId;
        }
        var before = FullLog.Of(_folder);
        var moved = Move(_folder, _database);
        Assert.Equal(7200L - 100, moved["entries"]);
        using (var there = new PostgresStore(_database))
        {
            Assert.Equal(before, FullLog.Of(there));
            Assert.False(there.Gave(new(old, 5000)));
            // The next entry stands behind the last, on the version that was.
            var line = new Line("sensor", there.LoadState("sensor")!.Version);
            var next = line.Next("9");
            there.Commit([next]);
            Assert.Equal((false, 7201), (next.Fenced, there.Head));
        }
        Assert.Equal(before, FullLog.Of(_folder));
        Move(_database, _back);
        using var again = new PostgresStore(_database);
        Assert.Equal(FullLog.Of(again), FullLog.Of(_back));
        Assert.Empty(Directory.GetFiles(_back, "*.moving*"));
    }

    [Fact]
    public void An_empty_log_whose_entries_were_all_forgotten_goes_on_behind_its_last_place()
    {
        using (var log = new SqliteStore(_folder))
        {
            log.Commit([new Line("lamp").Next("1", "2", "3")]);
            log.Prune(long.MaxValue, 100, long.MaxValue);
        }
        Move(_folder, _database);
        using (var there = new PostgresStore(_database)) Assert.Equal((3, 4), (there.Head, there.Oldest));
        Move(_database, _back);
        using var back = new SqliteStore(_back);
        Assert.Equal((3, 4), (back.Head, back.Oldest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_in_the_middle_nothing_opens_what_is_half_there_and_the_next_run_brings_it_whole(bool toPostgres)
    {
        using (var log = new SqliteStore(_folder)) FullLog.Write(log, 3000);
        var before = FullLog.Of(_folder);
        if (!toPostgres) Move(_folder, _database);
        var (from, to) = toPostgres ? (_folder, _database) : (_database, _back);
        // Out of PostgreSQL it comes as far as the commands, which it may not read; into it, it takes long enough.
        await using (var held = toPostgres ? null : new Npgsql.NpgsqlConnection(_database + ";Pooling=false"))
        {
            if (held is not null)
            {
                await held.OpenAsync();
                using var hold = new Npgsql.NpgsqlCommand("begin; lock table command in access exclusive mode", held);
                await hold.ExecuteNonQueryAsync();
            }
            await Killed(from, to);
        }
        if (toPostgres)
        {
            await using var db = new Npgsql.NpgsqlConnection(_database + ";Pooling=false");
            await db.OpenAsync();
            await using var any = new Npgsql.NpgsqlCommand($"select count(*) from pg_namespace where nspname = '{new Npgsql.NpgsqlConnectionStringBuilder(_database).SearchPath}'", db);
            // The server's side of the killed connection may still be at work; then it is undone.
            await Wait.For(async () => await any.ExecuteScalarAsync() is 0L ? "" : null, "nothing");
        }
        else
        {
            Assert.False(File.Exists(Path.Combine(_back, "gemeo.db")));
            var refused = Assert.Throws<LogUnusableException>(() => new SqliteStore(_back));
            Assert.Contains("did not come to its end", refused.Message, StringComparison.Ordinal);
        }
        await Wait.For(() => Task.FromResult(Record.Exception(() => Move(from, to)) is { } why ? why.Message.Contains("in use", StringComparison.Ordinal) ? null : throw why : ""), "the lock of what was killed");
        using ILogDatabase there = toPostgres ? new PostgresStore(_database) : new SqliteStore(_back);
        Assert.Equal(before, FullLog.Of(there));
    }

    // At its first word that it is among the entries.
    static async Task Killed(string from, string to)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gemeo.Server.dll"), "migrate", "--from", from, "--to", to, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync();
        string? line;
        do line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await said);
        while (!line.Contains("\"entries\"", StringComparison.Ordinal));
        process.Kill();
        await process.WaitForExitAsync();
        Assert.DoesNotContain("result", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_holds_a_log_and_a_source_that_is_open_or_is_none_are_refused_with_a_sentence()
    {
        Assert.Contains("There is no log", Refusal(_folder, _database), StringComparison.Ordinal);
        Assert.Contains("There is no log", Refusal(_database, _back), StringComparison.Ordinal);
        using (var log = new SqliteStore(_folder))
        {
            log.Commit([new Line("lamp").Next("1")]);
            Assert.Contains("in use by another", Refusal(_folder, _database), StringComparison.Ordinal);
        }
        using (var other = new SqliteStore(_back)) other.Commit([new Line("lamp").Next("2")]);
        Assert.Contains("holds a log already", Refusal(_folder, _back), StringComparison.Ordinal);
        using (var there = new PostgresStore(_database))
        {
            Assert.Contains("in use by another", Refusal(_folder, _database), StringComparison.Ordinal);
            Assert.Contains("in use by another", Refusal(_database, Path.Combine(_back, "new")), StringComparison.Ordinal);
        }
        Assert.Contains("holds a log already", Refusal(_folder, _database), StringComparison.Ordinal);
        Assert.StartsWith("Not a connection string", Refusal(_folder, "no such=thing"), StringComparison.Ordinal);
        using var still = new SqliteStore(_back);
        Assert.Equal("2", still.Read(0, 10).Single().Value.Text());
    }

    static string Refusal(string from, string to) => Assert.Throws<LogUnusableException>(() => Move(from, to)).Message;

    [Fact]
    public async Task The_tool_starts_the_server_program_and_tells_what_went_over_or_why_not()
    {
        using (var log = new SqliteStore(_folder)) FullLog.Write(log, 10);
        var said = await Shell.Run(null, "migrate", "--from", _folder, "--to", _database, "--json");
        Assert.True(said.Exit == Exit.Ok, said.Error + said.Out);
        Assert.Contains("\"entries\":", said.Out, StringComparison.Ordinal);
        var again = await Shell.Run(null, "--lang", "en", "migrate", "--from", _folder, "--to", _database);
        Assert.Equal(Exit.Fault, again.Exit);
        Assert.Contains("holds a log already", again.Error, StringComparison.Ordinal);
    }

    internal static IReadOnlyDictionary<string, object> Move(string from, string to) => Migrating.Run(LabPlace.Of(from), LabPlace.Of(to), (_, _) => { }, default);

    public void Dispose()
    {
        Postgres.Drop(_database);
        Folder.Remove(_folder);
        Folder.Remove(_back);
    }
}
