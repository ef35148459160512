namespace Gemeo.Knowledge.Search.Queries;

/// <summary>Why a stem of a passage counts for a word of the question.</summary>
public enum Origin
{
    /// <summary>It is the same stem.</summary>
    Same,
    /// <summary>The question's word stands nowhere, and this one looks like it.</summary>
    Spelling,
    /// <summary>People wrote the translation down.</summary>
    Glossary,
    /// <summary>Learnt from parallel text.</summary>
    Lexicon,
    /// <summary>Looks like the same word in the other language.</summary>
    Cognate,
}

/// <summary>A stem of one language that counts for a word of the question.</summary>
public readonly record struct Option(string Stem, double Probability, Origin Origin);

/// <summary>One word of the question.</summary>
/// <param name="Word">As typed, folded.</param>
/// <param name="Weight">How much it says of the question's subject.</param>
/// <param name="Same">What counts for it in passages of the question's language.</param>
/// <param name="Other">What counts for it in passages of the other language.</param>
sealed record Concept(string Word, string Stem, double Weight, bool Joined, IReadOnlyList<Option> Same, IReadOnlyList<Option> Other);
