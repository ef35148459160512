using System.CommandLine;
using System.Text.Json;
using Gemeo.Cli.Connection;
using Gemeo.Cli.Live;

namespace Gemeo.Cli.Things;

/// <summary><c>gemeo things</c>: who is in the lab, and who is there.</summary>
public static class ThingsCommand
{
    public static Command Create(Kit kit) => kit.Run(
        new Command("things", kit.Words["As coisas do laboratório.", "The things of the lab."]), (_, session, cancel) => Run(session, cancel));

    static async Task<int> Run(Session session, CancellationToken cancel)
    {
        var things = await All(session.Server, cancel);
        if (session.Screen.Json)
        {
            session.Screen.Raw("[" + string.Join(',', things.Select(t => t.GetRawText())) + "]");
            return Exit.Ok;
        }
        var states = (await Snapshot.Take(session.Server, cancel)).At("things");
        var words = session.Words;
        session.Screen.Table(
            ["id", words["título", "title"], words["tipo", "kind"], words["sala", "room"], words["disponível", "available"]],
            things.Select(t => Row(t, states?.At(t.Text("id") ?? "", "state"), words)));
        return Exit.Ok;
    }

    static string[] Row(JsonElement thing, JsonElement? state, Words words) =>
    [
        thing.Text("id") ?? "",
        Printable.Title(thing, words.Tag),
        thing.Text("gemeo:kind") ?? "",
        Printable.Value(thing.At("gemeo:room")),
        // A device that has no last will and has not been heard yet: nobody knows.
        state?.Flag("available") switch { true => words["sim", "yes"], false => words["não", "no"], null => "?" },
    ];

    /// <summary>Every public Thing Description, page after page.</summary>
    public static async Task<List<JsonElement>> All(GemeoServer server, CancellationToken cancel)
    {
        var all = new List<JsonElement>();
        for (var path = "things"; path is not null;)
        {
            var page = await server.Send(HttpMethod.Get, path, null, TimeSpan.FromMinutes(1), cancel);
            all.AddRange(JsonWalk.Items(page.Body));
            path = page.Next;
        }
        return all;
    }
}
