namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>Keeps what is probable both ways, sorts it, and makes a lexicon of it.</summary>
sealed class Pruning(Corpus corpus, PairTable pairs, double[] toEn, double[] toPt, TrainingOptions options)
{
    public Lexicon Lexicon()
    {
        var kept = Kept();
        var (pt, newPt) = Sorted(corpus.Pt, kept.Select(pairs.Pt));
        var (en, newEn) = Sorted(corpus.En, kept.Select(pairs.En));
        var links = kept.Select(k => (From: newPt[pairs.Pt(k)], Link: new LexiconLink(newEn[pairs.En(k)], Rounded(toEn[k]), Rounded(toPt[k]))))
            .OrderBy(l => l.From).ThenBy(l => l.Link.Other).ToArray();
        var first = new int[pt.Stems.Length + 1];
        foreach (var (from, _) in links) first[from + 1]++;
        for (var i = 0; i < pt.Stems.Length; i++) first[i + 1] += first[i];
        var side = new LexiconSide(pt.Stems, pt.Seen, first, [.. links.Select(l => l.Link)]);
        return new(side, side.Turned(en.Stems, en.Seen), corpus.Letters);
    }

    // As it will be read from the file: what was trained and what was shipped answer alike.
    static float Rounded(double probability) => LexiconFile.Unpacked(LexiconFile.Packed(probability));

    List<int> Kept()
    {
        var kept = new List<int>();
        for (var start = 0; start < pairs.Count;)
        {
            var end = start;
            while (end < pairs.Count && pairs.Pt(end) == pairs.Pt(start)) end++;
            kept.AddRange(BestOf(start, end));
            start = end;
        }
        return kept;
    }

    IEnumerable<int> BestOf(int start, int end)
    {
        var mutual = Enumerable.Range(start, end - start).Select(pair => (Pair: pair, Mutual: Math.Sqrt(toEn[pair] * toPt[pair]))).ToArray();
        var sum = mutual.Sum(m => m.Mutual);
        return mutual.Where(m => m.Mutual > 0 && m.Mutual / sum >= options.Least && IsLike(m.Pair))
            .OrderByDescending(m => m.Mutual).ThenBy(m => corpus.En.Stems[pairs.En(m.Pair)], StringComparer.Ordinal).Take(options.Most).Select(m => m.Pair);
    }

    // A number stood beside the word by accident; it translates as itself.
    bool IsLike(int pair) => HasDigit(corpus.Pt.Stems[pairs.Pt(pair)]) == HasDigit(corpus.En.Stems[pairs.En(pair)]);

    static bool HasDigit(string stem) => stem.AsSpan().ContainsAnyInRange('0', '9');

    static ((string[] Stems, int[] Seen) Side, Dictionary<int, int> New) Sorted(Vocabulary vocabulary, IEnumerable<int> used)
    {
        var order = used.Distinct().OrderBy(id => vocabulary.Stems[id], StringComparer.Ordinal).ToArray();
        var renumbered = new Dictionary<int, int>(order.Length);
        for (var i = 0; i < order.Length; i++) renumbered.Add(order[i], i);
        return (([.. order.Select(id => vocabulary.Stems[id])], [.. order.Select(id => vocabulary.Seen[id])]), renumbered);
    }
}
