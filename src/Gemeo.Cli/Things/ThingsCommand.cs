using System.CommandLine;
using Gemeo.Cli.Connection;
using Gemeo.Cli.Live;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Things;

/// <summary><c>gemeo things</c>: who is in the lab, and who is there.</summary>
public static class ThingsCommand
{
    public static Command Create(Kit kit) => kit.Run(
        new Command("things", kit.Words["As coisas do laboratório.", "The things of the lab."]), (_, session, cancel) => session.Screen.Json ? Raw(session, cancel) : Run(session, cancel));

    static async Task<int> Run(Session session, CancellationToken cancel)
    {
        var things = await session.Client.Labs.Things(cancel);
        using var now = await Standing.Snapshot(session, cancel);
        var words = session.Words;
        session.Screen.Table(
            ["id", words["título", "title"], words["tipo", "kind"], words["sala", "room"], words["disponível", "available"]],
            things.Select(t => Row(t, now.Things[t.Id].IsAvailable, words)));
        return Exit.Ok;
    }

    static Piece[] Row(ThingDescription thing, bool? available, Words words) =>
    [
        new(thing.Id, Ink.Name),
        Printable.Title(thing.Document, words.Tag),
        thing.Kind ?? "",
        Printable.Value(thing.Document.At("gemeo:room")),
        // A device that has no last will and has not been heard yet: nobody knows.
        available switch { true => new(words["sim", "yes"], Ink.Good), false => new(words["não", "no"], Ink.Bad), null => new("?", Ink.Faint) },
    ];

    static async Task<int> Raw(Session session, CancellationToken cancel)
    {
        var all = new List<string>();
        for (var path = "things?limit=1000"; path is not null;)
        {
            var page = await session.Client.Api.Send("GET", path, cancel: cancel);
            all.AddRange(RawItems.Of(page.Raw, null));
            path = page.Next;
        }
        session.Screen.Raw($"[{string.Join(',', all)}]");
        return Exit.Ok;
    }
}
