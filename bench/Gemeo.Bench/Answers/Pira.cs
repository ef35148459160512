using Gemeo.Assistant.Quotes;
using Gemeo.Bench.Retrieval;
using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;

namespace Gemeo.Bench.Answers;

/// <param name="Least">The least support in the other language.</param>
/// <param name="Answered">The share of questions that are answered when the passage that answers is there.</param>
/// <param name="F1">How well it is told when it is not.</param>
readonly record struct PiraPoint(double Least, double Answered, double F1);

/// <summary>Pirá's questions over its abstracts in the other language, each asked with the abstract that answers and without it.</summary>
sealed class Pira : IDisposable
{
    const int Found = 10;

    readonly SearchIndex _index = new();
    readonly EvaluationSet _set = EvaluationSet.Read("pira-dev");
    readonly Dictionary<int, string> _texts;
    readonly Lang _asked;
    readonly Lang _told;

    public Pira(Lang asked)
    {
        (_asked, _told) = (asked, asked == Lang.Pt ? Lang.En : Lang.Pt);
        _texts = _set.Passages.ToDictionary(p => p.Id, p => (_told == Lang.En ? p.En : p.PtMachine)!);
        _index.Add(_texts.Select(t => new Passage(t.Key, _told, t.Value)));
    }

    /// <param name="held">Only those on which nothing was tuned.</param>
    public List<PiraPoint> Curve(bool held, IReadOnlyList<double> thresholds)
    {
        var questions = _set.Questions.Where(q => !held || !q.IsForTuning).Select(q => (Text: (_asked == Lang.Pt ? q.Pt : q.En)!, q.Gold)).Select(q => (q.Text, q.Gold, Found: Find(q.Text))).ToList();
        return [.. thresholds.Select(least => Point(least, questions, _asked))];
    }

    static PiraPoint Point(double least, List<(string Text, int Gold, List<Source> Found)> questions, Lang asked)
    {
        var quoter = new Quoter(Lexicon.Default, Glossary.Default, QuoteWeights.Default with { LeastAcross = least });
        int Answered(Func<(string Text, int Gold, List<Source> Found), IEnumerable<Source>> from) => questions.Count(q => quoter.Answer(q.Text, asked, [.. from(q).Take(Found)]).Citations.Count > 0);
        var (with, without) = (Answered(q => q.Found), Answered(q => q.Found.Where(s => s.Document != Name(q.Gold))));
        var (right, wrong) = (questions.Count - without, questions.Count - with);
        return new(least, (double)with / questions.Count, 2.0 * right / (right + wrong + questions.Count));
    }

    List<Source> Find(string question) =>
        [.. _index.Search(question, _asked, Found + 1).Select(h => new Source(Name(h.Id), Name(h.Id), 1, null, _texts[h.Id], 0, _told, h.Score))];

    static string Name(int id) => $"pira-{id}";

    public void Dispose() => _index.Dispose();
}
