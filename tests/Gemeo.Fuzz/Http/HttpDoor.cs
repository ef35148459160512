using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Gemeo.Fuzz.Attacks;
using Gemeo.Fuzz.Mutation;
using Gemeo.Fuzz.Victim;

namespace Gemeo.Fuzz.Http;

/// <summary>Every operation of the OpenAPI document with whatever may be in it, and the bytes below HTTP.</summary>
public sealed class HttpDoor : IDoor
{
    // Documented: no way to the device, no answer from it, no room, busy; and what HTTP itself has for what it does not know.
    static readonly int[] _documented = [501, 502, 503, 504, 505, 507];
    Asking? _asking;

    public string Name => "http";

    public int AtOnce => 24;

    public async Task PrepareAsync(Target target, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = target.Url };
        _asking = new(Route.Of((await http.GetFromJsonAsync<JsonNode>("/openapi.json", cancel))!), target);
    }

    public Case Make(ulong seed, long number)
    {
        var chance = new Chance(seed, number);
        if (chance.Percent(2)) return new(Name, seed, number, "bytes", false, [new(chance.Bytes(chance.Length(20_000)))]);
        var (bytes, label, whole) = _asking!.Make(chance);
        if (chance.Percent(12)) return new(Name, seed, number, "changed bytes", false, [new(ByteMutator.Mutate(bytes, chance))]);
        if (!chance.Percent(6)) return new(Name, seed, number, label, whole, [new(bytes)]);
        if (chance.Percent(50)) return new(Name, seed, number, "several at once", false, [new([.. bytes, .. _asking.Make(chance).Bytes, .. _asking.Make(chance).Bytes])]);
        var cut = chance.Below(bytes.Length);
        return new(Name, seed, number, "halves", false, [new(bytes[..cut]), new(bytes[cut..], chance.Below(300))]);
    }

    public async Task<Outcome> PlayAsync(Case made, Target target, CancellationToken cancel)
    {
        var line = new Line(target.HttpPort, TimeSpan.FromSeconds(made.Whole ? 20 : 3), TimeSpan.FromMilliseconds(700), Hang: !made.Whole);
        var reply = await line.PlayAsync(made.Pieces, cancel, Complete);
        if (reply.Refused) return new("connection refused", "connection refused");
        var answers = Answer.All(reply.Bytes);
        _asking?.Learned.From(reply.Bytes);
        return Judge(made, answers, reply.Closed);
    }

    static bool Complete(ReadOnlySpan<byte> bytes) => Answer.All(bytes) is [{ Status: >= 200, Whole: true } only] && only.Status != 101;

    static Outcome Judge(Case made, List<Answer> answers, bool closed)
    {
        if (answers.Find(a => a.Status >= 500 && !_documented.Contains(a.Status)) is { } wrong) return new($"{wrong.Status}", $"{wrong.Status} for {made.Label}");
        if (answers.Count == 0) return new(closed ? "closed without an answer" : "no answer", Lesser: made.Whole ? $"no answer to {made.Label}" : null);
        var last = answers[^1];
        // What speaks MCP has its own way of saying no.
        var bare = made.Whole && !made.Label.EndsWith("/mcp", StringComparison.Ordinal) && last is { Status: >= 400, Ours: true, IsProblem: false } && !IsHead(made);
        return new($"{last.Status}{(last.Ours ? "" : " (below)")}", Lesser: bare ? $"{last.Status} without a problem for {made.Label}" : null);
    }

    static bool IsHead(Case made) => Encoding.ASCII.GetString(made.Pieces[0].Bytes.AsSpan(0, Math.Min(5, made.Pieces[0].Bytes.Length))) == "HEAD ";
}
