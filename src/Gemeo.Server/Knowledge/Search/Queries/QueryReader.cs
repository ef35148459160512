using Gemeo.Linguistics;
using Gemeo.Linguistics.Words;

namespace Gemeo.Knowledge.Search.Queries;

/// <summary>Turns a question into what is looked for.</summary>
sealed class QueryReader(Translator translator, SearchWeights weights)
{
    const int MostWords = 64;
    const int MostLetters = 2000;

    public List<Concept> Read(string text, Lang language)
    {
        if (text.Length > MostLetters) text = text[..MostLetters];
        var terms = Terms.Of(text, language);
        if (terms.Count > MostWords) terms.RemoveRange(MostWords, terms.Count - MostWords);
        var spelt = SpeltOut.In(text);
        var options = translator.Translate(terms, language);
        var concepts = new List<Concept>();
        for (var i = 0; i < terms.Count; i++)
            concepts.Add(new(terms[i].Surface, terms[i].Stem, Weight(terms[i], spelt), terms[i].Joined, translator.Same(terms[i].Stem, language), options[i]));
        return Merged(concepts);
    }

    double Weight(Term term, List<(int Start, int End)> spelt)
    {
        var weight = term.Joined ? weights.Joined : 1;
        return spelt.Any(s => term.Start >= s.Start && term.End <= s.End) ? weight * weights.SpeltOut : weight;
    }

    // A word that stands twice counts twice, but is looked up once.
    static List<Concept> Merged(List<Concept> concepts)
    {
        var merged = new List<Concept>();
        foreach (var concept in concepts)
        {
            var same = merged.FindIndex(c => c.Stem == concept.Stem);
            if (same < 0) merged.Add(concept);
            else merged[same] = merged[same] with { Weight = merged[same].Weight + concept.Weight };
        }
        return merged;
    }
}
