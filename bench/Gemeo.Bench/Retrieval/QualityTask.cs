using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Bench.Retrieval;

/// <summary>One set, asked in one language over passages in one language (or each in one of both).</summary>
sealed record QualityTask(string Name, IReadOnlyList<Passage> Passages, IReadOnlyList<(string Text, Lang Language, int Gold, bool Tuned)> Questions)
{
    const int Depth = 100;

    public static IEnumerable<QualityTask> All()
    {
        var (pira, faquad, teleqna) = (EvaluationSet.Read("pira-dev"), EvaluationSet.Read("faquad-dev"), EvaluationSet.Read("teleqna-dev"));
        yield return Of("pira-dev, pt → en", pira, Lang.Pt, Lang.En);
        yield return Of("faquad-dev, pt → pt", faquad, Lang.Pt, Lang.Pt);
        yield return Of("teleqna-dev, en → en", teleqna, Lang.En, Lang.En);
        yield return Of("teleqna-dev in our Portuguese → en", teleqna.InOurWords("teleqna-pt.tsv", (q, text) => q with { Pt = text }), Lang.Pt, Lang.En);
        yield return Of("faquad-dev in our English → pt", faquad.InOurWords("faquad-en.tsv", (q, text) => q with { En = text }), Lang.En, Lang.Pt);
        yield return Of("pira-dev, en → pt (machine-translated)", pira, Lang.En, Lang.Pt);
        yield return Of("pira-dev, en → en (what translation could reach)", pira, Lang.En, Lang.En);
        var each = pira.Passages.Select(p => p.Id % 2 == 0 ? new Passage(p.Id, Lang.En, p.En!) : new Passage(p.Id, Lang.Pt, p.PtMachine!)).ToList();
        yield return new("pira-dev, pt → each passage in one of both", each, Asked(pira, Lang.Pt));
        yield return new("pira-dev, en → each passage in one of both", each, Asked(pira, Lang.En));
    }

    static QualityTask Of(string name, EvaluationSet set, Lang asked, Lang told) => new(name,
        [.. set.Passages.Select(p => new Passage(p.Id, told, (told == Lang.En ? p.En : p.Pt ?? p.PtMachine)!))], Asked(set, asked));

    static List<(string, Lang, int, bool)> Asked(EvaluationSet set, Lang asked) =>
        [.. set.Questions.Select(q => ((asked == Lang.Pt ? q.Pt : q.En)!, asked, q.Gold, q.IsForTuning))];

    public QualityResult Run()
    {
        var texts = Passages.Select(p => (p.Id, p.Text)).ToList();
        var (plain, cut) = (new PlainBm25(texts, PlainBm25.Words), new PlainBm25(texts, PlainBm25.FoldedAndCut));
        using var index = new SearchIndex();
        index.Add(Passages);
        return new(Name, [.. Questions.Select(q => q.Tuned)],
            Ranks(q => plain.Search(q.Text, Depth)), Ranks(q => cut.Search(q.Text, Depth)), Ranks(q => [.. index.Search(q.Text, null, Depth).Select(h => h.Id)]));
    }

    List<int> Ranks(Func<(string Text, Lang Language), IReadOnlyList<int>> search) =>
        [.. Questions.Select(q => search((q.Text, q.Language)) is var found && found.ToList().IndexOf(q.Gold) is >= 0 and var at ? at + 1 : 0)];
}

/// <summary>Ranks of the right passage, question by question.</summary>
sealed record QualityResult(string Name, IReadOnlyList<bool> Tuned, IReadOnlyList<int> Plain, IReadOnlyList<int> Cut, IReadOnlyList<int> Ours)
{
    public Figures Whole(IReadOnlyList<int> ranks) => Figures.Of(ranks);

    public Figures Held(IReadOnlyList<int> ranks) => Figures.Of([.. ranks.Where((_, i) => !Tuned[i])]);
}
