using Gemeo.Hosting;
using Gemeo.Knowledge.Reading;
using Gemeo.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Library;

/// <summary>A file that came.</summary>
/// <param name="Staged">Where an upload lies until it is on record; null for one of the lab's folder, which stays where it is.</param>
/// <param name="Replaces">The document whose file this is from now on; null for a new one.</param>
/// <param name="Fault">Why it is not even to be read.</param>
public sealed record Arrival(string Name, string Hash, long Bytes, string? Staged, string? Replaces, ReadingFault? Fault = null);

/// <summary>What became of it.</summary>
/// <param name="Already">The same content was here, so nothing is read again.</param>
public sealed record Taken(Document Document, bool Already);

/// <summary>Which documents there are: entered, replaced, removed, with their files.</summary>
public sealed class Catalogue(Shelf shelf, KnowledgeIndex index, Progress progress, IOptions<Settings> settings, TimeProvider time)
{
    public async Task<Document?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await shelf.OpenAsync(cancel);
        return await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel);
    }

    /// <summary>Newest first. Ids of version 7 sort by time, so the page after one goes on below it.</summary>
    public async Task<List<Document>> ListAsync(string? after, int most, CancellationToken cancel)
    {
        await using var db = await shelf.OpenAsync(cancel);
        return await db.Documents.AsNoTracking().Where(d => after == null || string.Compare(d.Id, after) < 0).OrderByDescending(d => d.Id).Take(most).ToListAsync(cancel);
    }

    public async Task<List<Document>> OfFolderAsync(CancellationToken cancel)
    {
        await using var db = await shelf.OpenAsync(cancel);
        return await db.Documents.AsNoTracking().Where(d => d.FromFolder).ToListAsync(cancel);
    }

    /// <summary>How many are not ready yet; for figures, which are read where nothing can be awaited.</summary>
    public int Waiting()
    {
        if (!shelf.Exists) return 0;
        using var db = shelf.OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        return db.Documents.Count(d => d.State == DocumentState.Queued || d.State == DocumentState.Reading);
    }

    /// <summary>Those that are not ready yet, in the order in which they will be.</summary>
    public async Task<List<Document>> WaitingAsync(int most, CancellationToken cancel)
    {
        if (!shelf.Exists) return [];
        await using var db = await shelf.OpenAsync(cancel);
        return await db.Documents.AsNoTracking().Where(d => d.State == DocumentState.Queued || d.State == DocumentState.Reading).OrderBy(d => d.Added).Take(most).ToListAsync(cancel);
    }

    /// <summary>On record when it returns. Null when the document to be replaced has gone.</summary>
    /// <exception cref="LibraryFullException"/>
    public async Task<Taken?> EnterAsync(Arrival file, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        var known = await KnownAsync(db, file, cancel);
        if (known is null && file.Replaces is not null) return null;
        if (known is not null && IsSame(known, file)) return new(known, Already: true);
        if (known is null) await CheckRoomAsync(db, cancel);
        var before = known is { FromFolder: false } ? shelf.PathOf(known) : null;
        var document = known ?? db.Add(new Document { Id = Guid.CreateVersion7().ToString("n"), Name = file.Name, FromFolder = file.Staged is null, Hash = file.Hash }).Entity;
        (document.Name, document.Hash, document.Bytes, document.Added) = (file.Replaces is null && known is not null ? known.Name : file.Name, file.Hash, file.Bytes, time.Now());
        (document.State, document.Error, document.Attempts, document.Edition) = (DocumentState.Queued, null, 0, document.Edition + 1);
        // In its place before it is on record: the queue may begin at once.
        if (file.Staged is not null) File.Move(file.Staged, shelf.PathOf(document), overwrite: true);
        if (file.Fault is null) await db.SaveChangesAsync(cancel);
        else await FailAsync(db, document, file.Fault, cancel);
        if (before is not null) await DiscardAsync(db, before, cancel);
        progress.Abandon(document.Id);
        progress.Changed(document);
        return new(document, Already: false);
    }

    /// <summary>Forgets a document without a trace: rows, index, and the file when no other document is the same. False when there is none.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return false;
        // Pages and chunks go with it (on delete cascade).
        db.Remove(document);
        await db.SaveChangesAsync(cancel);
        index.Forget(id);
        progress.Abandon(id);
        if (!document.FromFolder) await DiscardAsync(db, shelf.PathOf(document), CancellationToken.None);
        progress.Gone(document);
        return true;
    }

    /// <summary>Deletes uploaded files of no document: what a crash left between a row and its file.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        foreach (var file in Directory.GetFiles(shelf.Folder))
            if (!file.EndsWith(Shelf.Half, StringComparison.Ordinal)) await DiscardAsync(db, file, cancel);
    }

    static async Task<Document?> KnownAsync(KnowledgeDb db, Arrival file, CancellationToken cancel) =>
        file.Replaces is not null ? await db.Documents.FindAsync([file.Replaces], cancel)
        : file.Staged is null ? null : await db.Documents.OrderBy(d => d.State == DocumentState.Failed).FirstOrDefaultAsync(d => d.Hash == file.Hash, cancel);

    // What failed is tried again when somebody uploads it again; what lies in the folder is the folder's business.
    static bool IsSame(Document known, Arrival file) =>
        known.Hash == file.Hash && (known.State != DocumentState.Failed || (known.FromFolder && file.Staged is not null) || known.Error == file.Fault?.Code);

    async Task CheckRoomAsync(KnowledgeDb db, CancellationToken cancel)
    {
        if (await db.Documents.CountAsync(cancel) >= settings.Value.Documents.MaxFiles) throw new LibraryFullException();
    }

    async Task FailAsync(KnowledgeDb db, Document document, ReadingFault fault, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        (document.State, document.Error, document.Shown, document.Pages, document.Unread) = (DocumentState.Failed, fault.Code, 0, 0, 0);
        await db.SaveChangesAsync(cancel);
        await db.Pages.Where(p => p.DocumentId == document.Id).ExecuteDeleteAsync(cancel);
        await db.Chunks.Where(c => c.DocumentId == document.Id).ExecuteDeleteAsync(cancel);
        await whole.CommitAsync(cancel);
        index.Forget(document.Id);
    }

    // Two documents may be the same file.
    async Task DiscardAsync(KnowledgeDb db, string path, CancellationToken cancel)
    {
        var hash = Path.GetFileNameWithoutExtension(path);
        var others = await db.Documents.AsNoTracking().Where(d => d.Hash == hash && !d.FromFolder).ToListAsync(cancel);
        if (!others.TrueForAll(d => shelf.PathOf(d) != path)) return;
        try { File.Delete(path); }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException) { /* open somewhere; the next start sweeps it up */ }
    }
}

/// <summary>There are as many documents as there may be.</summary>
public sealed class LibraryFullException() : Exception("Gemeo:Documents:MaxFiles");
