using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Orders;

/// <summary>Gives an order and tells how it honestly ended.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Name">How the order is called in sentences, <c>lamp.ligar</c>.</param>
public sealed record Ordering(HttpMethod Method, string Path, string Name, TimeSpan Patience)
{
    /// <param name="json">Input or value as JSON text; null for none.</param>
    public async Task<int> Run(Session session, string? json, CancellationToken cancel)
    {
        Answer answer;
        try { answer = await session.Server.TrySend(Method, Path, json, Patience, cancel); }
        catch (OperationCanceledException)
        {
            session.Screen.Note(session.Words[$"{Name}: não esperei; a ordem segue no servidor.", $"{Name}: stopped waiting; the order goes on in the server."]);
            throw;
        }
        if (answer.Refusal is { } refusal) return Refused(session, refusal);
        if (session.Screen.Json) session.Screen.Document(answer.Body);
        else session.Screen.Line(OrderReport.Of(answer.Body, Name, session));
        return Exit.Ok;
    }

    int Refused(Session session, Refusal refusal)
    {
        if (session.Screen.Json || refusal.Status is 401 or 403) return session.Screen.Refused(new(refusal));
        session.Screen.Note($"✗ {Name}: {refusal.Erro}{(refusal.Detail is null ? "" : $" ({refusal.Detail})")}");
        if (refusal.Body.Text("command", "id") is not { } id) return refusal.ExitCode;
        var words = session.Words;
        session.Screen.Note("  " + (refusal.Status == 504
            ? words[$"Expirou: se obedeceu, não se sabe. Comando {id}.", $"Expired: whether it obeyed is unknown. Command {id}."]
            : words[$"Comando {id}.", $"Command {id}."]));
        return refusal.ExitCode;
    }

    /// <summary>The data schema of the input or property, so that words can be understood.</summary>
    public static async Task<JsonElement?> Schema(Session session, string thing, CancellationToken cancel, params string[] names) =>
        (await session.Server.Get(Paths.Thing(thing), cancel)).At(names);
}
