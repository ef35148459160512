using System.CommandLine;
using Gemeo.Client;
using Newtonsoft.Json.Linq;
using Command = System.CommandLine.Command;

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
        var answer = await session.Client.Api.Send("GET", Paths.Property(thing, name), cancel: cancel);
        if (session.Screen.Json)
        {
            session.Screen.Raw(answer.Raw);
            return Exit.Ok;
        }
        var unit = (await session.Client.Labs.Thing(thing, cancel)).Property(name).Text("unit");
        var time = Printable.Time(answer.Reported, session.Time);
        Piece value = new(Printable.Value(answer.Body, unit), Ink.Strong);
        if (time.Length == 0) session.Screen.Line(value);
        else session.Screen.Line(value, "   ", new(time, Ink.Faint));
        return Exit.Ok;
    }

    static async Task<int> All(Session session, string thing, CancellationToken cancel)
    {
        var answer = await session.Client.Api.Send("GET", Paths.Thing(thing) + "/state", cancel: cancel);
        if (session.Screen.Json)
        {
            session.Screen.Raw(answer.Raw);
            return Exit.Ok;
        }
        var (state, td, words) = (answer.Body, (await session.Client.Labs.Thing(thing, cancel)).Document, session.Words);
        session.Screen.Line($"{Printable.Title(td, words.Tag)} (", new(thing, Ink.Name), "): ", Presence(state, words));
        session.Screen.Table(
            [words["propriedade", "property"], words["valor", "value"], words["informado", "reported"], words["desejado", "desired"]],
            Names(td, state).Select(name => Row(td, state, name, session)));
        return Exit.Ok;
    }

    static Piece Presence(JToken state, Words words) => Value.Of(state.At("available")).Boolean switch
    {
        true => new(words["disponível", "available"], Ink.Good),
        false => new(words["indisponível", "unavailable"], Ink.Bad),
        null => new(words["ainda sem notícia", "not heard yet"], Ink.Faint),
    };

    // What was never reported is shown as well: an empty cell says so.
    static IEnumerable<string> Names(JToken td, JToken state) =>
        td.Members("properties").Concat(state.Members("properties")).Select(p => p.Name).Distinct();

    static Piece[] Row(JToken td, JToken state, string name, Session session) =>
    [
        name,
        new(state.At("properties", name, "value") is { } value ? Printable.Value(value, td.Text("properties", name, "unit")) : "", Ink.Strong),
        new(Printable.Time(state.Time("properties", name, "time"), session.Time), Ink.Faint),
        new(Printable.Value(state.At("desired", name, "value")), Ink.Look),
    ];
}
