namespace Gemeo.Bench.Retrieval;

/// <summary>How well the one right passage was ranked.</summary>
readonly record struct Figures(double Ndcg, double Recall, double Mrr)
{
    /// <param name="ranks">Of the right passage, from 1; 0 when it was not found.</param>
    public static Figures Of(IReadOnlyCollection<int> ranks) => new(
        ranks.Average(r => r is > 0 and <= 10 ? 1 / Math.Log2(r + 1) : 0),
        ranks.Average(r => r is > 0 and <= 5 ? 1.0 : 0),
        ranks.Average(r => r > 0 ? 1.0 / r : 0));
}
