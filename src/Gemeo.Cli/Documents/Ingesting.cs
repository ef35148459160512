using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Documents;

/// <summary>How one file ended.</summary>
/// <param name="Document">As the server tells of it, or its refusal.</param>
sealed record Ingested(string Name, JsonElement Document, bool Already, bool Failed, bool Ready);

/// <summary>One file on its way: sent, then followed until it is read. The first third of the bar is the sending.</summary>
sealed class Ingesting(Session session, string file, bool wait, Action<double> watch)
{
    const double Sending = 1.0 / 3;
    static readonly TimeSpan _patience = TimeSpan.FromMinutes(10), _between = TimeSpan.FromMilliseconds(250);

    public async Task<Ingested> RunAsync(CancellationToken cancel)
    {
        watch(0);
        var answer = await SendAsync(cancel);
        if (answer.Refusal is { } refusal) return new(Path.GetFileName(file), Body(refusal), false, true, false);
        var document = JsonWalk.Items(answer.Body.At("items")).First();
        var already = document.Flag("already") == true;
        while (wait && IsUnderWay(document))
        {
            watch(Sending + ((1 - Sending) * Share(document)));
            await Task.Delay(_between, session.Time, cancel);
            document = await session.Server.Get("documents/" + document.Text("id"), cancel);
        }
        watch(1);
        return new(Path.GetFileName(file), document, already, document.Text("state") == "failed", document.Text("state") == "ready");
    }

    async Task<Answer> SendAsync(CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        var length = Math.Max(1.0, content.Length);
        var answer = await session.Server.Upload("documents", Path.GetFileName(file), content, sent => watch(Sending * Math.Min(1, sent / length)), _patience, cancel);
        // A key that is missing is missing for every file.
        return answer.Refusal is { Status: 401 or 403 } refusal ? throw new RefusedException(refusal) : answer;
    }

    static bool IsUnderWay(JsonElement document) => document.Text("state") is "queued" or "reading";

    static double Share(JsonElement document) =>
        document.Count("of") is > 0 and var all ? Math.Min(1, (double)(document.Count("page") ?? 0) / all) : 0;

    static JsonElement Body(Refusal refusal) =>
        refusal.Body.ValueKind == JsonValueKind.Object ? refusal.Body : JsonSerializer.SerializeToElement(new { code = refusal.Code, erro = refusal.Erro });
}
