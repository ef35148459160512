using System.CommandLine;
using Gemeo.Client;
using Command = System.CommandLine.Command;

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
        var flags = new OrderFlags(words);
        var command = flags.AddTo(new Command("do", words["Manda fazer uma ação e diz como terminou.", "Orders an action and tells how it ended."]) { thing, action, input });
        return kit.Run(command, async (line, session, cancel) =>
        {
            var (id, name) = (line.GetRequiredValue(thing), line.GetRequiredValue(action));
            var value = line.GetValue(input) is { } text ? await Ordering.Understood(session, text, id, cancel, "actions", name, "input") : default;
            return await new Ordering($"{id}.{name}", stop => session.Client.Orders.Invoke(id, name, value, flags.Read(line), stop)).Run(session, cancel);
        });
    }
}
