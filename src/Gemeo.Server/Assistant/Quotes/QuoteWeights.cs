namespace Gemeo.Assistant.Quotes;

/// <summary>Every number that quoting depends on. Chosen on a half of the questions set aside, with ./dev bench answers.</summary>
public sealed record QuoteWeights
{
    public static QuoteWeights Default { get; } = new();

    /// <summary>Found passages that are read.</summary>
    public int Passages { get; init; } = 4;

    /// <summary>Most sentences in one answer.</summary>
    public int Most { get; init; } = 3;

    /// <summary>The share of the best sentence's score that another one needs.</summary>
    public double Near { get; init; } = .75;

    /// <summary>What the sentence before says, beside the sentence itself.</summary>
    public double Before { get; init; } = .5;

    /// <summary>What the sentence after says.</summary>
    public double After { get; init; } = .3;

    /// <summary>What the whole passage says, its headings included.</summary>
    public double Around { get; init; } = .1;

    /// <summary>The same for a row of a table, which says little without its head.</summary>
    public double AroundRow { get; init; } = .35;

    /// <summary>Two words of the question side by side.</summary>
    public double Pair { get; init; } = .2;

    /// <summary>The word as the question has it, not only its stem.</summary>
    public double Exact { get; init; } = .2;

    /// <summary>What a sentence in the other language gains: it cannot have a word as typed, and translations are missing.</summary>
    public double Across { get; init; } = 1.15;

    /// <summary>How much a long sentence pays for its length.</summary>
    public double Length { get; init; } = .08;

    /// <summary>The passage's score as a share of the best passage's.</summary>
    public double Passage { get; init; } = .5;

    /// <summary>A number for "how many", a name for "who", a date for "when".</summary>
    public double Wanted { get; init; } = .3;

    /// <summary>What a heading or a question keeps, and what only repeats the question's words: none of them answers.</summary>
    public double Empty { get; init; } = .5;

    /// <summary>What a row of a table keeps, which is hard to read alone.</summary>
    public double Row { get; init; } = .85;

    /// <summary>How surely a less probable translation counts: its probability over the best one's, to this power.</summary>
    public double Doubt { get; init; } = .5;

    /// <summary>What a word counts that frames a question in any field: "many", "fazer".</summary>
    public double Frame { get; init; } = .4;

    /// <summary>What a word counts for a passage in the other language when nobody knows its translation.</summary>
    public double Unknown { get; init; } = .5;

    /// <summary>Support from the passage's score.</summary>
    public double SupportScore { get; init; } = 6;

    /// <summary>Support from the share of the question's words that the best sentence has.</summary>
    public double SupportShare { get; init; } = 3;

    /// <summary>Support from each word, by its rarity: three rare words found say more than one.</summary>
    public double SupportWords { get; init; } = .07;

    /// <summary>The least support for an answer in the question's language.</summary>
    public double Least { get; init; } = 5;

    /// <summary>The least support for one in the other language.</summary>
    public double LeastAcross { get; init; } = 3.4;
}
