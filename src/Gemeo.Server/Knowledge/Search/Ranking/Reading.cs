namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>What was seen so far of one passage, concept by concept; used again for the next.</summary>
sealed class Reading(int concepts)
{
    double _best;

    /// <summary>How often, as far as it is to be expected.</summary>
    public double[] Times { get; } = new double[concepts];

    /// <summary>The same in this sentence.</summary>
    public double[] Now { get; private set; } = new double[concepts];

    public double[] Word { get; } = new double[concepts];

    /// <summary>Of the best sentence.</summary>
    public double[] Sentence { get; private set; } = new double[concepts];

    public double[] Exact { get; } = new double[concepts];

    public double[] Pair { get; } = new double[concepts];

    /// <summary>What the word before matched.</summary>
    public Match[] Before { get; set; } = [];

    /// <summary>Words of this sentence.</summary>
    public int Length { get; set; }

    public double Score => Word.Sum() + Sentence.Sum() + Exact.Sum() + Pair.Sum();

    public void EndSentence(double sum)
    {
        if (sum > _best)
        {
            _best = sum;
            (Sentence, Now) = (Now, Sentence);
        }
        Array.Clear(Now);
        (Before, Length) = ([], 0);
    }

    public void Clear()
    {
        foreach (var parts in (double[][])[Times, Now, Sentence, Exact, Pair]) Array.Clear(parts);
        (_best, Before, Length) = (0, [], 0);
    }
}
