using System.Globalization;
using Gemeo.Bench.Report;

namespace Gemeo.Bench.Retrieval;

/// <summary>How well and how fast the index finds.</summary>
sealed class RetrievalBench(Options options)
{
    public void Run(ResultFile file, CancellationToken cancel)
    {
        new VectorSpeed(options).Run(file, cancel);
        if (EvaluationSet.Folder is null)
        {
            file.Line("Retrieval was not measured: the evaluation data (shared/data beside the checkout, or GEMEO_SHARED) is absent.");
            Console.WriteLine("no shared/data beside the checkout: nothing to measure");
            return;
        }
        Quality(file, cancel);
        new RetrievalSpeed(options).Run(file, cancel);
    }

    static void Quality(ResultFile file, CancellationToken cancel)
    {
        var rows = new List<string[]>();
        foreach (var task in QualityTask.All())
        {
            cancel.ThrowIfCancellationRequested();
            var result = task.Run();
            rows.AddRange(Rows(task, result));
            Console.WriteLine($"{task.Name}: BM25 {Text(result.Whole(result.Plain).Ndcg)}, cut {Text(result.Whole(result.Cut).Ndcg)}, Gêmeo {Text(result.Whole(result.Ours).Ndcg)} (held out {Text(result.Held(result.Ours).Ndcg)})");
        }
        file.Heading("Retrieval: quality");
        file.Line("Only what ships: no model, no network. Each question has one right passage. “Held out”: the questions on which nothing was tuned (by the hash of their id, " +
            "EvaluationSet.cs). Cut: accents folded, words cut to six letters. The language of each question is guessed.");
        file.Table(["set", "system", "nDCG@10", "R@5", "MRR", "nDCG@10 held out", "R@5 held out", "× cut"], rows);
    }

    static IEnumerable<string[]> Rows(QualityTask task, QualityResult result)
    {
        foreach (var (name, ranks) in ((string, IReadOnlyList<int>)[])[("BM25", result.Plain), ("BM25, cut", result.Cut), ("Gêmeo", result.Ours)])
        {
            var (whole, held) = (result.Whole(ranks), result.Held(ranks));
            yield return [name == "BM25" ? $"{task.Name} ({result.Ours.Count} questions, {task.Passages.Count} passages)" : "", name,
                Text(whole.Ndcg), Text(whole.Recall), Text(whole.Mrr), Text(held.Ndcg), Text(held.Recall), (whole.Ndcg / result.Whole(result.Cut).Ndcg).ToString("0.00", CultureInfo.InvariantCulture)];
        }
    }

    static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
