using System.CommandLine;
using System.Globalization;
using Gemeo.Client;
using Command = System.CommandLine.Command;

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
        return kit.Run(command, (line, session, cancel) => Run(session, filter.Read(line), line.GetValue(cursor), cancel));
    }

    static async Task<int> Run(Session session, Filter filter, string? cursor, CancellationToken cancel)
    {
        using var client = session.Wire.Link(options =>
        {
            filter.ApplyTo(options);
            options.Cursor = cursor;
        });
        var watched = new Watched(session, client, cursor);
        try
        {
            await Standing.Begin(client, cancel);
            await watched.Refused.WaitAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { /* Ctrl-C is how this ends */ }
        client.Stop();
        if (watched.Close() is { } at) session.Screen.Note(session.Words[$"Para continuar daqui: --cursor {at}", $"To go on from here: --cursor {at}"]);
        return Exit.Ok;
    }

    /// <summary>What a link tells, on the screen.</summary>
    sealed class Watched
    {
        readonly Lock _lock = new();
        readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly Session _session;
        string? _shown;
        bool _stood, _over;

        public Watched(Session session, GemeoClient client, string? cursor)
        {
            (_session, _shown) = (session, cursor);
            client.StatusChanged += Show;
            client.GapFound += _ => Say(
                "! o cursor não vale mais (cursor-gone); pode faltar o que houve entretanto", "! the cursor is no longer kept (cursor-gone); what happened meanwhile may be missing");
            client.SnapshotTaken += Show;
            client.EntryHeard += Show;
        }

        /// <summary>Ends when a server that was followed does not let us in any more.</summary>
        public Task Refused => _refused.Task;

        /// <summary>Nothing more is shown; gives the cursor of what was shown last, so that nothing is missed by going on from it.</summary>
        public string? Close()
        {
            lock (_lock)
            {
                _over = true;
                return _shown;
            }
        }

        void Show(Entry entry)
        {
            lock (_lock)
            {
                if (_over) return;
                if (_session.Screen.Json) _session.Screen.Raw(entry.Raw);
                else _session.Screen.Line(EntryLine.Of(entry, _session.Words, _session.Time));
                _shown = entry.Cursor;
            }
        }

        void Show(GemeoClient client)
        {
            lock (_lock) _shown = client.Cursor;
            var heard = client.Things.Count(t => t.Version > 0);
            Say($"{heard} coisa(s) já deram notícia; acompanhando (Ctrl-C termina)", $"{heard} thing(s) heard of so far; following (Ctrl-C ends)");
        }

        void Show(LinkStatus status)
        {
            if (status.State == LinkState.Open) _stood = true;
            if (!_stood) return;
            if (status is { State: LinkState.Refused, Cause: { } why }) _refused.TrySetException(why);
            if (status is not { State: LinkState.Waiting, RetryAt: { } again }) return;
            var seconds = Math.Max(0, (again - _session.Time.GetUtcNow()).TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture);
            Say($"… conexão perdida ({status.Why}); de novo em {seconds} s", $"… connection lost ({status.Why}); again in {seconds} s");
        }

        void Say(string pt, string en)
        {
            lock (_lock)
            {
                if (!_over) _session.Screen.Note(_session.Words[pt, en]);
            }
        }
    }
}
