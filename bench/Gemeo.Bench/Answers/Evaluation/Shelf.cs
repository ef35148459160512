using Gemeo.Assistant.Grounding;
using Gemeo.Knowledge.Chunks;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Languages;

namespace Gemeo.Bench.Answers.Evaluation;

/// <summary>Documents read, cut and filed as the server does it, without its store and its HTTP.</summary>
sealed class Shelf : IDisposable
{
    readonly SearchIndex _index = new();
    readonly List<(string Name, Chunk Chunk, Lang Language)> _chunks = [];
    readonly Dictionary<(string Name, int Page), string> _pages = [];

    public IEnumerable<(int Id, string Name, Chunk Chunk)> Chunks => _chunks.Select((c, id) => (id, c.Name, c.Chunk));

    public void Add(string file, string name, CancellationToken cancel)
    {
        foreach (var page in DocumentReader.Read(file, new(ReadingLimits.Default, TimeProvider.System, cancel), opened: null))
        {
            _pages.Add((name, page.Number), page.Text);
            foreach (var chunk in Chunker.Chunks(name, page))
            {
                _chunks.Add((name, chunk, LanguageGuess.Default.Of(chunk.Text) ?? Lang.Pt));
                File(_chunks.Count - 1);
            }
        }
    }

    public string Page(string name, int page) => _pages[(name, page)];

    /// <summary>Whether the page has the quote where the citation says, letter by letter.</summary>
    public bool IsTrue(Citation citation) => string.CompareOrdinal(Page(citation.Name, citation.Page), citation.Start, citation.Quote, 0, citation.Quote.Length) == 0;

    public IReadOnlyList<Source> Find(string question, Lang language, int limit) => [.. _index.Search(question, language, limit).Select(h => SourceOf(h.Id, h.Score))];

    /// <summary>What it is like without these chunks.</summary>
    public T Without<T>(IReadOnlyList<int> ids, Func<T> ask)
    {
        _index.Remove(ids);
        try
        {
            return ask();
        }
        finally
        {
            foreach (var id in ids) File(id);
        }
    }

    void File(int id) => _index.Add(id, _chunks[id].Language, _chunks[id].Chunk.Indexed);

    Source SourceOf(int id, double score)
    {
        var (name, chunk, language) = _chunks[id];
        return new(name, name, chunk.Page, chunk.Section.IsEmpty ? null : string.Join(" › ", chunk.Section), chunk.Text, chunk.Start, language, score);
    }

    public void Dispose() => _index.Dispose();
}
