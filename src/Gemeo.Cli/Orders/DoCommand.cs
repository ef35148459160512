using System.CommandLine;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Orders;

/// <summary><c>gemeo do &lt;thing&gt; &lt;action&gt; [input]</c>.</summary>
public static class DoCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var thing = new Argument<string>("thing") { Description = words["Id da coisa.", "The thing's id."] };
        var action = new Argument<string>("action") { Description = words["Nome da ação.", "The action's name."] };
        var input = new Argument<string?>("input") { Description = words["Entrada: JSON ou uma palavra.", "Input: JSON or a word."], Arity = ArgumentArity.ZeroOrOne };
        var options = new OrderOptions(words);
        var command = options.AddTo(new Command("do", words["Manda fazer uma ação e diz como terminou.", "Orders an action and tells how it ended."]) { thing, action, input });
        return kit.Run(command, async (line, session, cancel) =>
        {
            var (id, name) = (line.GetRequiredValue(thing), line.GetRequiredValue(action));
            var order = new Ordering(HttpMethod.Post, options.Query(line, Paths.Action(id, name)), $"{id}.{name}", options.Patience(line));
            var json = line.GetValue(input) is { } text ? ValueText.Read(text, await Ordering.Schema(session, id, cancel, "actions", name, "input")) : null;
            return await order.Run(session, json, cancel);
        });
    }
}
