using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Cli.Orders;

/// <summary>Gives an order and tells how it honestly ended.</summary>
/// <param name="Name">How the order is called in sentences, <c>lamp.ligar</c>.</param>
public sealed record Ordering(string Name, Func<CancellationToken, Task<Command>> Order)
{
    public async Task<int> Run(Session session, CancellationToken cancel)
    {
        try
        {
            var command = await session.Screen.Patiently(session.Words[$"{Name}: esperando o dispositivo", $"{Name}: waiting for the device"], Order(cancel));
            if (session.Screen.Json) session.Screen.Raw(command.Raw);
            else session.Screen.Line(OrderReport.Of(command, Name, session));
            return Exit.Ok;
        }
        catch (RefusedException why) { return Refused(session, why); }
        catch (OperationCanceledException)
        {
            session.Screen.Note(session.Words[$"{Name}: não esperei; a ordem segue no servidor.", $"{Name}: stopped waiting; the order goes on in the server."]);
            throw;
        }
    }

    int Refused(Session session, RefusedException why)
    {
        var (refusal, exit) = (why.Refusal, Exit.Of(why.Refusal));
        if (session.Screen.Json || refusal.Status is 401 or 403) return session.Screen.Refused(why);
        session.Screen.Note(new Piece("✗ ", Ink.Bad), $"{Name}: {refusal.Erro}{(refusal.Detail is null ? "" : $" ({refusal.Detail})")}");
        if (refusal.Document.Text("command", "id") is not { } id) return exit;
        var words = session.Words;
        session.Screen.Note("  " + (refusal.Status == 504
            ? words[$"Expirou: se obedeceu, não se sabe. Comando {id}.", $"Expired: whether it obeyed is unknown. Command {id}."]
            : words[$"Comando {id}.", $"Command {id}."]));
        return exit;
    }

    /// <summary>What was typed, as the data schema of the input or property means it.</summary>
    public static async Task<Value> Understood(Session session, string text, string thing, CancellationToken cancel, params string[] schema)
    {
        var description = await session.Client.Labs.Thing(thing, cancel);
        return Json.Parse(ValueText.Read(text, description.Document.At(schema)));
    }
}
