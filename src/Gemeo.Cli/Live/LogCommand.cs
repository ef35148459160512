using System.CommandLine;
using System.Globalization;
using Gemeo.Cli.Connection;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Live;

/// <summary><c>gemeo log</c>: the log page by page, oldest first.</summary>
public static class LogCommand
{
    const int Page = 1000;

    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var after = new Option<string?>("--after") { Description = words["Depois deste cursor; sem ele, do mais antigo.", "After this cursor; from the oldest without it."] };
        var limit = new Option<int>("--limit") { Description = words["Quantas entradas; 0 para todas.", "How many entries; 0 for all."], DefaultValueFactory = _ => 100 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n < 0) result.AddError(words["--limit: esperava 0 ou mais", "--limit: expected 0 or more"]);
        });
        var filter = new FilterOptions(words);
        var command = new Command("log", words["Mostra o registro.", "Shows the log."]) { after, limit };
        filter.AddTo(command);
        return kit.Run(command, (line, session, cancel) => Run(session, filter.Read(line), line.GetValue(after), line.GetValue(limit), cancel));
    }

    static async Task<int> Run(Session session, Filter filter, string? after, int limit, CancellationToken cancel)
    {
        var left = limit == 0 ? long.MaxValue : limit;
        while (left > 0)
        {
            var size = Math.Min(left, Page).ToString(CultureInfo.InvariantCulture);
            var page = await session.Client.Api.Send("GET", Paths.Query("log", [.. filter.Query, ("after", after), ("limit", size)]), cancel: cancel);
            foreach (var item in RawItems.Of(page.Raw, "items"))
            {
                if (session.Screen.Json) session.Screen.Raw(item);
                else session.Screen.Line(EntryLine.Of(Entry.Read(item), session.Words, session.Time));
                left--;
            }
            var next = page.Body.Text("next");
            if (next is null || next == after) break;
            after = next;
        }
        if (after is not null) session.Screen.Note(session.Words[$"Continua com: --after {after}", $"Goes on with: --after {after}"]);
        return Exit.Ok;
    }
}
