using Gemeo.Knowledge.Search.Store;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Stemming;
using Gemeo.Linguistics.Words;

namespace Gemeo.Knowledge.Search.Queries;

/// <summary>Finds what counts for the words of a question, in its own language and in the other.</summary>
sealed class Translator(Lexicon lexicon, Glossary glossary, Func<Lang, Shard> shard, SearchWeights weights)
{
    const int MostLike = 5;
    // Beyond so many times the trust in cognates they would have less than a fiftieth to say.
    const int WellKnown = 50;

    /// <summary>The word itself; when it stands nowhere, those that look like it.</summary>
    public IReadOnlyList<Option> Same(string stem, Lang language)
    {
        var shardOfIt = shard(language);
        if (shardOfIt.Live(stem) > 0 || shardOfIt.Count == 0) return [new(stem, 1, Origin.Same)];
        var (like, _) = Like(stem, shardOfIt, Origin.Spelling);
        return like.Count > 0 ? like : [new(stem, 1, Origin.Same)];
    }

    /// <summary>For each term of the question, what counts for it in the other language.</summary>
    public IReadOnlyList<Option>[] Translate(List<Term> terms, Lang from)
    {
        var options = terms.Select(t => Learnt(t, from)).ToArray();
        var parts = Enumerable.Range(0, terms.Count).Where(i => !terms[i].Joined).ToArray();
        var stems = parts.Select(i => terms[i].Stem).ToArray();
        for (var at = 0; at < parts.Length;)
        {
            var length = Math.Min(glossary.Longest, parts.Length - at);
            while (length > 0 && glossary.Find(stems.AsSpan(at, length), from) is null) length--;
            if (length > 0) Rewrite(options, parts.AsSpan(at, length), stems.AsSpan(at, length), glossary.Find(stems.AsSpan(at, length), from)!, from);
            at += Math.Max(1, length);
        }
        return options;
    }

    // Each translation's words are given to the words of the term that they most probably stand for.
    void Rewrite(IReadOnlyList<Option>[] options, ReadOnlySpan<int> parts, ReadOnlySpan<string> stems, IReadOnlyList<string[]> translations, Lang from)
    {
        var given = stems.ToArray().Select(_ => new List<Option>()).ToArray();
        foreach (var translation in translations)
            foreach (var word in translation)
                given[Owner(options, parts, given, word)].Add(new(word, 1.0 / translations.Count / Math.Max(1, translation.Length - stems.Length + 1), Origin.Glossary));
        for (var i = 0; i < parts.Length; i++)
            if (given[i].Count > 0) options[parts[i]] = Mixed(given[i], GlossaryShare(stems[i], from), options[parts[i]]);
    }

    // What was seen often in training is known well, yet seldom in the sense of a laboratory.
    double GlossaryShare(string stem, Lang from) =>
        Math.Max(weights.GlossaryLeast, weights.GlossaryTrust / (weights.GlossaryTrust + lexicon.Seen(stem, from)));

    static int Owner(IReadOnlyList<Option>[] options, ReadOnlySpan<int> parts, List<Option>[] given, string word)
    {
        var (owner, best) = (-1, 0.0);
        for (var i = 0; i < parts.Length; i++)
            foreach (var option in options[parts[i]])
                if (option.Stem == word && option.Probability > best) (owner, best) = (i, option.Probability);
        if (owner >= 0) return owner;
        var free = Array.FindIndex(given, g => g.Count == 0);
        return free >= 0 ? free : given.Length - 1;
    }

    List<Option> Learnt(Term term, Lang from)
    {
        var to = from == Lang.Pt ? Lang.En : Lang.Pt;
        var learnt = lexicon.Mutual(term.Stem, from).Select(t => new Option(t.Stem, t.Probability, Origin.Lexicon)).ToList();
        var seen = learnt.Count > 0 ? lexicon.Seen(term.Stem, from) : 0;
        if (seen > weights.CognateTrust * WellKnown && !term.Acronym) return learnt;
        var (cognates, likeness) = Like(Stem.Of(term.Surface, to), term.Stem, shard(to));
        if (cognates.Count == 0) return learnt.Count > 0 ? learnt : [new(Stem.Of(term.Surface, to), 1, Origin.Same)];
        if (term.Acronym && cognates[0].Origin == Origin.Same) seen = 0;
        var doubt = weights.CognateTrust * Math.Pow(likeness, 2);
        return Mixed(cognates, doubt / (seen + doubt), learnt);
    }

    // A name or a code is the same word in both languages; else what looks like it.
    (List<Option> Options, double Likeness) Like(string same, string stem, Shard other) =>
        other.Live(same) > 0 ? ([new(same, 1, Origin.Same)], 1) : Like(stem, other, Origin.Cognate);

    (List<Option> Options, double Likeness) Like(string stem, Shard within, Origin origin)
    {
        var like = within.Like(stem, weights.Likeness).Take(MostLike).Select(l => (l.Stem, Weight: Math.Pow(l.Likeness, weights.LikenessPower), l.Likeness)).ToList();
        var sum = like.Sum(l => l.Weight);
        return ([.. like.Select(l => new Option(l.Stem, l.Weight / sum, origin))], like.Count > 0 ? like[0].Likeness : 0);
    }

    static List<Option> Mixed(List<Option> first, double share, IReadOnlyList<Option> second) =>
        [.. first.Select(o => o with { Probability = o.Probability * share }).Concat(second.Select(o => o with { Probability = o.Probability * (1 - share) }))
            .GroupBy(o => o.Stem).Select(g => new Option(g.Key, g.Sum(o => o.Probability), g.MaxBy(o => o.Probability).Origin))
            .OrderByDescending(o => o.Probability).ThenBy(o => o.Stem, StringComparer.Ordinal)];
}
