namespace Gemeo.Knowledge.Search.Store;

/// <summary>Where a stem stands: passages in the order in which they came, and how often in each.</summary>
sealed class Postings
{
    int[] _slots = [];
    byte[] _times = [];
    int _count;

    /// <summary>Passages that have the stem and were not removed.</summary>
    public int Live { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    public ReadOnlySpan<byte> Times => _times.AsSpan(0, _count);

    public void Add(int slot)
    {
        if (_count > 0 && _slots[_count - 1] == slot)
        {
            if (_times[_count - 1] < byte.MaxValue) _times[_count - 1]++;
            return;
        }
        if (_count == _slots.Length) Grow();
        (_slots[_count], _times[_count]) = (slot, 1);
        _count++;
        Live++;
    }

    public void Remove() => Live--;

    // Most stems are rare: half as much again wastes less than doubling.
    void Grow()
    {
        var size = _count + Math.Max(2, _count / 2);
        Array.Resize(ref _slots, size);
        Array.Resize(ref _times, size);
    }
}
