namespace Gemeo.Knowledge.Search.Ranking;

/// <summary>A passage's score, part by part. The parts add up to the score.</summary>
/// <param name="Word">For each concept, from the whole passage.</param>
/// <param name="Sentence">For each concept, from the best sentence.</param>
/// <param name="Exact">For each concept, for standing there as typed.</param>
/// <param name="Pair">For each concept but the last, for standing beside the next.</param>
/// <param name="Times">For each concept, how often it is to be expected in the passage.</param>
sealed record Judged(Target Target, int Slot, double Score, double[] Word, double[] Sentence, double[] Exact, double[] Pair, double[] Times)
{
    public int Id { get; } = Target.Shard.Id(Slot);
}
