using Gemeo.Log;
using Gemeo.Log.Sqlite;
using Gemeo.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gemeo.Tests.Log;

/// <summary>What cannot be trusted or written is refused with one sentence that names Gemeo:Data, and stays as it lies.</summary>
public sealed class DamageTests : IDisposable
{
    readonly string _folder = Folder.New("damage");

    string File => Path.Combine(_folder, "gemeo.db");

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(50_000)]
    [InlineData(-4096)]
    [InlineData(-1)]
    public void A_file_cut_short_is_refused_as_it_lies(long length)
    {
        Write(3000);
        using (var file = new FileStream(File, FileMode.Open)) file.SetLength(length < 0 ? file.Length + length : length);
        Refused("damaged");
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0, 4096)]
    [InlineData(1, 4096)]
    [InlineData(5, 8192)]
    [InlineData(20, 4096)]
    public void A_file_with_rubbish_in_it_is_refused_as_it_lies(int page, int bytes)
    {
        Write(3000);
        var rubbish = new byte[bytes];
        new Random(page).NextBytes(rubbish);
        using (var file = new FileStream(File, FileMode.Open))
        {
            file.Position = page * 4096;
            file.Write(rubbish);
        }
        Refused("damaged");
    }

    [Fact]
    public void A_torn_file_with_a_crash_s_log_beside_it_is_refused_and_neither_is_touched()
    {
        CopyOfALivingLog();
        using (var file = new FileStream(File, FileMode.Open)) file.SetLength(file.Length / 2);
        Assert.True(new FileInfo(File + "-wal").Length > 0);
        Refused("damaged");
    }

    [Fact]
    public void A_log_whose_file_is_gone_but_whose_wal_is_there_is_refused()
    {
        CopyOfALivingLog();
        System.IO.File.Delete(File);
        Refused("the file is missing");
    }

    [Fact]
    public void What_a_crash_left_opens_whole()
    {
        var head = CopyOfALivingLog();
        using var store = new SqliteStore(_folder);
        Assert.Equal(head, store.Head);
        Assert.Equal(head, store.Read(0, int.MaxValue).Length);
    }

    [Fact]
    public void A_log_that_had_only_begun_to_be_made_is_made_again()
    {
        System.IO.File.WriteAllBytes(File + ".new", new byte[100]);
        using var store = new SqliteStore(_folder);
        store.Commit([new Line("lamp").Next("1")]);
        Assert.False(System.IO.File.Exists(File + ".new"));
    }

    [Fact]
    public void Somebody_else_s_database_is_refused()
    {
        using (var db = new SqliteConnection($"Data Source={File};Pooling=false"))
        {
            db.Open();
            db.Run("create table meta (a)");
            db.Run("insert into meta values (1)");
        }
        Assert.Contains("Gemeo:Data", Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_server_on_the_folder_is_refused_and_the_first_goes_on()
    {
        using var first = new SqliteStore(_folder);
        var line = new Line("lamp");
        first.Commit([line.Next("1")]);
        Assert.Contains("in use by another", Refusal().Message, StringComparison.Ordinal);
        first.Commit([line.Next("2")]);
        Assert.Equal(2, first.Head);
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        Folder.Remove(_folder);
        System.IO.File.WriteAllText(_folder, "a file");
        Refusal();
        Assert.Equal("a file", System.IO.File.ReadAllText(_folder));
        System.IO.File.Delete(_folder);
    }

    [MountFact]
    public void A_read_only_folder_is_refused()
    {
        using var disk = SmallDisk.Mount("4m");
        using (var store = new SqliteStore(disk.Folder)) store.Commit([new Line("lamp").Next("1")]);
        disk.MakeReadOnly();
        Assert.Contains("Gemeo:Data", Assert.Throws<LogUnusableException>(() => new SqliteStore(disk.Folder)).Message, StringComparison.Ordinal);
    }

    [MountFact]
    public void A_full_disk_is_refused_at_the_start()
    {
        using var disk = SmallDisk.Mount("4m");
        disk.Fill();
        var why = Assert.Throws<LogUnusableException>(() => new SqliteStore(disk.Folder));
        Assert.Contains("Gemeo:Data", why.Message, StringComparison.Ordinal);
        disk.Free();
        using var store = new SqliteStore(disk.Folder);
        store.Commit([new Line("lamp").Next("1")]);
    }

    [MountFact]
    public void A_disk_that_fills_up_loses_nothing_committed_and_takes_more_when_it_has_room()
    {
        using var disk = SmallDisk.Mount("4m");
        var line = new Line("lamp");
        long head;
        using (var store = new SqliteStore(disk.Folder))
        {
            store.Commit([line.Next("1")]);
            disk.Fill();
            while (Lost(store, line) is null) { }
            head = store.Head;
            Assert.Contains("full", Lost(store, new Line("another"))!.Message, StringComparison.Ordinal);
            Assert.Equal(head, store.Read(0, int.MaxValue).Length);
            Assert.Throws<LogUnavailableException>(() => { for (var i = 0; i < 1000; i++) store.Put("thing", $"{i}", new byte[10_000]); });
            disk.Free();
            store.Commit([new Line("lamp", store.LoadState("lamp")!.Version).Next("2"), new Line("new thing").Next("3")]);
            Assert.Equal(head + 2, store.Head);
        }
        using var again = new SqliteStore(disk.Folder);
        Assert.Equal(head + 2, again.Read(0, int.MaxValue).Length);
    }

    static LogUnavailableException? Lost(SqliteStore store, Line line)
    {
        try
        {
            store.Commit([line.Next([.. Enumerable.Repeat("1", 100)])]);
            return null;
        }
        catch (LogUnavailableException why) { return why; }
    }

    void Write(int entries)
    {
        using var store = new SqliteStore(_folder);
        var line = new Line("lamp");
        for (var i = 0; i < entries; i += 100) store.Commit([line.Next([.. Enumerable.Repeat("12345.678", 100)])]);
    }

    // What lies there when the process is killed: copied while it runs.
    long CopyOfALivingLog()
    {
        var living = Folder.New("living");
        Write(1000);
        foreach (var file in Directory.GetFiles(_folder)) System.IO.File.Copy(file, Path.Combine(living, Path.GetFileName(file)));
        long head;
        using (var store = new SqliteStore(living))
        {
            var line = new Line("lamp", store.LoadState("lamp")!.Version);
            for (var i = 0; i < 20; i++) store.Commit([line.Next([.. Enumerable.Repeat("1", 100)])]);
            foreach (var file in (string[])["gemeo.db", "gemeo.db-wal"]) System.IO.File.Copy(Path.Combine(living, file), Path.Combine(_folder, file), true);
            head = store.Head;
        }
        Folder.Remove(living);
        return head;
    }

    void Refused(string word)
    {
        string[] files = [.. new[] { File, File + "-wal" }.Where(System.IO.File.Exists)];
        var before = files.Select(f => Convert.ToHexString(System.IO.File.ReadAllBytes(f))).ToArray();
        var why = Refusal();
        Assert.Contains(word, why.Message, StringComparison.Ordinal);
        Assert.Equal(before, files.Select(f => Convert.ToHexString(System.IO.File.ReadAllBytes(f))));
        Refusal();
    }

    LogUnusableException Refusal()
    {
        var why = Assert.Throws<LogUnusableException>(() => new SqliteStore(_folder));
        Assert.StartsWith("Gemeo:Data: ", why.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', why.Message);
        return why;
    }

    public void Dispose() => Folder.Remove(_folder);
}
