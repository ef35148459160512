namespace Gemeo.Things;

/// <summary>How commands end, counted.</summary>
public sealed class CommandFigures
{
    static readonly string[] _outcomes = ["confirmed", "already", "sent", "offline", "not-sent", "superseded", "no-answer", "restarted", "other"];

    readonly long[] _counts = new long[_outcomes.Length];

    /// <summary>Told how long each took, and how it ended; null while nobody wants to know.</summary>
    public Action<TimeSpan, string>? Measured { get; set; }

    public IEnumerable<(string Outcome, long Count)> Counts => _outcomes.Select((o, i) => (o, Volatile.Read(ref _counts[i])));

    /// <param name="trace">The trace of whoever ordered, as W3C traceparent.</param>
    public void Ended(Command command, string? trace)
    {
        var at = Array.IndexOf(_outcomes, OutcomeOf(command));
        if (at < 0) at = _outcomes.Length - 1;
        Interlocked.Increment(ref _counts[at]);
        Measured?.Invoke((command.Ended ?? command.Sent ?? command.Created) - command.Created, _outcomes[at]);
        if (CommandTrace.Source.HasListeners()) CommandTrace.Tell(command, _outcomes[at], trace);
    }

    static string? OutcomeOf(Command command) => command.State switch
    {
        CommandState.Confirmed => command.Already ? "already" : "confirmed",
        CommandState.Sent => "sent",
        _ => command.Reason,
    };
}
