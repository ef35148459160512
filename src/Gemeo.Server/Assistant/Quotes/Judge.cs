using Gemeo.Knowledge.Search;

namespace Gemeo.Assistant.Quotes;

/// <summary>A unit that may answer.</summary>
/// <param name="Passage">The number of its passage among those found.</param>
/// <param name="Score">How well it answers, to be compared within one question.</param>
/// <param name="Support">How surely the passage is about what was asked, to be compared over questions.</param>
sealed record Judged(int Passage, Unit Unit, double Score, double Support);

/// <summary>Scores the units of passages for one question.</summary>
sealed class Judge(AskedWords asked, Wanted? wanted, QuoteWeights weights)
{
    const double MeanWords = 14;
    const int ShortestSentence = 3;
    // A word that stands anywhere in the passage supports half as much as one in the sentence or just before it.
    const double Elsewhere = .5;
    const double Surely = .3;

    /// <param name="share">The passage's score as a share of the best one's.</param>
    public IEnumerable<Judged> Read(int passage, Source source, double share)
    {
        var units = Marked.Read(source, asked);
        var around = Marked.Around(source, units, asked);
        for (var at = 0; at < units.Count; at++)
            yield return new(passage, units[at].Unit, Score(units, at, around, source) + (share * weights.Passage * Emptiness(units[at], source)), Support(units, at, around, source));
    }

    double Score(List<Marked> units, int at, double[] around, Source source)
    {
        var (unit, counts, sum) = (units[at], asked.Counts(source.Language), 0.0);
        for (var word = 0; word < counts.Length; word++)
        {
            sum += counts[word] * (Near(units, at, around, word) + (unit.Exact[word] ? weights.Exact : 0));
            if (word + 1 < counts.Length) sum += weights.Pair * unit.Pair[word] * (counts[word] + counts[word + 1]) / 2;
        }
        var length = 1 - weights.Length + (weights.Length * Math.Max(.5, unit.Words / MeanWords));
        var score = sum / counts.Sum() * (asked.IsAcross(source.Language) ? weights.Across : 1) / length;
        var told = wanted?.IsIn(unit.Unit.Span.In(source.Text)) == true && (unit.Unit.Kind != UnitKind.Row || IsAnsweringRow(unit)) ? weights.Wanted : 0;
        return (score + told) * Emptiness(unit, source);
    }

    double Near(List<Marked> units, int at, double[] around, int word)
    {
        var near = units[at].Has[word];
        if (at > 0) near = Math.Max(near, weights.Before * units[at - 1].Has[word]);
        if (at + 1 < units.Count) near = Math.Max(near, weights.After * units[at + 1].Has[word]);
        return Math.Max(near, (IsAnsweringRow(units[at]) ? weights.AroundRow : weights.Around) * around[word]);
    }

    // A row with none of the question's words is a number somewhere in a picture, as likely as not.
    static bool IsAnsweringRow(Marked unit) => unit.Unit.Kind == UnitKind.Row && unit.News < unit.Words;

    double Emptiness(Marked unit, Source source) => (unit.Unit.Kind, unit.Unit.Span.In(source.Text)[^1]) switch
    {
        (UnitKind.Heading, _) or (_, '?') => weights.Empty,
        _ when unit.News == 0 => weights.Empty,
        (UnitKind.Row, _) => weights.Row,
        _ => unit.Words < ShortestSentence ? weights.Empty : 1,
    };

    double Support(List<Marked> units, int at, double[] around, Source source)
    {
        var (counts, share, known) = (asked.Counts(source.Language), 0.0, 0.0);
        for (var word = 0; word < counts.Length; word++)
        {
            share += counts[word] * Math.Max(units[at].Has[word], Math.Max(at > 0 ? units[at - 1].Has[word] : 0, Elsewhere * around[word]));
            if (around[word] > Surely) known += counts[word];
        }
        return (weights.SupportScore * source.Score) + (weights.SupportShare * share / counts.Sum()) + (weights.SupportWords * known);
    }
}
