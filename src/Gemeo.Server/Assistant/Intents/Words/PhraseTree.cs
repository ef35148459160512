using Gemeo.Assistant.Intents.Reading;

namespace Gemeo.Assistant.Intents.Words;

/// <summary>Phrases of several words, found where they begin.</summary>
sealed class PhraseTree<T>
{
    readonly Dictionary<string, PhraseTree<T>> _next = [];
    readonly List<T> _here = [];

    /// <param name="phrase">As a person writes it; it is cut like any text.</param>
    public void Add(string phrase, T meaning)
    {
        var at = this;
        foreach (var token in Utterance.Read(phrase).Tokens)
        {
            if (!at._next.TryGetValue(token.Text, out var next)) at._next[token.Text] = next = new();
            at = next;
        }
        if (at != this && !at._here.Contains(meaning)) at._here.Add(meaning);
    }

    /// <summary>Every phrase that begins at a token, with how many tokens it takes.</summary>
    public IEnumerable<(T Meaning, int Length)> At(IReadOnlyList<Token> tokens, int start)
    {
        var at = this;
        for (var i = start; i < tokens.Count && at._next.TryGetValue(tokens[i].Text, out var next); i++)
        {
            at = next;
            foreach (var meaning in at._here) yield return (meaning, i - start + 1);
        }
    }

    public bool Knows(string word) => _next.ContainsKey(word);
}
