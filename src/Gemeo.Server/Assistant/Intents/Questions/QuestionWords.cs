using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Questions;

/// <param name="Tokens">The words that said it: they may also be part of a name ("terminais conectados").</param>
/// <param name="Quantity">What the same words ask of a number: "how open", "how full".</param>
sealed record SaidState(StateWord State, IReadOnlyList<Token> Tokens, string? Quantity);

sealed record SaidQuantity(string Name, IReadOnlyList<Token> Tokens);

/// <summary>The parts of a question, not yet held against the lab.</summary>
sealed class QuestionWords
{
    readonly HashSet<Sense> _senses = [];

    public List<Mention> Mentions { get; } = [];
    public List<SaidState> States { get; } = [];
    public List<SaidQuantity> Quantities { get; } = [];

    /// <summary>Operations that leave no state behind: restarted.</summary>
    public List<string> Deeds { get; } = [];

    /// <summary>Words that count only if they name something: "level", "current".</summary>
    public HashSet<Token> Weak { get; } = [];

    /// <summary>Words that are let go when nothing is found with them: the humidity "of the air".</summary>
    public HashSet<Token> Loose { get; } = [];

    public bool IsNegated { get; set; }
    public bool IsGeneric { get; set; }

    /// <summary>Something happened to it (was opened), rather than that it stood so (was open).</summary>
    public bool IsEvent { get; set; }

    public void Saw(Sense sense) => _senses.Add(sense);
    public bool Has(Sense sense) => _senses.Contains(sense);
    public bool HasAny(params ReadOnlySpan<Sense> senses)
    {
        foreach (var sense in senses)
            if (_senses.Contains(sense)) return true;
        return false;
    }

    public IEnumerable<Token> Content => Mentions.SelectMany(m => m.Words);
    public bool HasNames => Content.Any(w => !Weak.Contains(w));
}
