using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gemeo.Bench.Report;
using Gemeo.Bench.Systems;
using Gemeo.Knowledge.Reading;
using Gemeo.Knowledge.Reading.Pdf;

namespace Gemeo.Bench.Documents;

/// <summary>Reading PDFs: are the words right (against pdftotext), and how many pages a second (against pypdf and PyMuPDF, one thread each).</summary>
sealed class ReadingBench(Options options)
{
    static readonly string[] _peers = ["pypdf", "fitz"];

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        if (Folder() is not { } folder)
        {
            Console.WriteLine("skipped: no shared/data/pdf beside the repository (or GEMEO_SHARED)");
            return;
        }
        var documents = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToImmutableArray();
        Words(file, [.. documents.Select(d => Words(d, cancel))]);
        var speeds = new List<(string Name, ImmutableArray<Speed> Runs)>();
        foreach (var document in documents) speeds.Add((Path.GetFileName(document), await SpeedsAsync(document, cancel)));
        Speeds(file, speeds);
    }

    /// <summary>Where the PDFs of development lie; null when they are not there.</summary>
    public static string? Folder()
    {
        for (var at = new DirectoryInfo(Repository.Root).Parent; at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", "pdf") is var found && Directory.Exists(found)) return found;
        return Environment.GetEnvironmentVariable("GEMEO_SHARED") is { } told ? Path.Combine(told, "data", "pdf") : null;
    }

    /// <summary>Recall and precision of the words before anything is cleaned.</summary>
    static WordScore Words(string document, CancellationToken cancel)
    {
        var ours = WordBag.Of(new PdfReader(Budget(cancel)).RawWords(File.ReadAllBytes(document)).SelectMany(p => p.Words).Select(w => w.Text));
        var score = new WordScore(Path.GetFileName(document), ours.Count, Against(document, ours), Against(document, ours, "-raw"));
        Console.WriteLine(score);
        return score;
    }

    static (double Recall, double Precision) Against(string document, WordBag ours, params string[] mode)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [.. mode, "-enc", "UTF-8", document, "-"]) { RedirectStandardOutput = true })!;
        var theirs = WordBag.OfText(process.StandardOutput.ReadToEnd());
        return ((double)ours.Shared(theirs) / theirs.Count, (double)ours.Shared(theirs) / ours.Count);
    }

    /// <summary>Each run asks all, one after another, so that a busy machine is busy for all.</summary>
    async Task<ImmutableArray<Speed>> SpeedsAsync(string document, CancellationToken cancel)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < options.Warm + options.Warm;) Ours(document, cancel);
        var runs = ImmutableArray.CreateBuilder<Speed>();
        for (var run = 0; run < options.Runs; run++)
        {
            var ours = Ours(document, cancel);
            var theirs = new List<double>();
            foreach (var peer in _peers) theirs.Add(await PeerAsync(peer, document, cancel));
            runs.Add(new(ours, theirs[0], theirs[1]));
            Console.WriteLine($"{Path.GetFileName(document)} run {run + 1}: {runs[^1]}");
        }
        return runs.ToImmutable();
    }

    /// <summary>Pages for each second of processor: text with headings and boxes, the file opened anew.</summary>
    static double Ours(string document, CancellationToken cancel)
    {
        var before = Environment.CpuUsage.TotalTime;
        var pages = DocumentReader.Read(document, Budget(cancel), null).Count();
        return pages / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    static async Task<double> PeerAsync(string peer, string document, CancellationToken cancel)
    {
        var script = Path.Combine(Repository.Root, "bench", "peers", "readers", "read.py");
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, peer, document]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync(cancel);
        var told = (await process.StandardOutput.ReadToEndAsync(cancel)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (told.Length < 2) throw new InvalidOperationException($"{peer}: {await said}");
        return double.Parse(told[0], CultureInfo.InvariantCulture) / double.Parse(told[1], CultureInfo.InvariantCulture);
    }

    static ReadingBudget Budget(CancellationToken cancel) => new(ReadingLimits.Default, TimeProvider.System, cancel);

    static void Words(ResultFile file, IReadOnlyList<WordScore> scores)
    {
        file.Heading("Words, against pdftotext");
        file.Line("Before clean-up: the bag of our words against that of `pdftotext` (which mends hyphens) and of `pdftotext -raw` (which does not).");
        file.Table(["file", "words", "recall", "precision", "recall, -raw", "precision, -raw"],
            scores.Select(s => (string[])[s.Name, $"{s.Words}", $"{s.Plain.Recall:0.000}", $"{s.Plain.Precision:0.000}", $"{s.Raw.Recall:0.000}", $"{s.Raw.Precision:0.000}"]));
    }

    static void Speeds(ResultFile file, IReadOnlyList<(string Name, ImmutableArray<Speed> Runs)> speeds)
    {
        file.Heading("Pages for each second of processor, one thread");
        file.Line("Median (min–max). Ours gives text with headings and word boxes; the peers give text only. Everybody's code is warm; the file is opened anew.");
        file.Table(["file", "Gêmeo", "pypdf", "PyMuPDF", "Gêmeo ÷ pypdf", "PyMuPDF ÷ Gêmeo"], speeds.Select(s => (string[])
        [
            s.Name, Spread(s.Runs, r => r.Ours, "0"), Spread(s.Runs, r => r.Pypdf, "0"), Spread(s.Runs, r => r.Fitz, "0"),
            Spread(s.Runs, r => r.Ours / r.Pypdf, "0.0"), Spread(s.Runs, r => r.Fitz / r.Ours, "0.0"),
        ]));
    }

    static string Spread(ImmutableArray<Speed> runs, Func<Speed, double> value, string format) => Stats.Spread([.. runs.Select(value)], format);
}

/// <summary>How the words of one file compare.</summary>
sealed record WordScore(string Name, int Words, (double Recall, double Precision) Plain, (double Recall, double Precision) Raw);

/// <summary>Pages for each second of processor.</summary>
sealed record Speed(double Ours, double Pypdf, double Fitz)
{
    public override string ToString() => $"ours {Ours:0}, pypdf {Pypdf:0}, PyMuPDF {Fitz:0} pages/s";
}
