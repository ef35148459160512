using System.CommandLine;
using System.Globalization;
using Gemeo.Cli.Connection;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.History;

/// <summary><c>gemeo history &lt;thing&gt; &lt;name&gt;</c>: what was reported: every reading, a chart's points, or a file.</summary>
public static class HistoryCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var thing = new Argument<string>("thing") { Description = words["Id da coisa.", "The thing's id."] };
        var name = new Argument<string>("name") { Description = words["Propriedade ou evento.", "Property or event."] };
        var from = new Option<string?>("--from") { Description = words["Desde quando: ISO 8601, ou há quanto tempo (30m, 2h, 7d); sem ele, 24 h.", "Since when: ISO 8601, or how long ago (30m, 2h, 7d); 24 h without it."] };
        var to = new Option<string?>("--to") { Description = words["Até quando; sem ele, agora.", "Until when; now without it."] };
        var points = new Option<int?>("--points") { Description = words["Um gráfico de tantos pontos no máximo (2 a 5000), com mínimo e máximo de cada.", "A chart of so many points at most (2 to 5000), with the least and the most of each."] };
        var csv = new Option<string?>("--csv") { Description = words["CSV, para este arquivo; sem nome, para a saída.", "CSV, into this file; without a name, to the output."], Arity = ArgumentArity.ZeroOrOne };
        return kit.Run(new Command("history", words["O que foi informado ao longo do tempo.", "What was reported over time."]) { thing, name, from, to, points, csv }, (line, session, cancel) =>
        {
            var track = new Track(line.GetRequiredValue(thing), line.GetRequiredValue(name), Time(session, "--from", line.GetValue(from)), Time(session, "--to", line.GetValue(to)), line.GetValue(points));
            if (line.GetResult(csv) is not null) return new CsvDownload(session, track).Run(line.GetValue(csv), cancel);
            return session.Screen.Json ? Raw(session, track, cancel) : track.Points is { } many ? Chart(session, track, many, cancel) : Readings(session, track, cancel);
        });
    }

    static async Task<int> Readings(Session session, Track track, CancellationToken cancel)
    {
        await foreach (var reading in session.Client.History.Readings(track.Thing, track.Name, track.From, track.To, cancel))
        {
            Piece time = new(Printable.Time(reading.DeviceTime ?? reading.Time, session.Time), Ink.Faint);
            if (reading.Changed) session.Screen.Line(time, "  ", new(reading.Value.ToString(), Ink.Strong));
            else session.Screen.Line(time, new($"  {reading.Value}{session.Words["  (igual)", "  (same)"]}", Ink.Faint));
        }
        return Exit.Ok;
    }

    static async Task<int> Chart(Session session, Track track, int points, CancellationToken cancel)
    {
        var chart = await session.Client.History.Chart(track.Thing, track.Name, points, track.From, track.To, cancel);
        var words = session.Words;
        string[] heads = chart.Points.Any(p => p.Most is not null)
            ? [words["hora", "time"], words["mínimo", "least"], words["máximo", "most"], words["média", "mean"], words["último", "last"], words["leituras", "readings"]]
            : [words["hora", "time"], words["valor", "value"]];
        session.Screen.Table(heads, chart.Points.Select(p => Row(p, heads.Length, session.Time)));
        return Exit.Ok;
    }

    static Piece[] Row(ChartPoint point, int cells, TimeProvider clock)
    {
        Piece time = new(Printable.Time(point.Time, clock), Ink.Faint);
        return cells == 2
            ? [time, point.Last.ToString()]
            : [time, Number(point.Least), Number(point.Most), new(Number(point.Mean), Ink.Strong), point.Last.ToString(), point.Count.ToString(CultureInfo.InvariantCulture)];
    }

    static string Number(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    static async Task<int> Raw(Session session, Track track, CancellationToken cancel)
    {
        for (string? next = track.From?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), asked; ;)
        {
            asked = next;
            var page = await session.Client.Api.Send("GET", track.Path(asked), cancel: cancel);
            if (track.Points is not null)
            {
                session.Screen.Raw(page.Raw);
                return Exit.Ok;
            }
            foreach (var item in RawItems.Of(page.Raw, "items")) session.Screen.Raw(item);
            next = page.Body.Text("next");
            // More readings within one microsecond than a page holds: going on would begin there for ever.
            if (next is null || next == asked) return Exit.Ok;
        }
    }

    static DateTimeOffset? Time(Session session, string option, string? text) => text is null ? null
        : When.Read(text, session.Time) ?? throw new UsageException(session.Words[$"{option}: esperava uma data (2026-05-01T08:00) ou 30m, 2h, 7d; veio '{text}'", $"{option}: expected a date (2026-05-01T08:00) or 30m, 2h, 7d; got '{text}'"]);
}
