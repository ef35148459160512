using System.IO.Compression;
using System.Net.Http.Json;
using Gemeo.Keeping;
using Gemeo.Log;
using Gemeo.Log.Postgres;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Knowledge;
using Gemeo.Tests.Log;
using Gemeo.Tests.Support;

namespace Gemeo.Tests.Keeping;

/// <summary>A backup made under load is the lab as of one moment; restored, it is another log, and whoever comes with an old cursor is told.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    readonly string _home = Folder.New("backup"), _data = Folder.New("data");
    readonly string _schema = Postgres.Shared.Schema(), _other = Postgres.Shared.Schema();

    string File_ => Path.Combine(_home, "lab.zip");
    string Restored => Path.Combine(_home, "restored");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Made_under_load_and_restored_into_an_empty_place_all_is_as_it_was_and_old_cursors_get_410(bool onPostgres)
    {
        string[] settings = [onPostgres ? $"--Gemeo:Database={_schema}" : "--Gemeo:Database="];
        string cursor;
        Entry[] after;
        await using (var server = await TestServer.Start(TestLab.Lamp, _data, settings))
        {
            await server.Http.Read("manual.txt", Knowledge.Documents.Text("A bancada tem uma lâmpada azul."));
            Assert.True((await server.Http.PostAsJsonAsync("/chat", new { message = "bom dia" })).IsSuccessStatusCode);
            await using var lamp = await server.Device("lamp");
            using var enough = new CancellationTokenSource();
            var load = Task.Run(async () =>
            {
                for (var n = 0; !enough.IsCancellationRequested; n++) await lamp.Say("lamp/state", n % 2 == 0 ? "ON" : "OFF");
            });
            await Wait.For(async () => (await server.Log()).Count > 200 ? "" : null, "load");
            new BackingUp(new(_data, onPostgres ? _schema : null), File_, (_, _) => { }, default).Run();
            cursor = (await server.Get("/log?limit=1"))!["next"]!.GetValue<string>();
            await enough.CancelAsync();
            await load;
        }
        using (ILogDatabase was = onPostgres ? new PostgresStore(_schema) : new SqliteStore(_data)) after = was.Read(0, int.MaxValue);
        new Restoring(File_, new(Restored, onPostgres ? _other : null), (_, _) => { }, default).Run();
        using (ILogDatabase log = onPostgres ? new PostgresStore(_other) : new SqliteStore(Restored)) AssertIsPart(log, after);
        await using var restored = await TestServer.Start(TestLab.Lamp, Restored, onPostgres ? $"--Gemeo:Database={_other}" : "--Gemeo:Database=");
        Assert.Equal(410, (await restored.Send(HttpMethod.Get, "/log?after=" + Uri.EscapeDataString(cursor))).Status);
        Assert.Equal("manual.txt", (await restored.Http.All()).Single()!["name"]!.GetValue<string>());
        // The index is read in again beside the start.
        await Knowledge.Documents.Until(() => restored.Http.Finds("A bancada tem uma lâmpada azul."), "the document");
        Assert.Single((await restored.Get("/conversations"))!["items"]!.AsArray());
    }

    // The first so many entries of what was, and the states that they lead to.
    static void AssertIsPart(ILogDatabase log, Entry[] after)
    {
        var entries = log.Read(0, int.MaxValue);
        Assert.InRange(entries.Length, 200, after.Length);
        Assert.Equal(after.Take(entries.Length).Select(Told.Of), entries.Select(Told.Of));
        foreach (var thing in entries.GroupBy(e => e.Thing)) Assert.Equal(thing.Last().Version, log.LoadState(thing.Key)!.Version);
        Assert.Contains(entries.Last(e => e.Name == "ligada").Value.Text(), log.LoadState("lamp")!.Document.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_of_one_database_is_restored_into_the_other()
    {
        using (var log = new SqliteStore(_data)) FullLog.Write(log, 50);
        var before = FullLog.Of(_data);
        new BackingUp(new(_data, null), File_, (_, _) => { }, default).Run();
        new Restoring(File_, new(Restored, _schema), (_, _) => { }, default).Run();
        using (var there = new PostgresStore(_schema)) Assert.Equal(before, FullLog.Of(there));
        Assert.False(File.Exists(Path.Combine(Restored, "gemeo.db")));
        var second = Path.Combine(_home, "second.zip");
        new BackingUp(new(Restored, _schema), second, (_, _) => { }, default).Run();
        new Restoring(second, new(Path.Combine(_home, "third"), null), (_, _) => { }, default).Run();
        Assert.Equal(before, FullLog.Of(Path.Combine(_home, "third")));
        Assert.Equal(["lab.zip", "restored", "second.zip", "third"], Directory.GetFileSystemEntries(_home).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void What_is_cut_short_or_changed_or_no_backup_is_refused_and_changes_nothing()
    {
        using (var log = new SqliteStore(_data)) FullLog.Write(log, 50);
        new BackingUp(new(_data, null), File_, (_, _) => { }, default).Run();
        var whole = File.ReadAllBytes(File_);
        Assert.Contains("whole backup", Refusal(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("whole backup", Refusal("no zip"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("whole backup", Refusal([]), StringComparison.Ordinal);
        for (var at = 100; at < whole.Length / 2; at += whole.Length / 7)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x55;
            Assert.Contains("whole backup", Refusal(changed), StringComparison.Ordinal);
        }
        Assert.Contains("names a file", Refusal(Zip("""{"format":1,"files":[{"name":"../gemeo.db","bytes":1,"sha256":""}]}""")), StringComparison.Ordinal);
        Assert.Contains("names a file", Refusal(Zip("""{"format":1,"files":[{"name":"documents/..","bytes":1,"sha256":""}]}""")), StringComparison.Ordinal);
        Assert.Contains("its format is 2", Refusal(Zip("""{"format":2,"files":[]}""")), StringComparison.Ordinal);
        Assert.Contains("missing", Refusal(Zip("""{"format":1,"files":[{"name":"gemeo.db","bytes":1,"sha256":""}]}""")), StringComparison.Ordinal);
    }

    string Refusal(byte[] file)
    {
        var path = Path.Combine(_home, "bad.zip");
        File.WriteAllBytes(path, file);
        var refused = Assert.Throws<BackupBrokenException>(() => new Restoring(path, new(Restored, null), (_, _) => { }, default).Run());
        Assert.False(Directory.Exists(Restored));
        Assert.False(Directory.Exists(Restored + ".restoring"));
        return refused.Message;
    }

    static byte[] Zip(string manifest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("manifest.json").Open())) entry.Write(manifest);
        return bytes.ToArray();
    }

    [Fact]
    public void Neither_is_written_over_something()
    {
        using (var log = new SqliteStore(_data)) log.Commit([new Line("lamp").Next("1")]);
        new BackingUp(new(_data, null), File_, (_, _) => { }, default).Run();
        Assert.Contains("is there already", Assert.Throws<IOException>(() => new BackingUp(new(_data, null), File_, (_, _) => { }, default).Run()).Message, StringComparison.Ordinal);
        Assert.Contains("is not empty", Assert.Throws<IOException>(() => new Restoring(File_, new(_data, null), (_, _) => { }, default).Run()).Message, StringComparison.Ordinal);
        using var still = new SqliteStore(_data);
        Assert.Single(still.Read(0, 10));
    }

    [Fact]
    public void A_damaged_log_is_not_backed_up()
    {
        using (var log = new SqliteStore(_data)) FullLog.Write(log, 50);
        var path = Path.Combine(_data, "gemeo.db");
        using (var file = new FileStream(path, FileMode.Open))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[20_000]);
        }
        Assert.ThrowsAny<Exception>(() => new BackingUp(new(_data, null), File_, (_, _) => { }, default).Run());
        Assert.Empty(Directory.GetFileSystemEntries(_home));
    }

    public ValueTask DisposeAsync()
    {
        Postgres.Drop(_schema);
        Postgres.Drop(_other);
        Folder.Remove(_home);
        Folder.Remove(_data);
        return ValueTask.CompletedTask;
    }
}
