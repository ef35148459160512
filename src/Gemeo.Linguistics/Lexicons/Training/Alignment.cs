namespace Gemeo.Linguistics.Lexicons.Training;

/// <summary>
/// IBM Model 1 in one direction (Brown et al., "The mathematics of statistical machine translation", Computational Linguistics
/// 19, 1993): every word comes from one word of the other sentence or from none. Sums run in a fixed order, so the same text
/// gives the same numbers.
/// </summary>
sealed class Alignment
{
    readonly PairTable _pairs;
    readonly Func<int, int> _from;
    readonly double[] _counts;
    readonly double[] _totals;
    readonly double[] _nullCounts;
    readonly double[] _fromNull;
    double[] _row = new double[128];

    public Alignment(PairTable pairs, Func<int, int> from, int fromCount, int toCount)
    {
        (_pairs, _from) = (pairs, from);
        (_counts, _totals) = (new double[pairs.Count], new double[fromCount]);
        (_nullCounts, _fromNull) = (new double[toCount], new double[toCount]);
        Probability = new double[pairs.Count];
        Array.Fill(Probability, 1.0 / toCount);
        Array.Fill(_fromNull, 1.0 / toCount);
    }

    /// <summary>p(to | from) of each pair.</summary>
    public double[] Probability { get; }

    /// <summary>Shares one word among those of the other sentence that it may come from.</summary>
    /// <param name="to">The word.</param>
    /// <param name="first">The first meeting of it with the other sentence's words, the next ones <paramref name="step"/> apart.</param>
    /// <param name="count">Words of the other sentence.</param>
    public void Expect(int to, int first, int step, int count)
    {
        if (_row.Length < count) _row = new double[count];
        var sum = _fromNull[to];
        for (int i = 0, at = first; i < count; i++, at += step) sum += _row[i] = Probability[_pairs.Meeting[at]];
        _nullCounts[to] += _fromNull[to] / sum;
        for (int i = 0, at = first; i < count; i++, at += step) _counts[_pairs.Meeting[at]] += _row[i] / sum;
    }

    public void Maximise()
    {
        Array.Clear(_totals);
        for (var pair = 0; pair < _counts.Length; pair++) _totals[_from(pair)] += _counts[pair];
        for (var pair = 0; pair < _counts.Length; pair++) Probability[pair] = _totals[_from(pair)] is > 0 and var total ? _counts[pair] / total : 0;
        var nulls = _nullCounts.Sum();
        for (var to = 0; to < _nullCounts.Length; to++) _fromNull[to] = _nullCounts[to] / nulls;
        Array.Clear(_counts);
        Array.Clear(_nullCounts);
    }
}
