using System.Buffers;
using System.Runtime.InteropServices;
using Gemeo.Linguistics.Lexicons;

namespace Gemeo.Knowledge.Search.Store;

/// <summary>Finds the stems of a vocabulary that look like a given one, by the letters in threes that they share.</summary>
sealed class LikeStems
{
    const int Tried = 40;
    const int Shortest = 3;

    readonly List<string> _keys = [];
    readonly Dictionary<int, List<int>> _byGram = [];

    public void Add(int stem, string name)
    {
        while (_keys.Count < stem) _keys.Add("");
        var key = IsWord(name) ? Cognates.Key(name) : "";
        _keys.Add(key);
        for (var i = 0; i < key.Length; i++) (CollectionsMarshal.GetValueRefOrAddDefault(_byGram, Gram(key, i), out _) ??= []).Add(stem);
    }

    /// <summary>Best first; with equal likeness the order is that of <paramref name="name"/>.</summary>
    public List<(int Stem, double Likeness)> Find(string stem, double least, Func<int, bool> isLive, Func<int, string> name)
    {
        if (!IsWord(stem)) return [];
        var key = Cognates.Key(stem);
        return [.. Sharing(key, least).Where(s => isLive(s.Stem))
            .OrderByDescending(s => s.Share).ThenBy(s => name(s.Stem), StringComparer.Ordinal).Take(Tried)
            .Select(s => (s.Stem, Likeness: Cognates.Likeness(key, _keys[s.Stem]))).Where(s => s.Likeness >= least)
            .OrderByDescending(s => s.Likeness).ThenBy(s => name(s.Stem), StringComparer.Ordinal)];
    }

    List<(int Stem, double Share)> Sharing(string key, double least)
    {
        var (shared, met) = (ArrayPool<byte>.Shared.Rent(_keys.Count), new List<int>());
        shared.AsSpan(0, _keys.Count).Clear();
        for (var i = 0; i < key.Length; i++)
        {
            if (!_byGram.TryGetValue(Gram(key, i), out var stems)) continue;
            foreach (var stem in CollectionsMarshal.AsSpan(stems))
                if (shared[stem]++ == 0) met.Add(stem);
        }
        var found = met.Where(stem => MayBeLike(key.Length, _keys[stem].Length, shared[stem], least)).Select(stem => (stem, 2.0 * shared[stem] / (key.Length + _keys[stem].Length))).ToList();
        ArrayPool<byte>.Shared.Return(shared);
        return found;
    }

    // Each edit spoils three letters in threes at most, and there are as many of them as letters.
    static bool MayBeLike(int length, int other, int shared, double least) =>
        Math.Max(length, other) is var longest && shared >= longest - (3 * (int)(((1 - least) * longest) + 1e-9)) - 1;

    static bool IsWord(string name) => name.Length >= Shortest && !name.AsSpan().ContainsAnyExceptInRange('a', 'z');

    /// <summary>The letter and its neighbours (a border on either side) as a number.</summary>
    static int Gram(string key, int i) => (At(key, i - 1) << 16) | (At(key, i) << 8) | At(key, i + 1);

    static int At(string key, int i) => i >= 0 && i < key.Length ? key[i] : 0;
}
