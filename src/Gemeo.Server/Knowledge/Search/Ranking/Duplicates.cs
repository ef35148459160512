using Gemeo.Knowledge.Search.Store;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>Recognises passages that say the same in the same words.</summary>
sealed class Duplicates(double least)
{
    const int Shingle = 3;

    readonly List<(Target Target, HashSet<ulong> Shingles)> _kept = [];

    /// <returns>The number of the kept passage that this one repeats; -1 when it is new, and then it is kept.</returns>
    public int Find(Target target, int slot)
    {
        var shingles = Shingles(target.Shard, slot);
        for (var i = 0; i < _kept.Count; i++)
            if (_kept[i].Target == target && Alike(_kept[i].Shingles, shingles)) return i;
        _kept.Add((target, shingles));
        return -1;
    }

    bool Alike(HashSet<ulong> a, HashSet<ulong> b)
    {
        var (less, more) = a.Count < b.Count ? (a, b) : (b, a);
        if (less.Count < least * more.Count) return false;
        var shared = less.Count(more.Contains);
        return shared >= least * (a.Count + b.Count - shared);
    }

    static HashSet<ulong> Shingles(Shard shard, int slot)
    {
        var shingles = new HashSet<ulong>();
        var (words, at, last) = (shard.Words(slot)!, 0, 0UL);
        while (Forward.Next(words, ref at, out var surface, out var joined))
        {
            if (surface == Forward.Border || joined) continue;
            last = ((last << (64 / Shingle)) | (uint)(surface + 1)) & ((1UL << 63) - 1);
            shingles.Add(last);
        }
        return shingles;
    }
}
