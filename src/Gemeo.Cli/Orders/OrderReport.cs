using System.Globalization;
using Gemeo.Client;

namespace Gemeo.Cli.Orders;

/// <summary>A command's state in one honest sentence: never "done" when only "sent" is known.</summary>
public static class OrderReport
{
    public static Piece[] Of(Command command, string name, Session session)
    {
        var (mark, ink, sentence) = Sentence(command, session);
        return [new(mark, ink), $" {name}: {sentence}."];
    }

    static (string, Ink, string) Sentence(Command command, Session session)
    {
        var words = session.Words;
        var look = $"gemeo command {command.Id}";
        return command.State switch
        {
            CommandState.Confirmed when command.Already => ("✓", Ink.Good, words["já estava assim; nada foi enviado", "it was so already; nothing was sent"]),
            CommandState.Confirmed => ("✓", Ink.Good, words[$"confirmado pelo dispositivo{Took(command)}", $"confirmed by the device{Took(command)}"]),
            CommandState.Sent when command.Unconfirmable => ("→", Ink.Look, words["enviado; nada que o dispositivo informe o confirma", "sent; nothing the device reports confirms it"]),
            CommandState.Pending when command.QueuedUntil is { } until => ("…", Ink.Look, words[
                $"o dispositivo está fora; na fila até {Printable.Time(until, session.Time)} ({look})",
                $"the device is away; queued until {Printable.Time(until, session.Time)} ({look})"]),
            CommandState.Failed => ("✗", Ink.Bad, words[$"falhou: {Reason(command, words)}", $"failed: {Reason(command, words)}"]),
            CommandState.Expired => ("✗", Ink.Bad, words[$"expirou: {Reason(command, words)}", $"expired: {Reason(command, words)}"]),
            _ => ("…", Ink.Look, words[$"a caminho ({look})", $"on its way ({look})"]),
        };
    }

    public static int ExitCode(Command command) => command.State switch
    {
        CommandState.Failed => Exit.Refused,
        CommandState.Expired => Exit.NoAnswer,
        _ => Exit.Ok,
    };

    static string Reason(Command command, Words words) => command.Reason switch
    {
        "offline" => words["o dispositivo está desligado ou fora da rede", "the device is off or out of reach"],
        "no-answer" => words["o dispositivo não respondeu", "the device did not answer"],
        "not-sent" => words["a ordem não pôde ser enviada", "the order could not be sent"],
        "superseded" => words["uma ordem mais nova tomou o lugar", "a newer order took its place"],
        "restarted" => words["o servidor reiniciou antes da resposta; o resultado é desconhecido", "the server restarted before the answer; the result is unknown"],
        var other => other ?? "?",
    };

    static string Took(Command command) =>
        command.SentAt is { } sent && command.Ended is { } ended && ended >= sent
            ? string.Create(CultureInfo.InvariantCulture, $" ({(ended - sent).TotalMilliseconds:0} ms)") : "";
}
