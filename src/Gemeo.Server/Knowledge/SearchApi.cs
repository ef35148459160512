using Gemeo.Access.Rights;
using Gemeo.Hosting;
using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Library;

namespace Gemeo.Knowledge;

/// <summary><c>GET /search?q=&amp;limit=&amp;trace=true</c>: passages that answer a question, in either language, with the place of each.</summary>
public static class SearchApi
{
    const int MostItems = 100, LongestQuestion = 2000;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search", Get).For(Role.Viewer).WithTags("Documents").AddEndpointFilter<LibraryFilter>()
            .WithSummary("Passages for a question in Portuguese or English: {items: [{document: {id, name}, page, section, text, start, language, score, boxes, alike?, trace?, blend?}], complete, embeddings?}. Boxes are points from the page's top left corner.");

    static async Task<IResult> Get(HttpContext http, string? q, int? limit, bool? trace, Finder finder, Meaning meaning, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuestion) return new Problem(Fault.BadQuery, $"q: expected a question of 1 to {LongestQuestion} characters");
        if (limit is < 1 or > MostItems) return new Problem(Fault.BadQuery, $"limit: expected 1 to {MostItems}");
        var found = await finder.SearchAsync(q, limit ?? 10, trace ?? false, cancel);
        return TypedResults.Json(new { items = found.Items.Select(Shown), complete = found.IsComplete, embeddings = EmbeddingJson.Of(http, meaning) }, JsonStyle.Web);
    }

    static object Shown(Found found)
    {
        var (hit, at) = (found.Hit, found.Place);
        return new
        {
            document = new { id = at.Chunk.DocumentId, name = at.Name },
            page = at.Chunk.Page,
            section = Finder.SectionOf(at.Chunk),
            text = at.Text,
            start = at.Chunk.Start,
            language = at.Chunk.Language,
            score = Math.Round(hit.Score, 4),
            boxes = WordBoxes.Boxes(at.Page, at.Chunk.Start, at.Chunk.Length).Select(b => new { left = Points(b.Left), top = Points(b.Top), width = Points(b.Width), height = Points(b.Height) }),
            alike = found.Alike.Count == 0 ? null : found.Alike.Select(a => new { document = new { id = a.Chunk.DocumentId, name = a.Name }, page = a.Chunk.Page, start = a.Chunk.Start }),
            trace = hit.Trace,
            blend = hit.Blend,
        };
    }

    static double Points(float length) => Math.Round(length, 1);
}
