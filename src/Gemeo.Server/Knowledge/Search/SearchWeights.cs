namespace Gemeo.Knowledge.Search;

/// <summary>Every number that ranking depends on. Chosen on a half of the questions set aside, with ./dev bench retrieval.</summary>
public sealed record SearchWeights
{
    public static SearchWeights Default { get; } = new();

    /// <summary>BM25: how soon more of the same word stops counting.</summary>
    public double K1 { get; init; } = 1;

    /// <summary>BM25: how much a long passage pays for its length.</summary>
    public double B { get; init; } = .75;

    /// <summary>Passages of ordinary text that are counted along when a word's rarity is told.</summary>
    public double Ordinary { get; init; } = 10;

    /// <summary>The best sentence of a passage, beside the whole passage.</summary>
    public double Sentence { get; init; } = .8;

    /// <summary>Two words of the question side by side.</summary>
    public double Pair { get; init; } = .4;

    /// <summary>The word as the question has it, not only its stem.</summary>
    public double Exact { get; init; } = .3;

    /// <summary>The words of an acronym that is spelt out beside it.</summary>
    public double SpeltOut { get; init; } = .5;

    /// <summary>The whole of a compound, beside its parts.</summary>
    public double Joined { get; init; } = .5;

    /// <summary>How often a word must have been seen in training for its translations to count as much as a word that looks the same.</summary>
    public double CognateTrust { get; init; } = 10;

    /// <summary>What a passage in the other language gains for having been translated to.</summary>
    public double Across { get; init; } = 1.2;

    /// <summary>The least likeness of a cognate, or of a word meant by a misspelt one.</summary>
    public double Likeness { get; init; } = .7;

    /// <summary>How steeply less like words lose.</summary>
    public double LikenessPower { get; init; } = 8;

    /// <summary>How often a word must have been seen in training for the lexicon to count as much as the glossary.</summary>
    public double GlossaryTrust { get; init; } = 10;

    /// <summary>The glossary's share however often a word was seen.</summary>
    public double GlossaryLeast { get; init; } = .4;

    /// <summary>Passages that are looked at sentence by sentence.</summary>
    public int Candidates { get; init; } = 100;

    /// <summary>Shared shingles (Jaccard) from which two passages are one.</summary>
    public double Duplicate { get; init; } = .8;
}
