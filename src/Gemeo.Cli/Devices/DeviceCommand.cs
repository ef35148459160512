using System.CommandLine;
using Gemeo.Cli.Connection;
using Gemeo.Client;
using Newtonsoft.Json.Linq;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Devices;

/// <summary><c>gemeo device add|list|revoke</c>: devices' users and passwords at the broker.</summary>
public static class DeviceCommand
{
    public static Command Create(Kit kit) => new("device", kit.Words["Credenciais dos dispositivos no broker MQTT.", "Devices' credentials at the MQTT broker."])
    {
        Add(kit), List(kit), Revoke(kit),
    };

    static Command Add(Kit kit)
    {
        var words = kit.Words;
        var user = new Argument<string>("user") { Description = words["Nome de usuário do dispositivo.", "The device's user name."] };
        var things = new Option<string[]>("--thing") { Description = words["Coisa pela qual ele fala; pode repetir. Sem ela, a que tem o nome do usuário.", "A thing that it speaks for; may be repeated. Without it, the one of the user's name."] };
        var client = new Option<string?>("--client-id") { Description = words["O client id que ele deve usar; sem ele, o nome do usuário. '' aceita qualquer um.", "The client id that it must use; without it, the user's name. '' takes any."] };
        return kit.Run(new Command("add", words["Cria um usuário e diz, uma só vez, o que digitar no dispositivo.", "Makes a user, and tells once what to type into the device."]) { user, things, client }, async (line, session, cancel) =>
        {
            var name = line.GetRequiredValue(user);
            var body = new JObject { ["user"] = name, ["things"] = new JArray(line.GetValue(things) is { Length: > 0 } given ? given : (object)new[] { name }) };
            if (line.GetValue(client) is { } id) body["clientId"] = id;
            var card = await session.Client.Api.Send("POST", "devices/credentials", body, cancel: cancel);
            if (session.Screen.Json) session.Screen.Raw(card.Raw);
            else Tell(session, JObject.Parse(card.Raw));
            return Exit.Ok;
        });
    }

    static void Tell(Session session, JObject card)
    {
        var (screen, words) = (session.Screen, session.Words);
        void Row(string name, string value, Ink ink = Ink.Strong) => screen.Line(new Piece(name.PadRight(12), Ink.Faint), new Piece(value, ink));
        Row("host", card.Text("host")!);
        Row(words["porta", "port"], $"{card["port"]}{(card["tls"]?.ToObject<bool>() == true ? " TLS" : "")}");
        Row(words["usuário", "user"], card.Text("user")!);
        Row(words["senha", "password"], card.Text("password")!, Ink.Good);
        Row("client id", card.Text("clientId") is { Length: > 0 } id ? id : words["qualquer um", "any"]);
        foreach (var topic in card["publishes"]!) Row(words["publica", "publishes"], $"{topic}");
        foreach (var topic in card["subscribes"]!) Row(words["escuta", "hears"], $"{topic}");
        foreach (var (name, text) in (JObject)card["snippets"]!)
        {
            screen.Line("");
            screen.Line(new Piece(name, Ink.Name));
            screen.Words($"{text}".TrimEnd('\n') + "\n");
        }
        screen.Note("");
        foreach (var note in card["notes"]!) screen.Note($"{note}");
    }

    static Command List(Kit kit) => kit.Run(new Command("list", kit.Words["Os usuários dos dispositivos.", "The devices' users."]), async (_, session, cancel) =>
    {
        var list = await session.Client.Api.Send("GET", "devices/credentials", cancel: cancel);
        var words = session.Words;
        if (session.Screen.Json) session.Screen.Raw($"[{string.Join(',', RawItems.Of(list.Raw, "items"))}]");
        else
            session.Screen.Table([words["usuário", "user"], words["coisas", "things"], "client id", words["desde", "since"], words["vale", "valid"]], JObject.Parse(list.Raw)["items"]!.Select(d => (Piece[])
            [
                new($"{d["user"]}", Ink.Name), string.Join(", ", d["things"]!), $"{d["clientId"]}", $"{d["created"]}",
                d["revoked"] is null ? new(words["sim", "yes"], Ink.Good) : new(words["não", "no"], Ink.Bad),
            ]));
        return Exit.Ok;
    });

    static Command Revoke(Kit kit)
    {
        var user = new Argument<string>("user") { Description = kit.Words["Nome de usuário.", "User name."] };
        return kit.Run(new Command("revoke", kit.Words["Revoga um usuário; sua conexão termina.", "Revokes a user; its connection ends."]) { user }, async (line, session, cancel) =>
        {
            await session.Client.Api.Send("DELETE", "devices/credentials/" + Uri.EscapeDataString(line.GetRequiredValue(user)), cancel: cancel);
            return Exit.Ok;
        });
    }
}
