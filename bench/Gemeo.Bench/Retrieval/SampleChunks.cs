using Gemeo.Knowledge.Search;
using Gemeo.Linguistics;

namespace Gemeo.Bench.Retrieval;

/// <summary>As many chunks as are wanted, the same ones every time.</summary>
sealed class SampleChunks
{
    const int Words = 300;

    readonly string[] _english;
    readonly string[] _portuguese;

    public SampleChunks()
    {
        var pairs = Directory.GetFiles(Path.Combine(EvaluationSet.Folder!, "parallel"), "*.tsv").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(l => l.Split('\t')).Where(p => p.Length == 2).ToArray();
        (_english, _portuguese) = ([.. pairs.Select(p => p[0])], [.. pairs.Select(p => p[1])]);
    }

    public IEnumerable<Passage> Take(int count, int first) => Enumerable.Range(first, count).Select(Chunk);

    public static IReadOnlyList<string> Questions(int count)
    {
        var (pira, faquad, teleqna) = (EvaluationSet.Read("pira-dev"), EvaluationSet.Read("faquad-dev"), EvaluationSet.Read("teleqna-dev"));
        string[] all = [.. pira.Questions.Select(q => q.Pt!), .. faquad.Questions.Select(q => q.Pt!), .. teleqna.Questions.Select(q => q.En!)];
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => all[random.Next(all.Length)])];
    }

    Passage Chunk(int number)
    {
        var (random, language) = (new Random(number), number % 2 == 0 ? Lang.Pt : Lang.En);
        var (from, text, words) = (language == Lang.Pt ? _portuguese : _english, new List<string>(), 0);
        while (words < Words)
        {
            // A few sentences in a row, as a document has them, then from elsewhere.
            var at = random.Next(from.Length - 4);
            for (var i = 0; i < 4 && words < Words; i++)
            {
                text.Add(from[at + i]);
                words += from[at + i].Count(c => c == ' ') + 1;
            }
        }
        return new(number, language, string.Join(' ', text));
    }
}
