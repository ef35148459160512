namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>Every pair of stems that stood in one sentence pair, numbered by Portuguese and then English stem; and each meeting as such a number.</summary>
sealed class PairTable
{
    readonly ulong[] _pairs;

    public PairTable(Corpus corpus, Action<double> done, CancellationToken cancel)
    {
        var meetings = Meetings(corpus);
        _pairs = Distinct(meetings);
        Meeting = new int[meetings.Length];
        for (var i = 0; i < meetings.Length; i++)
        {
            if ((i & 0xFFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
                done((double)i / meetings.Length);
            }
            Meeting[i] = Array.BinarySearch(_pairs, meetings[i]);
        }
    }

    /// <summary>Sentence after sentence, Portuguese word after Portuguese word, the pair it makes with each English word.</summary>
    public int[] Meeting { get; }

    public int Count => _pairs.Length;

    public int Pt(int pair) => (int)(_pairs[pair] >> 32);

    public int En(int pair) => (int)(uint)_pairs[pair];

    static ulong[] Meetings(Corpus corpus)
    {
        var meetings = new ulong[corpus.Sentences.Sum(s => (long)s.Pt.Length * s.En.Length)];
        var at = 0;
        foreach (var (pt, en) in corpus.Sentences)
            foreach (var p in pt)
                foreach (var e in en) meetings[at++] = ((ulong)p << 32) | (uint)e;
        return meetings;
    }

    static ulong[] Distinct(ulong[] meetings)
    {
        var sorted = (ulong[])meetings.Clone();
        Array.Sort(sorted);
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
        return sorted[..count];
    }
}
