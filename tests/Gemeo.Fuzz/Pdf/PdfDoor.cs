using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Pdf;

/// <summary>Documents, broken in each way that is known: uploaded, waited for until they are ready or failed with a reason, deleted.</summary>
public sealed class PdfDoor(string samples) : IDoor
{
    // Longer than a document may take at most.
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(16);
    readonly List<(string Name, byte[] Packed, byte[] Unpacked)> _samples = [];

    public string Name => "pdf";

    public int AtOnce => 4;

    public Task PrepareAsync(Target target, CancellationToken cancel)
    {
        foreach (var file in Directory.EnumerateFiles(samples, "*.pdf").Order(StringComparer.Ordinal))
            if (File.ReadAllBytes(file) is var bytes) _samples.Add((Path.GetFileNameWithoutExtension(file), bytes, PdfText.Unpacked(bytes)));
        return Task.CompletedTask;
    }

    public Case Make(ulong seed, long number)
    {
        var chance = new Chance(seed, number);
        if (chance.Percent(15) && Monsters.Any(chance) is var (label, file)) return new(Name, seed, number, label, false, [new(file)]);
        var (_, packed, unpacked) = chance.Of(_samples);
        var (kind, bytes) = chance.Below(10) switch
        {
            0 => ("truncated", packed[..chance.Below(packed.Length)]),
            1 or 2 => ("changed", ByteMutator.Mutate(packed, chance, 20)),
            3 => ("broken table", Table(packed, chance)),
            4 or 5 => ("changed words", PdfMutator.Words(unpacked, chance)),
            6 => ("swapped references", PdfMutator.References(unpacked, chance)),
            7 => ("numbers", PdfMutator.Numbers(unpacked, chance)),
            _ => ("changed, unpacked", ByteMutator.Mutate(unpacked, chance, 40)),
        };
        return new(Name, seed, number, kind, false, [new(bytes)]);
    }

    static byte[] Table(byte[] file, Chance chance)
    {
        var at = file.AsSpan().LastIndexOf("xref\n0"u8);
        return at < 0 ? file : [.. file[..at], .. ByteMutator.Mutate(file[at..], chance, 30)];
    }

    public async Task<Outcome> PlayAsync(Case made, Target target, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = target.Url, Timeout = TimeSpan.FromSeconds(60) };
        var (status, body) = await UploadAsync(http, made, cancel);
        if (status != HttpStatusCode.Accepted || body["items"]?[0]?["id"]?.GetValue<string>() is not { } id) return new($"upload {(int)status}", $"upload answered {(int)status}: {body.ToJsonString()}");
        var began = Stopwatch.GetTimestamp();
        var outcome = await OutcomeAsync(http, made, id, cancel);
        await http.DeleteAsync(new Uri("/documents/" + id, UriKind.Relative), cancel);
        return Stopwatch.GetElapsedTime(began) > _patience ? new(outcome.Class, $"not ready nor failed within {_patience.TotalMinutes} minutes: {made.Label}") : outcome;
    }

    static async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(HttpClient http, Case made, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(made.Pieces[0].Bytes), "file", $"fuzz-{made.Number}.pdf" } };
        using var answer = await http.PostAsync(new Uri("/documents", UriKind.Relative), form, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return (answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject());
    }

    static async Task<Outcome> OutcomeAsync(HttpClient http, Case made, string id, CancellationToken cancel)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(100, cancel))
        {
            using var answer = await http.GetAsync(new Uri("/documents/" + id, UriKind.Relative), cancel);
            if (!answer.IsSuccessStatusCode) return new($"lookup {(int)answer.StatusCode}", answer.StatusCode == HttpStatusCode.NotFound ? null : $"{(int)answer.StatusCode} for a document");
            var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!;
            var state = document["state"]!.GetValue<string>();
            if (state == "ready") return new("ready" + (document["unread"] is null ? "" : ", pages unread"));
            if (state == "failed") return new($"failed: {document["error"]}", document["error"] is null || document["erro"] is null ? "failed without a reason" : null);
            if (Stopwatch.GetElapsedTime(began) > _patience) return new($"still {state}: {made.Label}");
        }
    }
}
