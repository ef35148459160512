using Gemeo.Knowledge.Search.Store;

namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>The second pass: reads a passage word by word and scores it.</summary>
sealed class Judge(Target target, Rarity rarity, SearchWeights weights)
{
    const double MeanSentence = 14;

    readonly Reading _reading = new(target.Options.Length);
    readonly double _gain = target.IsSame ? 1 : weights.Across;

    public Target Target => target;

    public double Score(int slot)
    {
        Read(slot);
        return _reading.Score;
    }

    public Judged Of(int slot)
    {
        Read(slot);
        return new(target, slot, _reading.Score, [.. _reading.Word], [.. _reading.Sentence], [.. _reading.Exact], [.. _reading.Pair], [.. _reading.Times]);
    }

    void Read(int slot)
    {
        _reading.Clear();
        var (words, at) = (target.Shard.Words(slot)!, 0);
        while (Forward.Next(words, ref at, out var surface, out var joined))
        {
            if (surface == Forward.Border) Close();
            else Word(surface, joined);
        }
        Weigh(target.Shard.Length(slot) / target.Shard.MeanLength);
    }

    void Word(int surface, bool joined)
    {
        var matches = target.Matches(target.Shard.StemOf(surface));
        foreach (var match in matches)
        {
            _reading.Times[match.Concept] += match.Probability;
            _reading.Now[match.Concept] += match.Probability;
            if (target.Surfaces[match.Concept] == surface) _reading.Exact[match.Concept] = 1;
        }
        if (joined) return;
        _reading.Length++;
        foreach (var match in matches)
            foreach (var before in _reading.Before) Pair(before, match);
        _reading.Before = matches;
    }

    void Pair(Match before, Match match)
    {
        // "Água salgada" is "salt water": what is translated may be turned round.
        var first = before.Concept + 1 == match.Concept ? before.Concept : before.Concept == match.Concept + 1 && !target.IsSame ? match.Concept : -1;
        if (first >= 0) _reading.Pair[first] = Math.Max(_reading.Pair[first], Math.Min(1, before.Probability * match.Probability));
    }

    void Close()
    {
        var (sum, length) = (0.0, _reading.Length / MeanSentence);
        for (var c = 0; c < _reading.Now.Length; c++)
        {
            var times = _reading.Now[c];
            _reading.Now[c] = times > 0 ? rarity.Counts[c] * Saturated(times, length) : 0;
            sum += _reading.Now[c];
        }
        _reading.EndSentence(sum);
    }

    double Saturated(double times, double length) => times * (weights.K1 + 1) / (times + (weights.K1 * (1 - weights.B + (weights.B * length))));

    void Weigh(double length)
    {
        for (var c = 0; c < _reading.Times.Length; c++)
        {
            _reading.Word[c] = _reading.Times[c] > 0 ? _gain * rarity.Counts[c] * Saturated(_reading.Times[c], length) : 0;
            _reading.Sentence[c] *= _gain * weights.Sentence;
            _reading.Exact[c] *= weights.Exact * rarity.Counts[c];
            if (_reading.Pair[c] > 0) _reading.Pair[c] *= _gain * weights.Pair * rarity.Pair(c);
        }
    }
}
