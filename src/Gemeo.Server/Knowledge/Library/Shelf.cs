using Gemeo.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Library;

/// <summary>
/// Where the documents lie: a database of what was read, and a folder of the uploaded files under their hashes. Nothing is opened
/// before it is needed. Whoever changes rows, files or the index holds <see cref="ChangeAsync"/>, so the three never disagree.
/// </summary>
public sealed class Shelf(IOptions<Settings> settings) : IDisposable
{
    /// <summary>Of the tables; another one needs a step from this to that.</summary>
    const int Schema = 2;

    /// <summary>Ending of an upload that is not whole yet.</summary>
    public const string Half = ".half";

    readonly string _file = Path.Combine(settings.Value.Data!, "knowledge.db");
    readonly SemaphoreSlim _opening = new(1), _changes = new(1);
    DbContextOptions<KnowledgeDb>? _options;

    /// <summary>Of uploaded files.</summary>
    public string Folder { get; } = Path.Combine(settings.Value.Data!, "documents");

    /// <summary>The lab's own documents.</summary>
    public string LabFolder { get; } = Path.Combine(File.Exists(settings.Value.Lab) ? Path.GetDirectoryName(settings.Value.Lab)! : settings.Value.Lab, "documents");

    /// <summary>False where there never was a document.</summary>
    public bool Exists => File.Exists(_file);

    public async Task<KnowledgeDb> OpenAsync(CancellationToken cancel) => new(Volatile.Read(ref _options) ?? await PrepareAsync(cancel));

    /// <summary>One change at a time; the next begins when this one is disposed of.</summary>
    public async Task<IDisposable> ChangeAsync(CancellationToken cancel)
    {
        await _changes.WaitAsync(cancel);
        return new Change(_changes);
    }

    /// <summary>The uploaded file, or the one in the lab's folder.</summary>
    public string PathOf(Document document) => document.FromFolder ? Path.Combine(LabFolder, document.Name) : PathOf(document.Hash, document.Name);

    /// <summary>Where an upload of this content lies; its ending tells Markdown from plain text.</summary>
    public string PathOf(string hash, string name) => Path.Combine(Folder, hash + FileNames.Ending(name));

    async Task<DbContextOptions<KnowledgeDb>> PrepareAsync(CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (_options is { } ready) return ready;
            Directory.CreateDirectory(Folder);
            foreach (var half in Directory.GetFiles(Folder, "*" + Half)) File.Delete(half);
            var options = new DbContextOptionsBuilder<KnowledgeDb>().UseSqlite(Connection).Options;
            await using var db = new KnowledgeDb(options);
            await CreateAsync(db, cancel);
            Volatile.Write(ref _options, options);
            return options;
        }
        finally { _opening.Release(); }
    }

    string Connection => new SqliteConnectionStringBuilder { DataSource = _file, ForeignKeys = true }.ToString();

    async Task CreateAsync(KnowledgeDb db, CancellationToken cancel)
    {
        await db.Database.EnsureCreatedAsync(cancel);
        var schema = await db.Database.SqlQueryRaw<int>("select user_version as Value from pragma_user_version").SingleAsync(cancel);
        // The first had no vectors.
        if (schema == 1) await db.Database.ExecuteSqlAsync($"create table if not exists vectors (ChunkId integer not null primary key references chunks (Id) on delete cascade, Model text not null, Dimension integer not null, Unit blob not null)", cancel);
        if (schema is 0 or 1) await db.Database.ExecuteSqlAsync($"pragma user_version = 2", cancel);
        else if (schema != Schema) throw new InvalidDataException($"{_file} was written by another version ({schema}, expected {Schema}).");
    }

    public void Dispose()
    {
        if (_options is not null) SqliteConnection.ClearPool(new SqliteConnection(Connection));
    }

    sealed class Change(SemaphoreSlim changes) : IDisposable
    {
        public void Dispose() => changes.Release();
    }
}
