using Gemeo.Linguistics;

namespace Gemeo.Knowledge.Search;

/// <param name="Score">From 0 to 1, comparable over languages and questions: the share of what an ideal passage would score.</param>
/// <param name="Alike">Other passages that say the same in the same words.</param>
/// <param name="Trace">Null unless it was asked for.</param>
public sealed record SearchHit(int Id, Lang Language, double Score, IReadOnlyList<int> Alike, Trace? Trace)
{
    /// <summary>Its part and that of meaning, when a model was asked too; null unless it was asked for.</summary>
    public Blend? Blend { get; init; }
}
