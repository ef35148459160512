using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.History;

/// <summary><c>gemeo history &lt;thing&gt; &lt;name&gt;</c>: what was reported, at full resolution.</summary>
public static class HistoryCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var thing = new Argument<string>("thing") { Description = words["Id da coisa.", "The thing's id."] };
        var name = new Argument<string>("name") { Description = words["Propriedade ou evento.", "Property or event."] };
        var from = new Option<string?>("--from") { Description = words["Desde quando: ISO 8601, ou há quanto tempo (30m, 2h, 7d); sem ele, 24 h.", "Since when: ISO 8601, or how long ago (30m, 2h, 7d); 24 h without it."] };
        var to = new Option<string?>("--to") { Description = words["Até quando; sem ele, agora.", "Until when; now without it."] };
        return kit.Run(new Command("history", words["O que foi informado ao longo do tempo.", "What was reported over time."]) { thing, name, from, to }, (line, session, cancel) =>
            Run(session, line.GetRequiredValue(thing), line.GetRequiredValue(name), Iso(session, "--from", line.GetValue(from)), Iso(session, "--to", line.GetValue(to)), cancel));
    }

    static async Task<int> Run(Session session, string thing, string name, string? from, string? to, CancellationToken cancel)
    {
        var path = $"{Paths.Thing(thing)}/history/{Uri.EscapeDataString(name)}";
        while (true)
        {
            var page = await session.Server.Get(Paths.Query(path, ("from", from), ("to", to), ("limit", "1000")), cancel);
            foreach (var item in page.At("items").Items()) Show(session, item);
            var next = page.Text("next");
            // More readings within one microsecond than a page holds: going on would begin there for ever.
            if (next is null || next == from) return Exit.Ok;
            from = next;
        }
    }

    static void Show(Session session, JsonElement item)
    {
        if (session.Screen.Json) session.Screen.Document(item);
        else session.Screen.Line($"{Printable.Time(item.Time("deviceTime") ?? item.Time("time"), session.Time)}  {Printable.Value(item.At("value"))}{(item.Flag("changed") == false ? session.Words["  (igual)", "  (same)"] : "")}");
    }

    static string? Iso(Session session, string option, string? text)
    {
        if (text is null) return null;
        var time = When.Read(text, session.Time) ?? throw new UsageException(session.Words[$"{option}: esperava uma data (2026-05-01T08:00) ou 30m, 2h, 7d; veio '{text}'", $"{option}: expected a date (2026-05-01T08:00) or 30m, 2h, 7d; got '{text}'"]);
        return time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }
}
