using Gemeo.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Library;

/// <summary>
/// Where the documents lie: a database of what was read, and a folder of the uploaded files under their hashes. Nothing is opened
/// before it is needed. Whoever changes rows, files or the index holds <see cref="ChangeAsync"/>, so the three never disagree.
/// </summary>
public sealed class Shelf(IOptions<Settings> settings) : IDisposable
{
    /// <summary>Ending of an upload that is not whole yet.</summary>
    public const string Half = ".half";

    readonly string _file = Path.Combine(settings.Value.Data!, KnowledgeTables.Side.File);
    readonly SemaphoreSlim _opening = new(1), _changes = new(1);
    Func<KnowledgeDb>? _make;

    /// <summary>Of uploaded files.</summary>
    public string Folder { get; } = Path.Combine(settings.Value.Data!, "documents");

    /// <summary>The lab's own documents.</summary>
    public string LabFolder { get; } = Path.Combine(File.Exists(settings.Value.Lab) ? Path.GetDirectoryName(settings.Value.Lab)! : settings.Value.Lab, "documents");

    /// <summary>False where there never was a document.</summary>
    public bool Exists => settings.Value.Database is not null || File.Exists(_file);

    public async Task<KnowledgeDb> OpenAsync(CancellationToken cancel) => (Volatile.Read(ref _make) ?? await PrepareAsync(cancel))();

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

    async Task<Func<KnowledgeDb>> PrepareAsync(CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            if (_make is { } ready) return ready;
            Directory.CreateDirectory(Folder);
            foreach (var half in Directory.GetFiles(Folder, "*" + Half)) File.Delete(half);
            var make = settings.Value.Database is { } database ? await InDatabaseAsync(database, cancel) : await InFileAsync(cancel);
            Volatile.Write(ref _make, make);
            return make;
        }
        finally { _opening.Release(); }
    }

    async Task<Func<KnowledgeDb>> InFileAsync(CancellationToken cancel)
    {
        await KnowledgeTables.MakeFileAsync(_file, cancel);
        var options = KnowledgeTables.Sqlite(KnowledgeTables.InFile(_file));
        return () => new SqliteKnowledgeDb(options);
    }

    // What lay in the file before there was a database goes along.
    async Task<Func<KnowledgeDb>> InDatabaseAsync(string database, CancellationToken cancel)
    {
        await KnowledgeTables.MakeAsync(database, cancel);
        await KnowledgeTables.Side.CarryOverAsync(settings.Value.Data!, database, cancel);
        var options = KnowledgeTables.Postgres(PostgresPlace.Of(database, out var schema).ToString(), schema);
        return () => new PostgresKnowledgeDb(options);
    }

    public void Dispose()
    {
        if (_make is not null && settings.Value.Database is null) SqliteConnection.ClearPool(new SqliteConnection(KnowledgeTables.InFile(_file)));
    }

    sealed class Change(SemaphoreSlim changes) : IDisposable
    {
        public void Dispose() => changes.Release();
    }
}
