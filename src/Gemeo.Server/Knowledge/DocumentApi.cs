using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Intake;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Reading;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gemeo.Knowledge;

/// <summary>The documents that may be quoted: added, listed, replaced, deleted.</summary>
public static class DocumentApi
{
    const int MostItems = 1000, MostFiles = 100;
    const string NoFile = "expected multipart/form-data with a file in a field named file";
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents").WithTags("Documents").AddEndpointFilter<LibraryFilter>();
        documents.MapPost("/", Post).For(Role.Operator).WithRequestTimeout(_patience).WithSummary("Adds files (multipart field `file`, several; PDF, Markdown, plain text): 202 {items}; they are read one after another.");
        documents.MapGet("/", List).For(Role.Viewer).WithSummary("All documents, newest first: {items: [{id, name, state, pages, error?, erro?…}], next, limits: {bytes}, embeddings?}; ?limit= &after=.");
        documents.MapGet("/{id}", Get).For(Role.Viewer).WithSummary("One document as it stands; while it is read, how far: page, of.");
        documents.MapGet("/{id}/file", File).For(Role.Viewer).WithSummary("The file itself.");
        documents.MapPut("/{id}", Put).For(Role.Operator).WithRequestTimeout(_patience).WithSummary("Replaces a document's file (multipart field `file`): 202; what was read before is found until the new is ready. 409 for one in the lab's folder.");
        documents.MapDelete("/{id}", Delete).For(Role.Admin).WithSummary("Forgets a document and all of it: 204. 409 for one in the lab's folder.");
        documents.MapGet("/events", (HttpContext http, DocumentEvents events) => events.Handle(http)).For(Role.Viewer).DisableRequestTimeout().WithSummary("Progress as Server-Sent Events, those not ready first: {id, name, state, page, of, error?, erro?, deleted?}.");
    }

    static async Task<IResult> Post(HttpContext http, Uploads uploads, CancellationToken cancel)
    {
        if (!uploads.Enter()) return new Problem(Fault.Busy);
        var items = new List<object>();
        try
        {
            await foreach (var file in FilePart.Of(http, cancel))
            {
                if (items.Count == MostFiles) return new Problem(Fault.TooLarge, $"at most {MostFiles} files at once", Taken(items));
                var upload = await uploads.TakeAsync(file.Name, file.Content, null, cancel);
                items.Add(upload.Taken is { } taken ? Shown(http, taken.Document, already: taken.Already) : Refused(http, file.Name, upload.Fault ?? ReadingFault.Broken));
            }
        }
        // What came before it is on record and is said.
        catch (BadHttpRequestException why) when (why.StatusCode == StatusCodes.Status413PayloadTooLarge) { return new Problem(Fault.TooLarge, why.Message, Taken(items)); }
        catch (LibraryFullException) { return new Problem(Fault.NoRoom, "Gemeo:Documents:MaxFiles", Taken(items)); }
        catch (BrokenFormException why) { return new Problem(Fault.BadInput, why.Message, Taken(items)); }
        finally { uploads.Leave(); }
        return items.Count == 0 ? new Problem(Fault.BadInput, NoFile) : TypedResults.Json(new { items }, JsonStyle.Web, statusCode: StatusCodes.Status202Accepted);
    }

    static async Task<IResult> Put(HttpContext http, string id, Uploads uploads, Catalogue catalogue, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(id, cancel) is not { } known) return new Problem(Fault.NoDocument);
        if (known.FromFolder) return new Problem(Fault.DocumentFromFolder);
        if (!uploads.Enter()) return new Problem(Fault.Busy);
        try
        {
            await foreach (var file in FilePart.Of(http, cancel))
            {
                var upload = await uploads.TakeAsync(file.Name, file.Content, id, cancel);
                if (upload.Fault is not null) return new Problem(Fault.TooLarge);
                if (upload.Taken is not { } taken) return new Problem(Fault.NoDocument);
                return TypedResults.Json(Shown(http, taken.Document, already: taken.Already), JsonStyle.Web, statusCode: taken.Already ? 200 : 202);
            }
            return new Problem(Fault.BadInput, NoFile);
        }
        catch (BrokenFormException why) { return new Problem(Fault.BadInput, why.Message); }
        finally { uploads.Leave(); }
    }

    static async Task<IResult> List(HttpContext http, Catalogue catalogue, Progress progress, Meaning meaning, IOptions<Settings> settings, int? limit, string? after, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}");
        var most = limit ?? 100;
        var found = await catalogue.ListAsync(after, most + 1, cancel);
        return TypedResults.Json(new { items = found.Take(most).Select(d => Shown(http, d, progress.Now)), next = found.Count > most ? found[most - 1].Id : null, limits = new { bytes = settings.Value.Documents.MaxBytes }, embeddings = EmbeddingJson.Of(http, meaning) }, JsonStyle.Web);
    }

    static async Task<IResult> Get(HttpContext http, string id, Catalogue catalogue, Progress progress, CancellationToken cancel) =>
        await catalogue.FindAsync(id, cancel) is { } document ? TypedResults.Json(Shown(http, document, progress.Now), JsonStyle.Web) : new Problem(Fault.NoDocument);

    static async Task<IResult> File(HttpContext http, string id, Catalogue catalogue, Shelf shelf, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(id, cancel) is not { } document) return new Problem(Fault.NoDocument);
        var path = shelf.PathOf(document);
        if (!System.IO.File.Exists(path)) return new Problem(Fault.NoDocument);
        // To be looked at in the browser, where a page can be named; only a PDF's reader and plain text are let near it.
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(Path.GetFileName(document.Name));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.PhysicalFile(path, FileNames.Ending(document.Name) == ".pdf" ? "application/pdf" : "text/plain; charset=utf-8", enableRangeProcessing: true);
    }

    static async Task<IResult> Delete(string id, Catalogue catalogue, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(id, cancel) is not { } known) return new Problem(Fault.NoDocument);
        if (known.FromFolder) return new Problem(Fault.DocumentFromFolder);
        await catalogue.RemoveAsync(id, cancel);
        return TypedResults.NoContent();
    }

    static Dictionary<string, object?> Taken(List<object> items) => new() { ["items"] = items };

    static object Shown(HttpContext http, Document d, Step? now = null, bool? already = null) => new
    {
        id = d.Id,
        name = d.Name,
        state = d.State,
        pages = d.Pages,
        unread = d.Unread == 0 ? (int?)null : d.Unread,
        bytes = d.Bytes,
        added = Log.Instant.At(d.Added),
        fromFolder = d.FromFolder,
        page = now?.Id == d.Id ? now.Page : (int?)null,
        of = now?.Id == d.Id ? now.Of : (int?)null,
        error = d.Error,
        erro = Said(http, d.Error),
        already,
    };

    static object Refused(HttpContext http, string name, ReadingFault fault) => new { name = FileNames.Safe(name), state = DocumentState.Failed, error = fault.Code, erro = fault.In(Language.Of(http)) };

    /// <summary>A fault's sentence in the caller's language.</summary>
    internal static string? Said(HttpContext http, string? code) => code is null ? null : ReadingFault.All.FirstOrDefault(f => f.Code == code)?.In(Language.Of(http));
}
