using System.Numerics.Tensors;

namespace Gemeo.Knowledge.Dense;

/// <summary>How like a question passages are.</summary>
/// <param name="Hits">The most alike, and those that were asked for by name.</param>
/// <param name="Floor">The likeness of texts that have nothing to do with each other.</param>
public sealed record Likeness(IReadOnlyList<(int Id, double Score)> Hits, double Floor);

/// <summary>Vectors of length 1 in memory, each compared with the question: exact, and fast enough for a hundred thousand.</summary>
public sealed class VectorIndex : IDisposable
{
    // Blocks, so that growing never copies.
    const int Rows = 1024;
    const int Empty = -1;
    // Passages of no likeness that are thought to be there, so that a handful of passages is not taken for all the texts in the world.
    const int Strangers = 10;

    readonly ReaderWriterLockSlim _lock = new();
    readonly List<float[]> _blocks = [];
    readonly List<int> _ids = [];
    readonly Dictionary<int, int> _slots = [];
    readonly Stack<int> _free = new();

    public int Count => Reading(() => _slots.Count);

    /// <summary>0 while it is empty.</summary>
    public int Dimension { get; private set; }

    /// <summary>Adds; what has the same id gives way.</summary>
    public void Add(IEnumerable<(int Id, float[] Unit)> vectors) => Writing(() =>
    {
        foreach (var (id, unit) in vectors)
        {
            if (_slots.Count == 0) Restart(unit.Length);
            if (unit.Length != Dimension) throw new EmbeddingException(EmbeddingFault.Changed);
            if (!_slots.TryGetValue(id, out var slot)) _slots[id] = slot = _free.TryPop(out var free) ? free : Grown();
            _ids[slot] = id;
            unit.CopyTo(Row(slot));
        }
    });

    /// <summary>Ids that are not there are passed over.</summary>
    public void Remove(IReadOnlyCollection<int> ids) => Writing(() =>
    {
        foreach (var id in ids)
        {
            if (!_slots.Remove(id, out var slot)) continue;
            _ids[slot] = Empty;
            _free.Push(slot);
        }
        if (_slots.Count == 0) Restart(0);
    });

    public void Clear() => Writing(() => Restart(0));

    /// <param name="most">How many of the most alike.</param>
    /// <param name="also">Whose likeness is wanted too.</param>
    /// <exception cref="EmbeddingException">The question's vector is of another model.</exception>
    public Likeness Ask(float[] question, int most, IEnumerable<int> also) => Reading(() =>
    {
        if (_slots.Count == 0) return new Likeness([], 0);
        if (question.Length != Dimension) throw new EmbeddingException(EmbeddingFault.Changed);
        var (scores, sum, best) = (new float[_ids.Count], 0.0, new PriorityQueue<int, float>());
        for (var slot = 0; slot < scores.Length; slot++)
        {
            if (_ids[slot] == Empty) continue;
            sum += scores[slot] = TensorPrimitives.Dot(Row(slot), question);
            if (best.Count < most) best.Enqueue(slot, scores[slot]);
            else if (best.TryPeek(out _, out var least) && scores[slot] > least) best.EnqueueDequeue(slot, scores[slot]);
        }
        var slots = best.UnorderedItems.Select(b => b.Element).Union(also.Where(_slots.ContainsKey).Select(id => _slots[id]));
        return new([.. slots.Select(s => (_ids[s], (double)scores[s])).OrderByDescending(h => h.Item2)], sum / (_slots.Count + Strangers));
    });

    Span<float> Row(int slot) => _blocks[slot / Rows].AsSpan(slot % Rows * Dimension, Dimension);

    int Grown()
    {
        if (_ids.Count == _blocks.Count * Rows) _blocks.Add(new float[Rows * Dimension]);
        _ids.Add(Empty);
        return _ids.Count - 1;
    }

    void Restart(int dimension)
    {
        _blocks.Clear();
        _ids.Clear();
        _slots.Clear();
        _free.Clear();
        Dimension = dimension;
    }

    T Reading<T>(Func<T> read)
    {
        _lock.EnterReadLock();
        try { return read(); }
        finally { _lock.ExitReadLock(); }
    }

    void Writing(Action write)
    {
        _lock.EnterWriteLock();
        try { write(); }
        finally { _lock.ExitWriteLock(); }
    }

    public void Dispose() => _lock.Dispose();
}
