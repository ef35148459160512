using System.Globalization;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Orders;

/// <summary>A command's state in one honest sentence: never "done" when only "sent" is known.</summary>
public static class OrderReport
{
    public static string Of(JsonElement command, string name, Session session)
    {
        var words = session.Words;
        var look = $"gemeo command {command.Text("id")}";
        return command.Text("state") switch
        {
            "confirmed" when command.Flag("already") == true => words[$"✓ {name}: já estava assim; nada foi enviado.", $"✓ {name}: it was so already; nothing was sent."],
            "confirmed" => words[$"✓ {name}: confirmado pelo dispositivo{Took(command)}.", $"✓ {name}: confirmed by the device{Took(command)}."],
            "sent" when command.Flag("unconfirmable") == true => words[$"→ {name}: enviado; nada que o dispositivo informe o confirma.", $"→ {name}: sent; nothing the device reports confirms it."],
            "pending" when command.Time("queuedUntil") is { } until => words[
                $"… {name}: o dispositivo está fora; na fila até {Printable.Time(until, session.Time)} ({look}).",
                $"… {name}: the device is away; queued until {Printable.Time(until, session.Time)} ({look})."],
            "pending" or "sent" => words[$"… {name}: a caminho ({look}).", $"… {name}: on its way ({look})."],
            "failed" => words[$"✗ {name}: falhou: {Reason(command, words)}.", $"✗ {name}: failed: {Reason(command, words)}."],
            "expired" => words[$"✗ {name}: expirou: {Reason(command, words)}.", $"✗ {name}: expired: {Reason(command, words)}."],
            var other => $"{name}: {other}",
        };
    }

    public static int ExitCode(JsonElement command) => command.Text("state") switch
    {
        "failed" => Exit.Refused,
        "expired" => Exit.NoAnswer,
        _ => Exit.Ok,
    };

    static string Reason(JsonElement command, Words words) => command.Text("reason") switch
    {
        "offline" => words["o dispositivo está desligado ou fora da rede", "the device is off or out of reach"],
        "no-answer" => words["o dispositivo não respondeu", "the device did not answer"],
        "not-sent" => words["a ordem não pôde ser enviada", "the order could not be sent"],
        "superseded" => words["uma ordem mais nova tomou o lugar", "a newer order took its place"],
        "restarted" => words["o servidor reiniciou antes da resposta; o resultado é desconhecido", "the server restarted before the answer; the result is unknown"],
        var other => other ?? "?",
    };

    static string Took(JsonElement command) =>
        command.Time("sent") is { } sent && command.Time("ended") is { } ended && ended >= sent
            ? string.Create(CultureInfo.InvariantCulture, $" ({(ended - sent).TotalMilliseconds:0} ms)") : "";
}
