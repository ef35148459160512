using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Live;

/// <summary><c>gemeo watch</c>: everything that happens, as it happens, until Ctrl-C.</summary>
public static class WatchCommand
{
    public static Command Create(Kit kit)
    {
        var cursor = new Option<string?>("--cursor") { Description = kit.Words["Continua depois deste cursor.", "Goes on after this cursor."] };
        var filter = new FilterOptions(kit.Words);
        var command = new Command("watch", kit.Words["Acompanha ao vivo o que acontece.", "Follows live what happens."]) { cursor };
        filter.AddTo(command);
        return kit.Run(command, (line, session, cancel) => Run(session, filter.Query(line), line.GetValue(cursor), cancel));
    }

    static async Task<int> Run(Session session, IReadOnlyList<(string, string?)> query, string? cursor, CancellationToken cancel)
    {
        var (words, screen) = (session.Words, session.Screen);
        void Lost(string why, TimeSpan wait)
        {
            var seconds = wait.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            screen.Note(words[$"… conexão perdida ({why}); de novo em {seconds} s", $"… connection lost ({why}); again in {seconds} s"]);
        }
        var feed = new LiveFeed(session.Server, query, cursor, session.Time, Lost);
        try { await feed.Run(message => Show(message, session), cancel); }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { /* Ctrl-C is how this ends */ }
        if (feed.Cursor is { } at) screen.Note(words[$"Para continuar daqui: --cursor {at}", $"To go on from here: --cursor {at}"]);
        return Exit.Ok;
    }

    static void Show(JsonElement message, Session session)
    {
        var (words, screen) = (session.Words, session.Screen);
        switch (message.Text("type"))
        {
            case "snapshot":
                if (message.Text("reason") is { } reason)
                    screen.Note(words[$"! o cursor não vale mais ({reason}); pode faltar o que houve entretanto", $"! the cursor is no longer kept ({reason}); what happened meanwhile may be missing"]);
                screen.Note(words[$"{message.At("things").Members().Count()} coisa(s) já deram notícia; acompanhando (Ctrl-C termina)", $"{message.At("things").Members().Count()} thing(s) heard of so far; following (Ctrl-C ends)"]);
                break;
            case null when screen.Json: screen.Document(message); break;
            case null: screen.Line(EntryLine.Of(message, words, session.Time)); break;
        }
    }
}
