using System.Globalization;
using Gemeo.Bench.Answers.Evaluation;
using Gemeo.Bench.Report;
using Gemeo.Bench.Retrieval;
using Gemeo.Bench.Systems;
using Gemeo.Linguistics;

namespace Gemeo.Bench.Answers;

/// <summary>Answers with no model: are they there, are they right, and is it told when there is none.</summary>
static class AnswersBench
{
    public static void Run(ResultFile file, CancellationToken cancel)
    {
        file.Heading("Answers without a model");
        file.Line("Only what ships. Documents are read and cut as the server does; what is quoted is compared word by word. “Held out”: the questions on which nothing was tuned.");
        Demo(file, cancel);
        if (EvaluationSet.Folder is not { } folder)
        {
            file.Line("The rest was not measured: the evaluation data (shared/data beside the checkout, or GEMEO_SHARED) is absent.");
            Console.WriteLine("no shared/data beside the checkout: only the demo's documents were asked");
            return;
        }
        Faquad(file, folder, cancel);
        Debian(file, folder, cancel);
        AcrossLanguages(file, folder, cancel);
        Curve(file);
    }

    static void Faquad(ResultFile file, string folder, CancellationToken cancel)
    {
        using var faquad = new Faquad(Path.Combine(folder, "eval", "faquad-dev.json"), cancel);
        var answers = faquad.Ask().ToList();
        var tuned = answers.ToLookup(a => new EvaluationQuestion(a.Id, null, null, 0).IsForTuning);
        file.Heading("FaQuAD, set as a PDF", 3);
        file.Line("“Contains the answer”: of all questions, those of which a quote has a right answer whole. Abstention: each question is asked with its passage and without it; right is to find nothing without it.");
        file.Table(["questions", "contains the answer", "answered", "abstention F1", "precision", "recall", "citations true", "quotes", "letters"],
            new[] { ("all", answers), ("held out", [.. tuned[false]]), ("tuned on", [.. tuned[true]]) }.Select(s => Row(s.Item1, s.Item2)));
        var off = OpenQuestions.OffTopic.Select(q => (q.Language, Found: faquad.Ask(q.Text, q.Language).Answer.Citations.Count > 0)).ToList();
        file.Line($"Off-topic questions about which nothing was found: {off.Count(o => !o.Found)} of {off.Count}.");
        var times = answers.Select(a => a.Time.TotalMilliseconds).Order().ToList();
        file.Line(string.Create(CultureInfo.InvariantCulture, $"To choose what to quote, one thread, after the search: median {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms."));
        Console.WriteLine($"FaQuAD: {string.Join(", ", Row("all", answers))}; off-topic {off.Count(o => !o.Found)} of {off.Count}; p50 {times[times.Count / 2]:0.00} ms");
    }

    static string[] Row(string name, List<FaquadAnswer> answers)
    {
        var abstention = Abstention.Of(answers);
        return
        [
            $"{name} ({answers.Count})", Share(answers.Average(a => a.Contains ? 1.0 : 0)), Share(answers.Average(a => a.IsAnswered ? 1.0 : 0)), Share(abstention.F1), Share(abstention.Precision),
            Share(abstention.Recall), $"{answers.Count(a => a.IsTrue)} of {answers.Count}", answers.Where(a => a.IsAnswered).Average(a => a.Answer.Citations.Count).ToString("0.0", CultureInfo.InvariantCulture),
            answers.Where(a => a.IsAnswered).Average(a => a.Answer.Citations.Sum(c => c.Quote.Length)).ToString("0", CultureInfo.InvariantCulture),
        ];
    }

    static void Debian(ResultFile file, string folder, CancellationToken cancel)
    {
        using var shelf = new Shelf();
        shelf.Add(Path.Combine(folder, "pdf", "debian-reference.en.pdf"), "debian-reference", cancel);
        Open(file, "Portuguese questions over the English Debian Reference, the Portuguese edition absent", OpenQuestions.Debian, shelf);
    }

    static void Demo(ResultFile file, CancellationToken cancel)
    {
        using var shelf = new Shelf();
        foreach (var document in Directory.GetFiles(Path.Combine(Repository.Root, "labs", "demo", "documents"), "*.pdf").Order(StringComparer.Ordinal))
            shelf.Add(document, Path.GetFileNameWithoutExtension(document), cancel);
        Open(file, "The demo lab's documents, each question in the language that its answer is not in", OpenQuestions.Demo, shelf);
    }

    static void AcrossLanguages(ResultFile file, string folder, CancellationToken cancel)
    {
        foreach (var asked in Enum.GetValues<Lang>())
        {
            using var shelf = Across.Shelf(asked, Repository.Root, folder, cancel);
            foreach (var (half, name) in new[] { (Across.Held, "held out"), (Across.Tuned, "tuned on") })
                Open(file, $"Facts in one language, asked in the other: {(asked == Lang.Pt ? "Portuguese" : "English")} questions, {name}", Across.Questions(half, asked), shelf);
        }
    }

    static void Curve(ResultFile file)
    {
        file.Heading("Pirá, each question in the language that the abstract is not in, with its abstract and without it", 3);
        file.Line("By the least support in the other language: answered (with the abstract there) / abstention F1.");
        double[] thresholds = [3, 3.4, 3.75, 4, 4.25, 4.5, 5];
        var rows = new List<string[]>();
        foreach (var asked in Enum.GetValues<Lang>())
        {
            using var pira = new Pira(asked);
            foreach (var held in new[] { false, true })
                rows.Add([$"{(asked == Lang.Pt ? "pt → en" : "en → pt")}{(held ? ", held out" : "")}", .. pira.Curve(held, thresholds).Select(p => $"{Share(p.Answered)} / {Share(p.F1)}")]);
        }
        file.Table(["", .. thresholds.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture))], rows);
        foreach (var row in rows) Console.WriteLine($"Pirá {string.Join("  ", row)}");
    }

    static void Open(ResultFile file, string title, List<OpenQuestion> questions, Shelf shelf)
    {
        var answers = questions.Select(q => OpenQuestions.Ask(q, shelf)).ToList();
        file.Heading(title, 3);
        file.Line($"The page that answers is quoted for {answers.Count(a => a.PageIsQuoted)} of {answers.Count}, its very words for {answers.Count(a => a.WordsAreQuoted)}; citations true for {answers.Count(a => a.IsTrue)}.");
        file.Table(["question", "words", "page", "quoted words"], answers.Select(a => (string[])[a.Question.Text, string.Join(" … ", a.Question.Words), Mark(a.PageIsQuoted), Mark(a.WordsAreQuoted)]));
        Console.WriteLine($"{title}: pages {answers.Count(a => a.PageIsQuoted)}, words {answers.Count(a => a.WordsAreQuoted)} of {answers.Count}");
    }

    static string Mark(bool isSo) => isSo ? "yes" : "no";

    static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
