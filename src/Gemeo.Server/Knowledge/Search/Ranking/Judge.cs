using Gemeo.Knowledge.Search.Store;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>The second pass: reads a passage word by word and scores it.</summary>
sealed class Judge(Target target, Rarity rarity, SearchWeights weights)
{
    const double MeanSentence = 14;

    readonly int _concepts = target.Options.Length;
    readonly double _gain = target.IsSame ? 1 : weights.Across;

    public Judged Of(int slot)
    {
        var reading = new Reading(_concepts);
        var (words, at) = (target.Shard.Words(slot)!, 0);
        while (Forward.Next(words, ref at, out var surface, out var joined))
        {
            if (surface == Forward.Border) Close(reading);
            else Read(reading, surface, joined);
        }
        Close(reading);
        return Parts(reading, slot);
    }

    void Read(Reading reading, int surface, bool joined)
    {
        var matches = target.Matches(target.Shard.StemOf(surface));
        foreach (var match in matches)
        {
            reading.Times[match.Concept] += match.Probability;
            reading.Now[match.Concept] += match.Probability;
            if (target.Surfaces[match.Concept] == surface) reading.Exact[match.Concept] = true;
        }
        if (joined) return;
        reading.Length++;
        foreach (var match in matches)
            foreach (var before in reading.Before) Pair(reading, before, match);
        reading.Before.Clear();
        foreach (var match in matches) reading.Before.Add(match);
    }

    void Pair(Reading reading, Match before, Match match)
    {
        // "Água salgada" is "salt water": what is translated may be turned round.
        var first = before.Concept + 1 == match.Concept ? before.Concept : before.Concept == match.Concept + 1 && !target.IsSame ? match.Concept : -1;
        if (first >= 0) reading.Pair[first] = Math.Max(reading.Pair[first], Math.Min(1, before.Probability * match.Probability));
    }

    void Close(Reading reading)
    {
        var sum = 0.0;
        for (var c = 0; c < _concepts; c++)
        {
            reading.Parts[c] = reading.Now[c] > 0 ? rarity.Counts[c] * Saturated(reading.Now[c], reading.Length / MeanSentence) : 0;
            sum += reading.Parts[c];
        }
        reading.EndSentence(sum);
    }

    double Saturated(double times, double length) => times * (weights.K1 + 1) / (times + (weights.K1 * (1 - weights.B + (weights.B * length))));

    Judged Parts(Reading reading, int slot)
    {
        var length = target.Shard.Length(slot) / target.Shard.MeanLength;
        var (word, exact, pair) = (new double[_concepts], new double[_concepts], new double[_concepts]);
        for (var c = 0; c < _concepts; c++)
        {
            if (reading.Times[c] > 0) word[c] = _gain * rarity.Counts[c] * Saturated(reading.Times[c], length);
            if (reading.Exact[c]) exact[c] = weights.Exact * rarity.Counts[c];
            if (c + 1 < _concepts) pair[c] = _gain * weights.Pair * rarity.Pair(c) * reading.Pair[c];
        }
        return new(target, slot, word, [.. reading.Best.Select(s => _gain * weights.Sentence * s)], exact, pair, reading.Times);
    }

    /// <summary>What was seen so far of one passage.</summary>
    sealed class Reading(int concepts)
    {
        double _bestSum;

        public double[] Times { get; } = new double[concepts];

        public double[] Now { get; } = new double[concepts];

        public bool[] Exact { get; } = new bool[concepts];

        public double[] Pair { get; } = new double[concepts];

        public double[] Parts { get; private set; } = new double[concepts];

        public double[] Best { get; private set; } = new double[concepts];

        public List<Match> Before { get; } = [];

        public int Length { get; set; }

        public void EndSentence(double sum)
        {
            if (sum > _bestSum)
            {
                _bestSum = sum;
                (Best, Parts) = (Parts, Best);
            }
            Array.Clear(Now);
            Before.Clear();
            Length = 0;
        }
    }
}
