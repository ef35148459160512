using System.Text.Json;
using Gemeo.Bench.Systems;
using Gemeo.Linguistics;

namespace Gemeo.Bench.Retrieval;

sealed record EvaluationPassage(int Id, string? Pt, string? En, string? PtMachine);

sealed record EvaluationQuestion(string Id, string? Pt, string? En, int Gold)
{
    /// <summary>Weights are chosen on these (FNV-1a of the id, its eighth bit) and reported on the others too.</summary>
    public bool IsForTuning
    {
        get
        {
            var hash = 2166136261u;
            foreach (var letter in Id) hash = (hash ^ letter) * 16777619u;
            return ((hash >> 7) & 1) == 0;
        }
    }
}

/// <summary>Questions, each with the one passage that answers it, from the data that stands beside the checkout.</summary>
sealed record EvaluationSet(string Name, IReadOnlyList<EvaluationPassage> Passages, IReadOnlyList<EvaluationQuestion> Questions)
{
    /// <summary>Where the data of development lies; null when it is not there.</summary>
    public static string? Folder => Candidates().FirstOrDefault(Directory.Exists);

    public static EvaluationSet Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "eval", name + ".json")));
        var root = document.RootElement;
        return new(name,
            [.. root.GetProperty("passages").EnumerateArray().Select(p => new EvaluationPassage(p.GetProperty("id").GetInt32(), Text(p, "pt"), Text(p, "en"), Text(p, "pt_mt")))],
            [.. root.GetProperty("queries").EnumerateArray().Select(q => new EvaluationQuestion(q.GetProperty("id").ToString(), Text(q, "pt"), Text(q, "en"), q.GetProperty("gold").GetInt32()))]);
    }

    /// <summary>The questions that we put into the other language by hand: a resource with id, tab, text in each line.</summary>
    public EvaluationSet InOurWords(string resource, Func<EvaluationQuestion, string, EvaluationQuestion> put)
    {
        using var stream = typeof(EvaluationSet).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var texts = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToDictionary(p => p[0], p => p[1]);
        return this with { Questions = [.. Questions.Where(q => texts.ContainsKey(q.Id)).Select(q => put(q, texts[q.Id]))] };
    }

    static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("GEMEO_SHARED") is { Length: > 0 } named) yield return Path.Combine(named, "data");
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent) yield return Path.Combine(folder.FullName, "shared", "data");
    }
}
