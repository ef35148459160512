using Gemeo.Hosting;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Microsoft.Extensions.Options;

namespace Gemeo.Knowledge.Intake;

/// <summary>Reads documents one after another, oldest first. What a crash interrupted is read again from its beginning.</summary>
public sealed partial class IngestQueue(
    Shelf shelf, Catalogue catalogue, Editions editions, IDocumentReader reader, KnowledgeIndex index, Progress progress,
    IOptions<Settings> settings, IHostApplicationLifetime life, TimeProvider time, ILogger<IngestQueue> log) : BackgroundService
{
    /// <summary>Pages that are in memory at once.</summary>
    const int Batch = 32;
    /// <summary>Text of one document, characters; a book of a thousand pages has three million.</summary>
    const long MostText = 60_000_000;
    bool _read;

    static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    ReadingLimits Limits => ReadingLimits.Default with { Bytes = settings.Value.Documents.MaxBytes, Pages = settings.Value.Documents.MaxPages };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await life.StartedAsync(stoppingToken);
        await TryAsync(LoadAsync, stoppingToken);
        while (!stoppingToken.IsCancellationRequested) await TryAsync(WorkAsync, stoppingToken);
    }

    // A disk that is full or a process that does not start passes; a lab must not lose its documents' queue over it, nor stop.
    async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await work(cancel);
                progress.Fault = null;
                return;
            }
            catch (Exception why) when (!cancel.IsCancellationRequested)
            {
                Held(log, progress.Fault = why.Message);
                await Task.Delay(_pause, time, cancel);
            }
        }
    }

    async Task LoadAsync(CancellationToken cancel)
    {
        if (shelf.Exists) await catalogue.SweepAsync(cancel);
        await index.LoadAsync(cancel);
    }

    async Task WorkAsync(CancellationToken cancel)
    {
        if (shelf.Exists && await editions.BeginAsync(cancel) is { } document)
        {
            await ReadAsync(document, cancel);
            _read = true;
            return;
        }
        if (_read) GiveBack();
        (_read, progress.Fault) = (false, null);
        await progress.WorkAsync(cancel);
    }

    // Reading leaves much that nobody needs again, and a server at rest might keep it for hours.
    static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);

    async Task ReadAsync(Document document, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        progress.Begin(document.Id, stop);
        try
        {
            if (await editions.CopyAsync(document, stop.Token) || await PagesAsync(document, stop.Token)) await editions.PublishAsync(document, stop.Token);
        }
        catch (ReadingException why) { await editions.FailAsync(document, why.Fault, cancel); }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await editions.PutBackAsync(document);
            throw;
        }
        catch (OperationCanceledException) { /* replaced or deleted meanwhile */ }
        finally { progress.End(); }
    }

    async Task<bool> PagesAsync(Document document, CancellationToken cancel)
    {
        var (pages, of, characters) = (new List<DocumentPage>(Batch), 0, 0L);
        progress.At(document, 0, 0);
        await foreach (var page in reader.ReadAsync(shelf.PathOf(document), Limits, info => of = info.Pages, cancel))
        {
            if ((characters += page.Text.Length) > MostText) throw new ReadingException(ReadingFault.TooHeavy, page.Number);
            pages.Add(page);
            document.Pages++;
            if (page.Fault is not null) document.Unread++;
            progress.At(document, document.Pages, of);
            if (pages.Count < Batch) continue;
            if (!await editions.AddAsync(document, pages, cancel)) return false;
            pages.Clear();
        }
        return await editions.AddAsync(document, pages, cancel);
    }

    [LoggerMessage(1, LogLevel.Error, "Documents are not read now and will be tried again: {Why}")]
    static partial void Held(ILogger log, string why);
}
