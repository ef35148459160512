using System.Diagnostics;
using System.Text.Json;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Quotes;
using Gemeo.Linguistics;
using Gemeo.Tests.Knowledge.Reading;

namespace Gemeo.Bench.Answers.Evaluation;

/// <summary>What became of one question.</summary>
/// <param name="Contains">Whether one quote has a right answer, word by word.</param>
/// <param name="WithoutGold">The answer when the passage that answers is not there.</param>
/// <param name="IsTrue">Whether the text of every citation stands on its page, at its place.</param>
/// <param name="Time">To choose what to quote.</param>
sealed record FaquadAnswer(string Id, bool Contains, Grounded Answer, Grounded WithoutGold, bool IsTrue, TimeSpan Time)
{
    public bool IsAnswered => Answer.Citations.Count > 0;
}

/// <summary>FaQuAD's passages set as a PDF, read and cut as any other; each question asked with its passage there and without it.</summary>
sealed class Faquad : IDisposable
{
    const int Found = 10;
    // Passages of one article share phrases.
    const int SharedGrams = 3;

    readonly Shelf _shelf = new();
    readonly Quoter _quoter = new();
    readonly Dictionary<int, List<int>> _goldChunks;
    readonly JsonElement _root;

    public Faquad(string json, CancellationToken cancel)
    {
        _root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(json));
        var file = Path.Combine(Path.GetTempPath(), $"gemeo-faquad-{Guid.NewGuid():N}.pdf");
        try
        {
            var passages = _root.GetProperty("passages").EnumerateArray().Select(p => (Id: p.GetProperty("id").GetInt32(), Title: p.GetProperty("title").GetString(), Text: p.GetProperty("pt").GetString()!)).ToList();
            File.WriteAllBytes(file, TypesetPdf.Of(passages.Select(p => (p.Title, p.Text))));
            _shelf.Add(file, "faquad", cancel);
            var grams = _shelf.Chunks.Select(c => (c.Id, Grams: Texts.Grams(c.Chunk.Text))).ToList();
            _goldChunks = passages.ToDictionary(p => p.Id, p => Texts.Grams(p.Text) is var gold ? grams.Where(g => g.Grams.Count(gold.Contains) >= SharedGrams).Select(g => g.Id).ToList() : []);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public IEnumerable<FaquadAnswer> Ask()
    {
        foreach (var query in _root.GetProperty("queries").EnumerateArray())
        {
            var question = query.GetProperty("pt").GetString()!;
            var (answer, time) = Ask(question, Lang.Pt);
            var without = _shelf.Without(_goldChunks[query.GetProperty("gold").GetInt32()], () => Ask(question, Lang.Pt).Answer);
            var right = query.GetProperty("answers").EnumerateArray().Select(a => Texts.Plain(a.GetString()!)).ToList();
            yield return new(query.GetProperty("id").ToString(), answer.Citations.Any(c => right.Any(Texts.Plain(c.Quote).Contains)), answer, without,
                answer.Citations.Concat(without.Citations).All(_shelf.IsTrue), time);
        }
    }

    public (Grounded Answer, TimeSpan Time) Ask(string question, Lang language)
    {
        var found = _shelf.Find(question, language, Found);
        var start = Stopwatch.GetTimestamp();
        var answer = _quoter.Answer(question, language, found);
        return (answer, Stopwatch.GetElapsedTime(start));
    }

    public void Dispose() => _shelf.Dispose();
}

/// <summary>How well it is told what cannot be answered.</summary>
readonly record struct Abstention(double Precision, double Recall)
{
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Abstention Of(IReadOnlyCollection<FaquadAnswer> answers)
    {
        var (right, wrong) = (answers.Count(a => a.WithoutGold.Citations.Count == 0), answers.Count(a => !a.IsAnswered));
        return new(right + wrong > 0 ? (double)right / (right + wrong) : 0, (double)right / answers.Count);
    }
}
