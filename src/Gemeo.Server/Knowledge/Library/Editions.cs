using Gemeo.Knowledge.Chunks;
using Gemeo.Knowledge.Reading;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Languages;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge.Library;

/// <summary>
/// What was read of a document's file. Pages go on record some at a time, unseen; when all are there they take the place of what was
/// found before, at once. Work for a file that was replaced or deleted meanwhile comes to nothing.
/// </summary>
public sealed class Editions(Shelf shelf, KnowledgeIndex index, Progress progress)
{
    /// <summary>A document whose reading keeps ending the server must not do so for ever.</summary>
    const int MostAttempts = 5;

    Lang _last = Lang.Pt;

    /// <summary>The document to be read next, marked as being read; null when there is none.</summary>
    public async Task<Document?> BeginAsync(CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        while (await NextAsync(db, cancel) is { } document)
        {
            if (document.Attempts >= MostAttempts)
            {
                await EndAsync(db, document, ReadingFault.Broken, cancel);
                continue;
            }
            (document.State, document.Attempts) = (DocumentState.Reading, document.Attempts + 1);
            await db.SaveChangesAsync(cancel);
            // What an interrupted reading, or one for an earlier file, left.
            await ClearAsync(db, document.Id, document.Shown, cancel);
            return document;
        }
        return null;
    }

    static Task<Document?> NextAsync(KnowledgeDb db, CancellationToken cancel) =>
        db.Documents.Where(d => d.State == DocumentState.Reading || d.State == DocumentState.Queued).OrderBy(d => d.Added).ThenBy(d => d.Id).FirstOrDefaultAsync(cancel);

    /// <summary>False when the document is another by now.</summary>
    public async Task<bool> AddAsync(Document document, IReadOnlyList<DocumentPage> pages, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        if (!await Current(db, document).AnyAsync(cancel)) return false;
        db.AddRange(pages.Select(page => RowOf(document, page)));
        db.AddRange(pages.SelectMany(page => Chunker.Chunks(document.Name, page)).Select(chunk => RowOf(document, chunk)));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Takes over what was read of the same content under another name; false when there is none.</summary>
    public async Task<bool> CopyAsync(Document document, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        var same = await db.Documents.AsNoTracking().Where(d => d.Hash == document.Hash && d.Id != document.Id && d.State == DocumentState.Ready).ToListAsync(cancel);
        if (same.Find(d => FileNames.Ending(d.Name) == FileNames.Ending(document.Name)) is not { } other || !await Current(db, document).AnyAsync(cancel)) return false;
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"insert into pages (\"DocumentId\", \"Edition\", \"Number\", \"Width\", \"Height\", \"Text\", \"Words\") select {document.Id}, {document.Edition}, \"Number\", \"Width\", \"Height\", \"Text\", \"Words\" from pages where \"DocumentId\" = {other.Id} and \"Edition\" = {other.Shown}", cancel);
        await db.Database.ExecuteSqlAsync($"insert into chunks (\"DocumentId\", \"Edition\", \"Page\", \"Section\", \"Start\", \"Length\", \"Language\") select {document.Id}, {document.Edition}, \"Page\", \"Section\", \"Start\", \"Length\", \"Language\" from chunks where \"DocumentId\" = {other.Id} and \"Edition\" = {other.Shown} order by \"Id\"", cancel);
        await whole.CommitAsync(cancel);
        (document.Pages, document.Unread) = (other.Pages, other.Unread);
        return true;
    }

    /// <summary>From now on this is what is found.</summary>
    public async Task PublishAsync(Document read, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Current(db, read).FirstOrDefaultAsync(cancel) is not { } document) return;
        (document.State, document.Shown, document.Attempts, document.Error) = (DocumentState.Ready, document.Edition, 0, null);
        (document.Pages, document.Unread) = (read.Pages, read.Unread);
        await db.SaveChangesAsync(cancel);
        await ClearAsync(db, document.Id, document.Edition, cancel);
        // The new is in the index before the old goes, and both before anybody else may change anything: nobody looks and finds neither.
        var old = await index.AddAsync(db, document, cancel);
        try { await whole.CommitAsync(cancel); }
        catch
        {
            index.TakeBack(document.Id, old);
            throw;
        }
        index.Remove(old);
        progress.Changed(document);
    }

    /// <summary>It cannot be read. What an earlier file said cannot be opened any more, so it is not quoted either.</summary>
    public async Task FailAsync(Document read, ReadingFault fault, CancellationToken cancel)
    {
        using var change = await shelf.ChangeAsync(cancel);
        await using var db = await shelf.OpenAsync(cancel);
        if (await Current(db, read).FirstOrDefaultAsync(cancel) is { } document) await EndAsync(db, document, fault, cancel);
    }

    /// <summary>The server stops; that is not the document's fault.</summary>
    public async Task PutBackAsync(Document document)
    {
        using var change = await shelf.ChangeAsync(CancellationToken.None);
        await using var db = await shelf.OpenAsync(CancellationToken.None);
        await Current(db, document).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DocumentState.Queued).SetProperty(x => x.Attempts, document.Attempts - 1));
    }

    async Task EndAsync(KnowledgeDb db, Document document, ReadingFault fault, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        (document.State, document.Error, document.Shown, document.Pages, document.Unread, document.Attempts) = (DocumentState.Failed, fault.Code, 0, 0, 0, 0);
        await db.SaveChangesAsync(cancel);
        await ClearAsync(db, document.Id, 0, cancel);
        await whole.CommitAsync(cancel);
        index.Forget(document.Id);
        progress.Changed(document);
    }

    static IQueryable<Document> Current(KnowledgeDb db, Document document) => db.Documents.Where(d => d.Id == document.Id && d.Edition == document.Edition);

    static async Task ClearAsync(KnowledgeDb db, string id, int but, CancellationToken cancel)
    {
        await db.Pages.Where(p => p.DocumentId == id && p.Edition != but).ExecuteDeleteAsync(cancel);
        await db.Chunks.Where(c => c.DocumentId == id && c.Edition != but).ExecuteDeleteAsync(cancel);
    }

    static PageRow RowOf(Document document, DocumentPage page) => new()
    {
        DocumentId = document.Id,
        Edition = document.Edition,
        Number = page.Number,
        Width = page.Width,
        Height = page.Height,
        // PostgreSQL's text has no nought; its place stays.
        Text = page.Text.Replace('\0', '\uFFFD'),
        Words = WordBoxes.Pack(page.Words),
    };

    ChunkRow RowOf(Document document, Chunk chunk) => new()
    {
        DocumentId = document.Id,
        Edition = document.Edition,
        Page = chunk.Page,
        Section = string.Join('\n', chunk.Section.Select(s => s.Replace('\n', ' '))),
        Start = chunk.Start,
        Length = chunk.Length,
        // A table of codes is in the language of what stands before it.
        Language = (_last = LanguageGuess.Default.Of(chunk.Text) ?? _last) == Lang.En ? "en" : "pt",
    };
}
