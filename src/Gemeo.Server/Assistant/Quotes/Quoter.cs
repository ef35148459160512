using Gemeo.Assistant.Grounding;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Sentences;

namespace Gemeo.Assistant.Quotes;

/// <summary>Answers without a model: quotes the best-supported sentences of what was found, or says that nothing was. Immutable.</summary>
public sealed class Quoter(Lexicon lexicon, Glossary glossary, QuoteWeights weights)
{
    const int MostQuestion = 2000;
    const int MostText = 20_000;
    const int MostQuote = 700;

    public Quoter() : this(Lexicon.Default, Glossary.Default, QuoteWeights.Default)
    {
    }

    /// <param name="language">The question's; quotes stay in their document's.</param>
    /// <param name="sources">Best first.</param>
    public Grounded Answer(string question, Lang language, IReadOnlyList<Source> sources)
    {
        var judged = Judge(question, language, sources);
        if (judged.Count == 0 || !IsSupported(judged[0], language, sources)) return new(QuoteWording.Nothing(language, sources), []);
        var parts = Together(Chosen(judged, sources), sources);
        var citations = parts.Select((part, i) => Citation.Of(i + 1, sources[part.Passage], part.Span.Start, part.Span.Length)).ToList();
        return new(QuoteWording.Found(language, citations, [.. parts.Select(p => sources[p.Passage].Language)]), citations);
    }

    /// <summary>Every sentence, best first.</summary>
    internal List<Judged> Judge(string question, Lang language, IReadOnlyList<Source> sources)
    {
        if (question.Length > MostQuestion) question = question[..MostQuestion];
        var read = sources.Take(weights.Passages).Select(s => s.Text.Length > MostText ? s with { Text = s.Text[..MostText] } : s).ToList();
        var asked = new AskedWords(question, language, read, lexicon, glossary, weights);
        if (asked.Count == 0 || read.Count == 0) return [];
        var judge = new Judge(asked, Wanted.By(question), weights);
        var best = Math.Max(read.Max(s => s.Score), 1e-9);
        return [.. read.SelectMany((source, i) => judge.Read(i, source, source.Score / best)).OrderByDescending(j => j.Score)];
    }

    bool IsSupported(Judged best, Lang language, IReadOnlyList<Source> sources) =>
        best.Support >= (sources[best.Passage].Language == language ? weights.Least : weights.LeastAcross);

    List<Judged> Chosen(List<Judged> judged, IReadOnlyList<Source> sources)
    {
        var (chosen, said) = (new List<Judged>(), new HashSet<string>());
        foreach (var one in judged)
        {
            if (chosen.Count == weights.Most || one.Score < weights.Near * judged[0].Score) break;
            if (said.Add(one.Unit.Span.In(sources[one.Passage].Text).ToString())) chosen.Add(one);
        }
        return chosen;
    }

    /// <summary>In the order of the page, the best passage first; sentences that follow one another are one quote.</summary>
    static List<(int Passage, Span Span)> Together(List<Judged> chosen, IReadOnlyList<Source> sources)
    {
        var parts = new List<(int Passage, Span Span)>();
        foreach (var passage in chosen.GroupBy(c => c.Passage))
            foreach (var span in passage.Select(c => Cut(c.Unit.Span, sources[passage.Key].Text)).OrderBy(s => s.Start))
            {
                if (parts.Count > 0 && parts[^1] is var last && last.Passage == passage.Key && Follows(last.Span, span, sources[passage.Key].Text))
                    parts[^1] = (last.Passage, last.Span with { Length = span.End - last.Span.Start });
                else parts.Add((passage.Key, span));
            }
        return parts;
    }

    static bool Follows(Span first, Span second, string text) =>
        second.End - first.Start <= MostQuote && text.AsSpan(first.End, second.Start - first.End) is var between && between.IsWhiteSpace() && !between.Contains('\n');

    /// <summary>What never ends is no sentence: as much of it as a person reads, to the end of a word.</summary>
    static Span Cut(Span span, string text)
    {
        if (span.Length <= MostQuote) return span;
        var end = text.LastIndexOf(' ', span.Start + MostQuote, MostQuote);
        if (end <= span.Start) end = span.Start + MostQuote - (char.IsHighSurrogate(text[span.Start + MostQuote - 1]) ? 1 : 0);
        return span with { Length = end - span.Start };
    }
}
