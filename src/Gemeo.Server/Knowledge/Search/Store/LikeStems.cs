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
        foreach (var gram in Grams(key)) (CollectionsMarshal.GetValueRefOrAddDefault(_byGram, gram, out _) ??= []).Add(stem);
    }

    /// <summary>Best first; with equal likeness the order is that of <paramref name="name"/>.</summary>
    public List<(int Stem, double Likeness)> Find(string stem, double least, Func<int, bool> isLive, Func<int, string> name)
    {
        if (!IsWord(stem)) return [];
        var key = Cognates.Key(stem);
        var shared = new Dictionary<int, int>();
        foreach (var gram in Grams(key))
            if (_byGram.TryGetValue(gram, out var stems))
                foreach (var other in stems) CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
        return [.. shared.Where(s => isLive(s.Key)).Select(s => (Stem: s.Key, Share: 2.0 * s.Value / (key.Length + _keys[s.Key].Length)))
            .OrderByDescending(s => s.Share).ThenBy(s => name(s.Stem), StringComparer.Ordinal).Take(Tried)
            .Select(s => (s.Stem, Likeness: Cognates.Likeness(key, _keys[s.Stem]))).Where(s => s.Likeness >= least)
            .OrderByDescending(s => s.Likeness).ThenBy(s => name(s.Stem), StringComparer.Ordinal)];
    }

    static bool IsWord(string name) => name.Length >= Shortest && !name.AsSpan().ContainsAnyExceptInRange('a', 'z');

    // Three letters and a border on either side, as numbers.
    static IEnumerable<int> Grams(string key)
    {
        for (var i = -1; i < key.Length - 1 && key.Length > 0; i++) yield return (At(key, i) << 16) | (At(key, i + 1) << 8) | At(key, i + 2);
    }

    static int At(string key, int i) => i >= 0 && i < key.Length ? key[i] : 0;
}
