using System.Globalization;

namespace Gemeo.Cli.Benching;

/// <summary>What was measured, as a table or a document.</summary>
sealed class BenchReport(Session session)
{
    readonly Words _words = session.Words;
    readonly Screen _screen = session.Screen;

    public void Show(Sample[] requests, Ordered? ordered, Followed live)
    {
        if (_screen.Json)
        {
            _screen.Document(new
            {
                url = session.Client.Api.Address.Root,
                requests = requests.Select(r => r.Document),
                orders = ordered is null ? null : new { times = ordered.Sample.Document, already = ordered.Already, unconfirmable = ordered.Unconfirmable },
                live = new { delay = live.Delays.Document, perSecond = Math.Round(live.PerSecond, 3) },
            });
            return;
        }
        List<IReadOnlyList<Piece>> rows = [.. requests.Select(r => Row(r.Of, r))];
        if (ordered is not null) rows.Add(Row(_words[$"ordem {ordered.Sample.Of}, até a resposta do dispositivo", $"order {ordered.Sample.Of}, until the device's report"], ordered.Sample));
        rows.Add(Row(_words["entrada ao vivo, desde que o servidor a tomou", "live entry, since the server took it"], live.Delays));
        _screen.Table(["", "n", "p50 ms", "p95 ms", "p99 ms", "max ms"], rows);
        _screen.Line(_words[$"{Number(live.PerSecond)} entradas/s", $"{Number(live.PerSecond)} entries/s"]);
        Remark(ordered, live);
    }

    void Remark(Ordered? ordered, Followed live)
    {
        if (ordered is { Already: > 0 and var many }) _screen.Note(_words[$"{many} ordem(ns): já estava assim, nada foi enviado; fora da conta.", $"{many} order(s): it was so already, nothing was sent; not counted."]);
        if (ordered is { Unconfirmable: true }) _screen.Note(_words["Nada confirma essa ação: o tempo é o de enviar.", "Nothing confirms this action: the time is that of sending."]);
        if (live.Delays.Count == 0) _screen.Note(_words["Nada aconteceu no laboratório enquanto isso.", "Nothing happened in the lab meanwhile."]);
        else if (live.Delays.Least < 0) _screen.Note(_words["Os relógios das duas máquinas não concordam: o atraso ao vivo não vale (gemeo doctor).", "The clocks of the two machines do not agree: the live delay tells nothing (gemeo doctor)."]);
        else if (!session.Client.Api.Address.Root.IsLoopback) _screen.Note(_words["O atraso ao vivo inclui a diferença entre os relógios.", "The live delay includes how much the clocks differ."]);
    }

    static Piece[] Row(string of, Sample sample) =>
    [
        of,
        sample.Count.ToString(CultureInfo.InvariantCulture),
        new(Number(sample.Percentile(50), sample), Ink.Strong),
        Number(sample.Percentile(95), sample),
        Number(sample.Percentile(99), sample),
        Number(sample.Most, sample),
    ];

    static string Number(double time, Sample of) => of.Count == 0 ? "" : Number(time);

    static string Number(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
