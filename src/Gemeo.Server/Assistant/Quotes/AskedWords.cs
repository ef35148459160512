using System.Collections.Frozen;
using Gemeo.Knowledge.Search;
using Gemeo.Knowledge.Search.Queries;
using Gemeo.Knowledge.Search.Store;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Words;

namespace Gemeo.Assistant.Quotes;

/// <summary>A question's words: what counts for each in passages of either language, and how much.</summary>
sealed class AskedWords
{
    // Sightings in training below which a word is simply rare.
    const double Rare = 1000;
    const double Sentences = 118_012;

    // Folded. They frame questions of every field, yet retrieval has no reason to pass them over.
    static readonly FrozenSet<string> _frames = FrozenSet.ToFrozenSet(
    [
        "tempo", "vezes", "frequencia", "outro", "outra", "outros", "outras", "devo", "posso", "preciso", "precisa", "fazer", "faz", "feito", "dar", "dado", "dada", "existe", "existem",
        "significa", "leva", "many", "much", "long", "far", "often", "other", "another", "mean", "means", "take", "takes", "need", "needs",
    ], StringComparer.Ordinal);

    static readonly List<(int, double)> _none = [];

    readonly IReadOnlyList<Concept> _concepts;
    readonly Lang _language;
    readonly QuoteWeights _weights;
    readonly Dictionary<string, List<(int Word, double Share)>>[] _stems;
    readonly double[][] _counts;

    public AskedWords(string question, Lang language, IReadOnlyList<Source> sources, Lexicon lexicon, Glossary glossary, QuoteWeights weights)
    {
        (_language, _weights) = (language, weights);
        // Spelling and cognates are looked for among what was found.
        Shard[] shards = [new(), new()];
        for (var i = 0; i < sources.Count; i++) shards[(int)sources[i].Language].Add(AnalysedPassage.Of(new(i, sources[i].Language, sources[i].Text)));
        _concepts = new QueryReader(new(lexicon, glossary, l => shards[(int)l], SearchWeights.Default), SearchWeights.Default).Read(question, language);
        var names = Names(question);
        _stems = [.. Enum.GetValues<Lang>().Select(Stems)];
        _counts = [.. Enum.GetValues<Lang>().Select(told => _concepts.Select(c => Weight(c, told, names, lexicon)).ToArray())];
    }

    public int Count => _concepts.Count;

    /// <summary>As typed, folded.</summary>
    public string Surface(int word) => _concepts[word].Word;

    /// <summary>How much each word counts in passages of a language.</summary>
    public double[] Counts(Lang told) => _counts[(int)told];

    /// <summary>Which words of the question a stem of a passage stands for, and how surely.</summary>
    public List<(int Word, double Share)> For(string stem, Lang told) => _stems[(int)told].GetValueOrDefault(stem) ?? _none;

    /// <summary>Whether a passage is in the other language.</summary>
    public bool IsAcross(Lang told) => told != _language;

    double Weight(Concept concept, Lang told, HashSet<string> names, Lexicon lexicon)
    {
        var weight = concept.Weight * Math.Log(1 + (Sentences / (Rare + lexicon.Seen(concept.Stem, _language))));
        if (_frames.Contains(concept.Word)) weight *= _weights.Frame;
        // That a passage lacks a word of which nobody knows the translation says little; but names and codes are the same everywhere.
        return IsAcross(told) && concept.Other is [{ Origin: Origin.Same }] && !names.Contains(concept.Word) ? weight * _weights.Unknown : weight;
    }

    static HashSet<string> Names(string question) =>
        [.. WordReader.Read(question).Skip(1).Where(w => char.IsUpper(question[w.Start]) || question.AsSpan(w.Start, w.Length).ContainsAnyInRange('0', '9')).Select(w => w.Text)];

    Dictionary<string, List<(int, double)>> Stems(Lang told)
    {
        var stems = new Dictionary<string, List<(int, double)>>(StringComparer.Ordinal);
        for (var word = 0; word < _concepts.Count; word++)
        {
            var options = IsAcross(told) ? _concepts[word].Other : _concepts[word].Same;
            var most = options.Max(o => o.Probability);
            foreach (var option in options)
            {
                if (!stems.TryGetValue(option.Stem, out var all)) stems.Add(option.Stem, all = []);
                all.Add((word, Math.Pow(option.Probability / most, _weights.Doubt)));
            }
        }
        return stems;
    }
}
