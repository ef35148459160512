using System.CommandLine;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Things;

/// <summary><c>gemeo get &lt;thing&gt; [property]</c>: values as the device last reported them.</summary>
public static class GetCommand
{
    public static Command Create(Kit kit)
    {
        var thing = new Argument<string>("thing") { Description = kit.Words["Id da coisa.", "The thing's id."] };
        var property = new Argument<string?>("property") { Description = kit.Words["Propriedade; sem ela, todas.", "Property; all without it."], Arity = ArgumentArity.ZeroOrOne };
        return kit.Run(new Command("get", kit.Words["Lê valores de uma coisa.", "Reads a thing's values."]) { thing, property }, (line, session, cancel) =>
            line.GetValue(property) is { } name
                ? One(session, line.GetRequiredValue(thing), name, cancel)
                : All(session, line.GetRequiredValue(thing), cancel));
    }

    static async Task<int> One(Session session, string thing, string name, CancellationToken cancel)
    {
        var answer = await session.Server.Send(HttpMethod.Get, Paths.Property(thing, name), null, TimeSpan.FromSeconds(30), cancel);
        if (session.Screen.Json) session.Screen.Document(answer.Body);
        else
        {
            var unit = (await session.Server.Get(Paths.Thing(thing), cancel)).Text("properties", name, "unit");
            var time = DateTimeOffset.TryParse(answer.Reported, out var reported) ? Printable.Time(reported, session.Time) : "";
            session.Screen.Line($"{Printable.Value(answer.Body, unit)}   {time}".TrimEnd());
        }
        return Exit.Ok;
    }

    static async Task<int> All(Session session, string thing, CancellationToken cancel)
    {
        var state = await session.Server.Get(Paths.Thing(thing) + "/state", cancel);
        if (session.Screen.Json)
        {
            session.Screen.Document(state);
            return Exit.Ok;
        }
        var td = await session.Server.Get(Paths.Thing(thing), cancel);
        var words = session.Words;
        session.Screen.Line($"{Printable.Title(td, words.Tag)} ({thing}): {Presence(state, words)}");
        session.Screen.Table(
            [words["propriedade", "property"], words["valor", "value"], words["informado", "reported"], words["desejado", "desired"]],
            Names(td, state).Select(name => Row(td, state, name, session)));
        return Exit.Ok;
    }

    static string Presence(JsonElement state, Words words) => state.Flag("available") switch
    {
        true => words["disponível", "available"],
        false => words["indisponível", "unavailable"],
        null => words["ainda sem notícia", "not heard yet"],
    };

    // What was never reported is shown as well: an empty cell says so.
    static IEnumerable<string> Names(JsonElement td, JsonElement state) =>
        td.At("properties").Members().Concat(state.At("properties").Members()).Select(p => p.Name).Distinct();

    static string[] Row(JsonElement td, JsonElement state, string name, Session session) =>
    [
        name,
        state.At("properties", name, "value") is { } value ? Printable.Value(value, td.Text("properties", name, "unit")) : "",
        Printable.Time(state.Time("properties", name, "time"), session.Time),
        Printable.Value(state.At("desired", name, "value")),
    ];
}
