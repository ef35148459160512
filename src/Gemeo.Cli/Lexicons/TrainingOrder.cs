using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gemeo.Linguistics;
using Gemeo.Linguistics.Lexicons;
using Gemeo.Linguistics.Lexicons.Training;
using Gemeo.Linguistics.Words;

namespace Gemeo.Cli.Lexicons;

/// <summary>Files to learn from, and where the result goes.</summary>
sealed record TrainingOrder(string[] Files, string Out, IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, string> Licences)
{
    static readonly JsonSerializerOptions _style = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public LexiconManifest Run(Words words, Action<string, double> watch, CancellationToken cancel)
    {
        var (pairs, sources) = (new List<SentencePair>(), new List<LexiconSource>());
        foreach (var file in Files)
        {
            cancel.ThrowIfCancellationRequested();
            watch(words["Lendo", "Reading"], (double)sources.Count / Files.Length);
            sources.Add(Read(file, pairs));
        }
        var lexicon = LexiconTrainer.Train(pairs, TrainingOptions.Default, step => watch(Name(words, step.Phase), step.Done), cancel);
        return Write(lexicon, sources);
    }

    LexiconSource Read(string file, List<SentencePair> pairs)
    {
        var (before, lines) = (pairs.Count, 0);
        foreach (var line in File.ReadLines(file))
        {
            lines++;
            if (SentencePair.Of(line) is { } pair) pairs.Add(pair);
        }
        var name = Path.GetFileName(file);
        return new(name, Sources.GetValueOrDefault(name, ""), Licences.GetValueOrDefault(name, ""), pairs.Count - before, lines - (pairs.Count - before), Hash(file));
    }

    // Into place at once: a lexicon cut off half way would be taken for a damaged one.
    LexiconManifest Write(Lexicon lexicon, List<LexiconSource> sources)
    {
        var half = Out + ".half";
        using (var to = File.Create(half)) LexiconFile.Write(lexicon, to);
        File.Move(half, Out, overwrite: true);
        var options = TrainingOptions.Default;
        var manifest = new LexiconManifest(Path.GetFileName(Out), Hash(Out), new FileInfo(Out).Length, Terms.Version, lexicon.Count(Lang.Pt), lexicon.Count(Lang.En), options.Rounds, options.Least, options.Most, sources);
        File.WriteAllText(Path.ChangeExtension(Out, ".json"), JsonSerializer.Serialize(manifest, _style) + "\n");
        return manifest;
    }

    static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    static string Name(Words words, TrainingPhase phase) => phase switch
    {
        TrainingPhase.Analysing => words["Analisando", "Analysing"],
        TrainingPhase.Pairing => words["Pareando palavras", "Pairing words"],
        TrainingPhase.Learning => words["Aprendendo", "Learning"],
        _ => words["Podando", "Pruning"],
    };
}
