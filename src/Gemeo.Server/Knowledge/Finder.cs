using Gemeo.Knowledge.Dense;
using Gemeo.Knowledge.Library;
using Gemeo.Knowledge.Search;
using Microsoft.EntityFrameworkCore;

namespace Gemeo.Knowledge;

/// <summary>A passage as it stands in its document.</summary>
public sealed record Place(ChunkRow Chunk, PageRow Page, string Name)
{
    public string Text => Page.Text.Substring(Chunk.Start, Chunk.Length);
}

/// <param name="Alike">Where else the same stands, in the same words or nearly so.</param>
public sealed record Found(SearchHit Hit, Place Place, IReadOnlyList<Place> Alike);

/// <param name="IsComplete">All that there is was looked at, by all that is configured to look.</param>
public sealed record Findings(IReadOnlyList<Found> Items, bool IsComplete);

/// <summary>From a question to the stored passages that were found for it, by their words and, where there is a model, by their meaning.</summary>
public sealed class Finder(KnowledgeIndex index, Shelf shelf, Meaning meaning)
{
    /// <summary>Passages that each of the two looks at before they are made one list.</summary>
    const int Candidates = 100;

    /// <summary>Looked at beyond what was asked for, since some say the same.</summary>
    const int Spare = 10;

    /// <summary>For the assistant: nothing that is not on record as it is given.</summary>
    public async Task<IReadOnlyList<Source>> FindAsync(string question, int limit, CancellationToken cancel) =>
        [.. (await SearchAsync(question, limit, false, cancel)).Items.Select(f => new Source(
            f.Place.Chunk.DocumentId, f.Place.Name, f.Place.Chunk.Page, SectionOf(f.Place.Chunk), f.Place.Text, f.Place.Chunk.Start, KnowledgeIndex.LanguageOf(f.Place.Chunk), f.Hit.Score))];

    public async Task<Findings> SearchAsync(string question, int limit, bool trace, CancellationToken cancel)
    {
        var meant = meaning.IsOn ? await meaning.OfAsync(question, cancel) : null;
        for (var again = 0; ; again++)
        {
            var (hits, isBoth) = Hits(question, meant, limit + Spare, trace);
            var places = await PlacesAsync([.. hits.SelectMany(h => h.Alike.Append(h.Id))], cancel);
            // What is found takes the place of its predecessor between the two looks now and then.
            if (again < 2 && hits.Any(h => !places.ContainsKey(h.Id))) continue;
            return new(Collapse(hits.Where(h => places.ContainsKey(h.Id)), places, limit), index.Ready && (!meaning.IsOn || (isBoth && meaning.State.IsReady)));
        }
    }

    (IReadOnlyList<SearchHit> Hits, bool IsBoth) Hits(string question, float[]? meant, int limit, bool trace)
    {
        if (meant is null) return (index.Search(question, limit, trace), false);
        var words = index.Search(question, Math.Max(limit, Candidates), trace);
        return meaning.Ask(meant, Math.Max(limit, Candidates), words.Select(h => h.Id)) is { } likeness
            ? (Blending.Of(words, likeness, meaning.Weight, limit, trace), true)
            : ([.. words.Take(limit)], false);
    }

    /// <summary>The headings above a passage, joined; null when there is none.</summary>
    public static string? SectionOf(ChunkRow chunk) => chunk.Section.Length == 0 ? null : string.Join(" › ", chunk.Path);

    async Task<Dictionary<int, Place>> PlacesAsync(int[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0) return [];
        await using var db = await shelf.OpenAsync(cancel);
        var found = db.Chunks.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Join(db.Documents, c => new { Id = c.DocumentId, Shown = c.Edition }, d => new { d.Id, d.Shown }, (c, d) => new { c, d.Name })
            .Join(db.Pages, x => new { x.c.DocumentId, x.c.Edition, Number = x.c.Page }, p => new { p.DocumentId, p.Edition, p.Number }, (x, p) => new { x.c, x.Name, p });
        return await found.ToDictionaryAsync(x => x.c.Id, x => new Place(x.c, x.p, x.Name), cancel);
    }

    // The index compares passages with their titles, which differ between two copies; where the text is short, that hides that they are one.
    static List<Found> Collapse(IEnumerable<SearchHit> hits, Dictionary<int, Place> places, int limit)
    {
        var (found, texts) = (new List<(SearchHit Hit, List<Place> Alike)>(), new List<SameText>());
        foreach (var hit in hits)
        {
            var (text, alike) = (new SameText(places[hit.Id].Text), hit.Alike.Where(places.ContainsKey).Select(id => places[id]));
            if (texts.FindIndex(text.IsNearly) is >= 0 and var same) found[same].Alike.AddRange(alike.Prepend(places[hit.Id]));
            else
            {
                found.Add((hit, [.. alike]));
                texts.Add(text);
            }
        }
        return [.. found.Take(limit).Select(f => new Found(f.Hit with { Language = KnowledgeIndex.LanguageOf(places[f.Hit.Id].Chunk) }, places[f.Hit.Id], f.Alike))];
    }
}
