using System.CommandLine;
using System.Globalization;
using Gemeo.Cli.History;
using Gemeo.Client;
using Newtonsoft.Json.Linq;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Keys;

/// <summary><c>gemeo key add|list|revoke</c>: who may come in by a key.</summary>
public static class KeyCommand
{
    public static Command Create(Kit kit) => new("key", kit.Words["Chaves de acesso.", "Access keys."]) { Add(kit), List(kit), Revoke(kit) };

    static Command Add(Kit kit)
    {
        var words = kit.Words;
        var name = new Argument<string>("name") { Description = words["De quem ou para quê.", "Whose it is, or what for."] };
        var role = new Option<string>("--role") { Description = words["viewer lê, operator também manda, admin também administra.", "viewer reads, operator also gives orders, admin also administers."], DefaultValueFactory = _ => "viewer" };
        role.AcceptOnlyFromAmong("viewer", "operator", "admin");
        var room = new Option<string[]>("--room") { Description = words["Só para estas salas.", "Only for these rooms."], AllowMultipleArgumentsPerToken = true };
        var thing = new Option<string[]>("--thing") { Description = words["Só para estas coisas.", "Only for these things."], AllowMultipleArgumentsPerToken = true };
        var expires = new Option<string?>("--expires") { Description = words["Até quando: 12h, 30d ou uma data.", "Until when: 12h, 30d or a date."] };
        return kit.Run(new Command("add", words["Faz uma chave e a mostra esta única vez.", "Makes a key and shows it this once."]) { name, role, room, thing, expires }, async (line, session, cancel) =>
        {
            var body = new JObject { ["name"] = line.GetRequiredValue(name), ["role"] = line.GetRequiredValue(role), ["rooms"] = new JArray(line.GetValue(room) ?? []), ["things"] = new JArray(line.GetValue(thing) ?? []) };
            if (line.GetValue(expires) is { } until) body["expires"] = Until(until, session).ToString("o", CultureInfo.InvariantCulture);
            return Added(session, await session.Client.Api.Send("POST", "access/keys", body, cancel: cancel));
        });
    }

    // "30d" is in thirty days, where the same word elsewhere means thirty days ago.
    static DateTimeOffset Until(string text, Session session)
    {
        var now = session.Time.GetUtcNow();
        if (When.Read(text, session.Time) is not { } read) throw new UsageException(session.Words[$"--expires: esperava 12h, 30d ou uma data, veio '{text}'", $"--expires: expected 12h, 30d or a date, got '{text}'"]);
        return char.IsAsciiLetter(text.Trim()[^1]) && read < now && !text.Contains('-', StringComparison.Ordinal) ? now + (now - read) : read;
    }

    static int Added(Session session, Answer answer)
    {
        if (session.Screen.Json)
        {
            session.Screen.Raw(answer.Raw);
            return Exit.Ok;
        }
        session.Screen.Line(answer.Body.Text("key")!);
        session.Screen.Note(session.Words[$"Guarde-a: não será mostrada de novo. Para revogar: gemeo key revoke {answer.Body.Text("id")}", $"Keep it: it will not be shown again. To revoke it: gemeo key revoke {answer.Body.Text("id")}"]);
        return Exit.Ok;
    }

    static Command List(Kit kit) => kit.Run(new Command("list", kit.Words["As chaves que há.", "The keys there are."]), async (_, session, cancel) =>
    {
        var answer = await session.Client.Api.Send("GET", "access/keys", cancel: cancel);
        var words = session.Words;
        if (session.Screen.Json) session.Screen.Raw(answer.Raw);
        else session.Screen.Table(["id", words["nome", "name"], words["papel", "role"], words["para", "for"], words["até", "until"], words["estado", "state"]], answer.Body.Items("items").Select(k => Row(k, words)));
        return Exit.Ok;
    });

    static Piece[] Row(JToken key, Words words) =>
    [
        new(key.Text("id") ?? "", Ink.Name), key.Text("name") ?? "", key.Text("role") ?? "",
        string.Join(", ", key.Items("rooms").Concat(key.Items("things")).Select(n => (string?)n)) is { Length: > 0 } scope ? scope : words["tudo", "all"],
        key.Text("expires") ?? "",
        key.Text("ended") is { } ended ? new(ended, Ink.Bad) : new(words["vale", "holds"], Ink.Good),
    ];

    static Command Revoke(Kit kit)
    {
        var id = new Argument<string>("id") { Description = kit.Words["Id da chave (gemeo key list).", "The key's id (gemeo key list)."] };
        return kit.Run(new Command("revoke", kit.Words["Revoga uma chave; o que está aberto por ela fecha em segundos.", "Revokes a key; what is open by it closes within seconds."]) { id }, async (line, session, cancel) =>
        {
            await session.Client.Api.Send("DELETE", "access/keys/" + Uri.EscapeDataString(line.GetRequiredValue(id)), cancel: cancel);
            if (!session.Screen.Json) session.Screen.Line(session.Words["Revogada.", "Revoked."]);
            return Exit.Ok;
        });
    }
}
