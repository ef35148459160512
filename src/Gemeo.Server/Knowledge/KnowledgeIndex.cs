using Gemeo.Knowledge.Chunks;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge;

/// <summary>
/// What may be found: every chunk of every document that is ready, in memory; filled at start, then changed document by document, so
/// that adding one costs that one. Whoever changes it holds the shelf's <see cref="Shelf.ChangeAsync"/>; anybody may search meanwhile.
/// </summary>
public sealed class KnowledgeIndex(Shelf shelf) : IDisposable
{
    // The lexicon is read when the first passage comes: a lab without documents does not pay for it.
    readonly Lazy<SearchIndex> _search = new(() => new());
    readonly Dictionary<string, int[]> _chunksOf = [];

    /// <summary>False while a start still fills it: what is found then is not all.</summary>
    public bool Ready { get; private set; }

    /// <summary>Passages came; whoever wants them on record waits for the change that brings them to end.</summary>
    public event Action? Added;

    /// <summary>Passages went.</summary>
    public event Action<IReadOnlyCollection<int>>? Removed;

    public int Count => _search.IsValueCreated ? _search.Value.Count : 0;

    public IReadOnlyList<SearchHit> Search(string question, int limit, bool trace = false) => Count == 0 ? [] : _search.Value.Search(question, null, limit, trace);

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var id in await ShownAsync(cancel))
        {
            using var change = await shelf.ChangeAsync(cancel);
            await using var db = await shelf.OpenAsync(cancel);
            // It may have gone, or come in by itself, since.
            if (!_chunksOf.ContainsKey(id) && await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.Shown > 0, cancel) is { } document)
                await AddAsync(db, document, cancel);
        }
        Ready = true;
    }

    async Task<List<string>> ShownAsync(CancellationToken cancel)
    {
        if (!shelf.Exists) return [];
        await using var db = await shelf.OpenAsync(cancel);
        return await db.Documents.Where(d => d.Shown > 0).Select(d => d.Id).ToListAsync(cancel);
    }

    /// <summary>Adds what is shown of a document.</summary>
    /// <returns>Its chunks until now; they are still found, until they are removed.</returns>
    public async Task<int[]> AddAsync(KnowledgeDb db, Document document, CancellationToken cancel)
    {
        var chunks = (await db.Chunks.AsNoTracking().Where(c => c.DocumentId == document.Id && c.Edition == document.Shown).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.Page);
        var pages = db.Pages.AsNoTracking().Where(p => p.DocumentId == document.Id && p.Edition == document.Shown).OrderBy(p => p.Number).Select(p => new { p.Number, p.Text });
        var added = new List<int>();
        try
        {
            await foreach (var page in pages.AsAsyncEnumerable().WithCancellation(cancel))
            {
                added.AddRange(chunks[page.Number].Select(c => c.Id));
                _search.Value.Add(chunks[page.Number].Select(c => PassageOf(document.Name, page.Text, c)), cancel);
            }
        }
        catch
        {
            _search.Value.Remove(added);
            throw;
        }
        var old = _chunksOf.GetValueOrDefault(document.Id, []);
        _chunksOf[document.Id] = [.. added];
        Added?.Invoke();
        return old;
    }

    /// <summary>The last <see cref="AddAsync"/> came to nothing.</summary>
    public void TakeBack(string document, int[] old)
    {
        Remove(_chunksOf[document]);
        _chunksOf[document] = old;
    }

    public void Remove(int[] chunks)
    {
        if (chunks.Length == 0) return;
        _search.Value.Remove(chunks);
        Removed?.Invoke(chunks);
    }

    public void Forget(string document)
    {
        if (_chunksOf.Remove(document, out var chunks)) Remove(chunks);
    }

    static Passage PassageOf(string name, string page, ChunkRow chunk) => new(chunk.Id, LanguageOf(chunk), TextOf(name, page, chunk));

    /// <summary>A passage with what it stands under, as it is read for searching.</summary>
    public static string TextOf(string name, string page, ChunkRow chunk) => $"{Chunker.Title(name, chunk.Path, chunk.Page)}\n{page.AsSpan(chunk.Start, chunk.Length)}";

    public static Lang LanguageOf(ChunkRow chunk) => chunk.Language == "en" ? Lang.En : Lang.Pt;

    public void Dispose()
    {
        if (_search.IsValueCreated) _search.Value.Dispose();
    }
}
