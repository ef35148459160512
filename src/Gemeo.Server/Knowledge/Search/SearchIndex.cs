using Gemeo.Knowledge.Search.Queries;
using Gemeo.Knowledge.Search.Ranking;
using Gemeo.Knowledge.Search.Store;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Languages;
using Gemeo.Linguistics.Lexicons;

namespace Gemeo.Knowledge.Search;

/// <summary>
/// An index in memory over passages in Portuguese and English, asked in either. Any number of threads may search while one
/// adds and removes; adding costs what is added, whatever is there already.
/// </summary>
public sealed class SearchIndex(Lexicon lexicon, Glossary glossary, SearchWeights weights) : IDisposable
{
    readonly ReaderWriterLockSlim _lock = new();
    readonly Lock _writers = new();
    readonly Shard[] _shards = [new(), new()];
    readonly LanguageGuess _guess = new(lexicon);

    public SearchIndex() : this(Lexicon.Default, Glossary.Default, SearchWeights.Default)
    {
    }

    public int Count => Reading(() => _shards.Sum(s => s.Count));

    public void Add(int id, Lang language, string text) => Add([new Passage(id, language, text)]);

    /// <summary>Adds; what has the same id gives way.</summary>
    public void Add(IEnumerable<Passage> passages, CancellationToken cancel = default)
    {
        lock (_writers)
        {
            foreach (var passage in passages)
            {
                cancel.ThrowIfCancellationRequested();
                // Reading a passage takes longer than filing it, and nobody need wait for that.
                var analysed = AnalysedPassage.Of(passage);
                Writing(() =>
                {
                    foreach (var shard in _shards) shard.Remove(passage.Id);
                    _shards[(int)passage.Language].Add(analysed);
                });
            }
            Clear();
        }
    }

    /// <summary>Removes; ids that are not there are passed over.</summary>
    public void Remove(IEnumerable<int> ids)
    {
        lock (_writers)
        {
            foreach (var id in ids)
                Writing(() =>
                {
                    foreach (var shard in _shards) shard.Remove(id);
                });
            Clear();
        }
    }

    /// <param name="language">The question's; null to guess it.</param>
    public IReadOnlyList<SearchHit> Search(string question, Lang? language = null, int limit = 10, bool trace = false)
    {
        var asked = language ?? _guess.Of(question);
        return limit <= 0 ? [] : Reading(() => Answer(question, asked ?? Fuller, limit, trace));
    }

    // A question of nothing but codes is in the language that most passages are in.
    Lang Fuller => _shards[(int)Lang.En].Count > _shards[(int)Lang.Pt].Count ? Lang.En : Lang.Pt;

    List<SearchHit> Answer(string question, Lang language, int limit, bool trace)
    {
        var reader = new QueryReader(new(lexicon, glossary, l => _shards[(int)l], weights), weights);
        var concepts = reader.Read(question, language);
        var targets = Enum.GetValues<Lang>().Where(l => _shards[(int)l].Count > 0).Select(l => new Target(l, _shards[(int)l], l == language, concepts)).ToList();
        try
        {
            return new Ranker(concepts, targets, language, stem => lexicon.ShareOfPassages(stem, language), weights).Best(limit, trace);
        }
        finally
        {
            foreach (var target in targets) target.Dispose();
        }
    }

    void Clear()
    {
        for (var i = 0; i < _shards.Length; i++)
        {
            if (!_shards[i].IsWorthClearing) continue;
            // No writer is about, so readers may go on meanwhile.
            var cleared = _shards[i].Cleared();
            Writing(() => _shards[i] = cleared);
        }
    }

    T Reading<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    void Writing(Action write)
    {
        _lock.EnterWriteLock();
        try
        {
            write();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Dispose() => _lock.Dispose();
}
