using Gemeo.Knowledge.Search.Queries;
using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search;

/// <summary>How a score came about. The contributions add up to the score.</summary>
/// <param name="Ideal">What a passage would score that has every word of the question, over and over, in one sentence and in order. All contributions are shares of it.</param>
public sealed record Trace(Lang Question, Lang Passage, double Ideal, IReadOnlyList<TracedWord> Words, IReadOnlyList<TracedPair> Pairs)
{
    public double Sum => Words.Sum(w => w.Contribution) + Pairs.Sum(p => p.Contribution);
}

/// <param name="Word">As typed, folded.</param>
/// <param name="Weight">1, less for words that frame the question or spell an acronym out.</param>
/// <param name="Passages">In how many passages of either language it is to be expected.</param>
/// <param name="Times">How often it is to be expected in this one.</param>
/// <param name="Options">What counts for it in the passage's language, and how much.</param>
/// <param name="Whole">Contribution of the whole passage.</param>
/// <param name="Sentence">Contribution of the best sentence.</param>
/// <param name="Exact">Contribution of standing there as typed.</param>
public sealed record TracedWord(string Word, string Stem, double Weight, double Passages, double Idf, double Times, IReadOnlyList<Option> Options, double Whole, double Sentence, double Exact)
{
    public double Contribution => Whole + Sentence + Exact;
}

/// <summary>Two words of the question that stand side by side in the passage.</summary>
public sealed record TracedPair(string First, string Second, double Contribution);
