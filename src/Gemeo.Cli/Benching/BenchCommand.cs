using System.CommandLine;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Benching;

/// <summary><c>gemeo bench</c>: how fast this lab is from here. It stops by itself, and asks before anything moves.</summary>
public static class BenchCommand
{
    const int LongestSeconds = 60, MostTimes = 100;

    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var seconds = Bounded("--seconds", 5, LongestSeconds, words, words["Segundos de cada medida.", "Seconds of each measurement."]);
        var thing = new Option<string?>("--thing") { Description = words["Mede também ordens a esta coisa.", "Measures orders to this thing too."] };
        var actions = new Option<string[]>("--action") { Description = words["Que ações, uma de cada vez: ligar desligar.", "Which actions, in turn: ligar desligar."], AllowMultipleArgumentsPerToken = true };
        var times = Bounded("--times", 10, MostTimes, words, words["Quantas ordens.", "How many orders."]);
        var yes = new Option<bool>("--yes") { Description = words["Não pergunta antes de mandar.", "Does not ask before ordering."] };
        return kit.Run(new Command("bench", words["Mede quão rápido é o laboratório visto daqui.", "Measures how fast the lab is from here."]) { seconds, thing, actions, times, yes }, async (line, session, cancel) =>
        {
            var order = line.GetValue(thing) is { } id ? new Order(id, line.GetValue(actions) ?? [], line.GetValue(times)) : null;
            if (order is not null && !await MayOrder(session, order, line.GetValue(yes), cancel)) return Exit.Fault;
            return await Run(session, TimeSpan.FromSeconds(line.GetValue(seconds)), order, cancel);
        });
    }

    sealed record Order(string Thing, string[] Actions, int Times);

    // A person says so before anything moves: on the line, or when asked.
    static async Task<bool> MayOrder(Session session, Order order, bool yes, CancellationToken cancel)
    {
        var words = session.Words;
        var known = (await session.Client.Labs.Thing(order.Thing, cancel)).Actions;
        if (order.Actions.Length == 0 || order.Actions.Except(known).Any())
            throw new UsageException(words[$"--action: {order.Thing} tem {string.Join(", ", known)}", $"--action: {order.Thing} has {string.Join(", ", known)}"]);
        if (yes) return true;
        var names = string.Join("/", order.Actions);
        var agreed = session.Screen.Agrees(words[$"{order.Thing} vai fazer {names}, {order.Times} vezes. Posso mandar?", $"{order.Thing} will do {names}, {order.Times} times. Go on?"])
            ?? throw new UsageException(words["bench: não há a quem perguntar; diga --yes", "bench: there is nobody to ask; say --yes"]);
        if (!agreed) session.Screen.Note(words["Nada foi feito.", "Nothing was done."]);
        return agreed;
    }

    static async Task<int> Run(Session session, TimeSpan within, Order? order, CancellationToken cancel)
    {
        var (measuring, words, screen) = (new Measuring(session, cancel), session.Words, session.Screen);
        Sample[] requests =
        [
            await screen.Patiently(words["pedidos", "requests"], measuring.Requests("health/live", within / 2)),
            await screen.Patiently(words["pedidos", "requests"], measuring.Requests("things?limit=1", within / 2)),
        ];
        var ordered = order is null ? null : await screen.Patiently(words["ordens", "orders"], measuring.Orders(order.Thing, order.Actions, order.Times));
        var live = await screen.Patiently(words["ao vivo", "live"], measuring.Live(within));
        new BenchReport(session).Show(requests, ordered, live);
        return Exit.Ok;
    }

    static Option<int> Bounded(string name, int usual, int most, Words words, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var n) && (n < 1 || n > most)) result.AddError(words[$"{name}: esperava de 1 a {most}", $"{name}: expected 1 to {most}"]);
        });
        return option;
    }
}
