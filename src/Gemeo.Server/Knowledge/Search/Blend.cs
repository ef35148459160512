namespace Gemeo.Knowledge.Search;

/// <summary>How a score came about of words and meaning: what the two contribute, times the scale.</summary>
/// <param name="Words">Null when no word was found.</param>
/// <param name="Meaning">Null when the passage has no vector yet; then its words speak for both.</param>
/// <param name="Scale">Makes the best passage's score what it would be by words alone, so that scores mean the same with a model and without.</param>
public sealed record Blend(BlendPart? Words, BlendPart? Meaning, double Scale);

/// <param name="Score">As the retriever has it: a share of the ideal for words, the cosine for meaning.</param>
/// <param name="Floor">The score that says nothing.</param>
/// <param name="Share">Of the way from the floor to the best passage's score.</param>
/// <param name="Weight">What it has to say, of 1.</param>
public sealed record BlendPart(double Score, double Floor, double Share, double Weight);
