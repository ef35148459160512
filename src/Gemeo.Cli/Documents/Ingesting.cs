using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Documents;

/// <summary>How one file ended.</summary>
/// <param name="Document">As the server tells of it, or its refusal.</param>
sealed record Ingested(string Name, JToken Document, bool Already, bool Failed, bool Ready);

/// <summary>One file on its way: sent, then followed until it is read. The first third of the bar is the sending.</summary>
sealed class Ingesting(Session session, string file, bool wait, Action<double> watch)
{
    const double Sending = 1.0 / 3;
    static readonly TimeSpan _between = TimeSpan.FromMilliseconds(250);

    public async Task<Ingested> RunAsync(CancellationToken cancel)
    {
        watch(0);
        var length = Math.Max(1.0, new FileInfo(file).Length);
        JToken document;
        try { document = await Uploading.Send(session, file, sent => watch(Sending * Math.Min(1, sent / length)), cancel); }
        // A key that is missing is missing for every file.
        catch (RefusedException why) when (why is not NotAllowedException) { return new(Path.GetFileName(file), Body(why.Refusal), false, true, false); }
        var already = document.Flag("already");
        while (wait && IsUnderWay(document))
        {
            watch(Sending + ((1 - Sending) * Share(document)));
            await Task.Delay(_between, session.Time, cancel);
            document = await session.Client.Api.Get("documents/" + Uri.EscapeDataString(document.Text("id") ?? ""), cancel);
        }
        watch(1);
        return new(Path.GetFileName(file), document, already, document.Text("state") == "failed", document.Text("state") == "ready");
    }

    static bool IsUnderWay(JToken document) => document.Text("state") is "queued" or "reading";

    static double Share(JToken document) => document.Count("of") is > 0 and var all ? Math.Min(1, (double)document.Count("page") / all) : 0;

    static JToken Body(Refusal refusal) => refusal.Document as JObject ?? new JObject { ["code"] = refusal.Code, ["erro"] = refusal.Erro };
}
