using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gemeo.Bench.Report;
using Gemeo.Knowledge.Search;

namespace Gemeo.Bench.Retrieval;

/// <summary>Questions a second, the slowest hundredth, memory and the cost of adding, at three sizes; SQLite's FTS5 beside it.</summary>
sealed class RetrievalSpeed(Options options)
{
    const int Pdf = 50;

    int Questions => options.Quick ? 200 : 1000;

    int[] Sizes => options.Quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];

    public void Run(ResultFile file, CancellationToken cancel)
    {
        var (texts, questions) = (new SampleChunks(), SampleChunks.Questions(Questions));
        var rows = new List<string[]>();
        foreach (var size in Sizes)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var index = new SearchIndex();
            var adding = Timed(() => index.Add(texts.Take(size, 0)));
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            var more = texts.Take(Pdf, size).ToList();
            var pdf = Timed(() => index.Add(more));
            foreach (var question in questions.Take(50)) index.Search(question);
            var alone = Times(questions, q => index.Search(q), cancel);
            var busy = WhileWriting(index, texts, questions, cancel);
            using var peer = new Fts5(texts.Take(size, 0));
            var theirs = Times(questions, q => peer.Search(q), cancel);
            rows.Add([Stats.Count(size), Rate(alone), Ms(alone, .5), Ms(alone, .99), Ms(busy, .99), $"{memory / 1048576.0:0} MiB", Ms(pdf), $"{size / adding.TotalSeconds:0}/s", Rate(theirs), Ms(theirs, .99)]);
            Console.WriteLine(string.Join(" | ", rows[^1]));
        }
        file.Heading("Retrieval: speed");
        file.Line($"Chunks of about 300 words, half Portuguese, half English, made of sentences of the parallel texts; {Questions} questions of the evaluation sets, one after another, " +
            "both languages searched for each. “While adding”: another thread adds and removes chunks all the time. FTS5: the same chunks in SQLite in memory, words joined by OR, bm25(), ten best; one language only, no translation.");
        file.Table(["chunks", "questions/s", "median ms", "p99 ms", "p99 ms while adding", "memory", $"adding {Pdf} more, ms", "chunks added", "FTS5 questions/s", "FTS5 p99 ms"], rows);
    }

    static ImmutableArray<double> WhileWriting(SearchIndex index, SampleChunks texts, IReadOnlyList<string> questions, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var more = texts.Take(Pdf, index.Count).ToList();
        var writer = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                index.Add(more);
                index.Remove(more.Select(m => m.Id));
            }
        }, cancel);
        var times = Times(questions, q => index.Search(q), cancel);
        stop.Cancel();
        writer.GetAwaiter().GetResult();
        return times;
    }

    static ImmutableArray<double> Times(IReadOnlyList<string> questions, Action<string> search, CancellationToken cancel)
    {
        var times = ImmutableArray.CreateBuilder<double>(questions.Count);
        foreach (var question in questions)
        {
            cancel.ThrowIfCancellationRequested();
            times.Add(Timed(() => search(question)).TotalMilliseconds);
        }
        return times.ToImmutable().Sort();
    }

    static TimeSpan Timed(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    static string Rate(ImmutableArray<double> times) => Stats.Count(1000 / times.Average());

    static string Ms(ImmutableArray<double> times, double share) => Stats.Text(Stats.Quantile(times, share), "0.0");

    static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
