using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Gemeo.Bench.Processes;
using Gemeo.Bench.Report;
using Gemeo.Bench.Retrieval;
using Gemeo.Bench.Systems;

namespace Gemeo.Bench.Documents;

/// <summary>The whole way of documents through a running server: uploaded, read, cut, stored, found.</summary>
sealed class IngestBench(Options options)
{
    const int Most = 300;

    public async Task RunAsync(ResultFile file, CancellationToken cancel)
    {
        if (ReadingBench.Folder() is not { } folder || EvaluationSet.Folder is null)
        {
            Console.WriteLine("skipped: no shared/data beside the repository (or GEMEO_SHARED)");
            return;
        }
        var documents = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToImmutableArray();
        var questions = EvaluationSet.Read("faquad-dev").Questions.Select(q => q.Pt!).Take(Most).ToImmutableArray();
        var runs = ImmutableArray.CreateBuilder<IngestRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            runs.Add(await OnceAsync(documents, questions, cancel));
            Console.WriteLine($"run {run + 1}: {runs[^1]}");
        }
        file.Heading($"Documents through a running server ({runs.Count} runs)");
        file.Line(string.Create(CultureInfo.InvariantCulture, $"{documents.Length} PDFs with {runs[0].Pages} pages, sent with one `POST /documents` to a server with an empty shelf, until every one is `ready`; then {questions.Length} questions by `GET /search`, one after another."));
        file.Table(["", "median (min–max)"],
        [
            ["pages a second, all of it", Stats.Spread([.. runs.Select(r => r.Pages / r.Seconds)], "0")],
            ["resident afterwards, MB", Stats.Spread([.. runs.Select(r => r.Megabytes)], "0")],
            ["`/search` p50, ms", Stats.Spread([.. runs.Select(r => r.P50)], "0.0")],
            ["`/search` p99, ms", Stats.Spread([.. runs.Select(r => r.P99)], "0.0")],
        ]);
    }

    static async Task<IngestRun> OnceAsync(ImmutableArray<string> documents, ImmutableArray<string> questions, CancellationToken cancel)
    {
        using var folder = new TempFolder();
        var (port, mqtt) = (Ports.Free(), Ports.Free());
        using var server = GemeoServer.Start(Path.Combine(Repository.Root, "bench", "labs", "command"), folder.Path, port, $"--Gemeo:Mqtt:Port={mqtt}", "--Gemeo:RequestsPerSecond=1000000");
        await GemeoServer.ReadyAsync(server, port, cancel);
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        using var form = new MultipartFormDataContent();
        foreach (var document in documents) form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(document, cancel)), "file", Path.GetFileName(document));
        var clock = Stopwatch.StartNew();
        (await http.PostAsync(new Uri("/documents", UriKind.Relative), form, cancel)).EnsureSuccessStatusCode();
        var pages = await AllReadAsync(http, documents.Length, server, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        var times = new List<double>();
        foreach (var question in questions)
        {
            clock.Restart();
            _ = await http.GetByteArrayAsync(new Uri($"/search?q={Uri.EscapeDataString(question)}", UriKind.Relative), cancel);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        var sorted = times.Order().ToImmutableArray();
        return new(pages, seconds, server.Resident() / 1e6, Stats.Quantile(sorted, 0.5), Stats.Quantile(sorted, 0.99));
    }

    static async Task<int> AllReadAsync(HttpClient http, int count, Child server, CancellationToken cancel)
    {
        while (!server.Ended)
        {
            var items = (await http.GetFromJsonAsync<JsonElement>(new Uri("/documents", UriKind.Relative), cancel)).GetProperty("items").EnumerateArray().ToArray();
            if (items.Any(i => i.GetProperty("state").GetString() == "failed")) throw new InvalidOperationException("a document failed");
            if (items.Count(i => i.GetProperty("state").GetString() == "ready") == count) return items.Sum(i => i.GetProperty("pages").GetInt32());
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
        throw new InvalidOperationException($"the server ended by itself:\n{server.Said}");
    }
}

/// <param name="Seconds">From the upload's first byte until all are ready.</param>
/// <param name="Megabytes">Resident set, 10^6 bytes.</param>
sealed record IngestRun(int Pages, double Seconds, double Megabytes, double P50, double P99)
{
    public override string ToString() => $"{Pages} pages in {Seconds:0.0} s, {Megabytes:0} MB, search p50 {P50:0.0} ms, p99 {P99:0.0} ms";
}
