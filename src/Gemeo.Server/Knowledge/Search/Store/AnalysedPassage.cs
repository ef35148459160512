using Gemeo.Linguistics.Sentences;
using Gemeo.Linguistics.Words;

namespace Gemeo.Knowledge.Search.Store;

/// <summary>A passage cut into sentences of terms; made before the index is locked.</summary>
sealed record AnalysedPassage(int Id, List<List<Term>> Sentences)
{
    // A table or a list without full stops is no sentence.
    const int Longest = 50;

    public static AnalysedPassage Of(Passage passage)
    {
        var sentences = new List<List<Term>>();
        var spans = Sentence.Split(passage.Text);
        var (terms, at) = (Terms.Of(passage.Text, passage.Language), 0);
        foreach (var span in spans)
        {
            var sentence = new List<Term>();
            for (; at < terms.Count && terms[at].Start < span.End; at++)
            {
                if (sentence.Count >= Longest) Close(ref sentence, sentences);
                sentence.Add(terms[at]);
            }
            Close(ref sentence, sentences);
        }
        return new(passage.Id, sentences);
    }

    static void Close(ref List<Term> sentence, List<List<Term>> sentences)
    {
        if (sentence.Count > 0) sentences.Add(sentence);
        sentence = [];
    }
}
