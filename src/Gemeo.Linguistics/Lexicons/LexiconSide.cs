namespace Gemeo.Linguistics.Lexicons;

/// <summary>The lexicon seen from one language: its stems, how often each was seen in training, and where its translations lie.</summary>
sealed class LexiconSide(string[] stems, int[] seen, int[] first, LexiconLink[] links)
{
    readonly Dictionary<string, int> _ids = Index(stems);

    public string[] Stems => stems;

    public int SeenOf(string stem) => _ids.TryGetValue(stem, out var id) ? seen[id] : 0;

    public ReadOnlySpan<LexiconLink> LinksOf(string stem) => _ids.TryGetValue(stem, out var id) ? links.AsSpan(first[id], first[id + 1] - first[id]) : default;

    public int Seen(int id) => seen[id];

    public ReadOnlySpan<LexiconLink> Links(int id) => links.AsSpan(first[id], first[id + 1] - first[id]);

    /// <summary>The same links, ordered by their other end.</summary>
    public LexiconSide Turned(string[] others, int[] seenOthers)
    {
        var start = new int[others.Length + 1];
        foreach (var link in links) start[link.Other + 1]++;
        for (var i = 0; i < others.Length; i++) start[i + 1] += start[i];
        var (next, turned) = ((int[])start.Clone(), new LexiconLink[links.Length]);
        for (var id = 0; id < stems.Length; id++)
            foreach (var link in Links(id)) turned[next[link.Other]++] = new(id, link.Back, link.Forth);
        return new(others, seenOthers, start, turned);
    }

    static Dictionary<string, int> Index(string[] stems)
    {
        var ids = new Dictionary<string, int>(stems.Length, StringComparer.Ordinal);
        for (var i = 0; i < stems.Length; i++) ids.Add(stems[i], i);
        return ids;
    }
}

/// <param name="Other">The stem's number in the other language.</param>
/// <param name="Forth">p(other | this)</param>
/// <param name="Back">p(this | other)</param>
readonly record struct LexiconLink(int Other, float Forth, float Back);
