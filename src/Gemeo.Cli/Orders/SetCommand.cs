using System.CommandLine;
using Gemeo.Client;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Orders;

/// <summary><c>gemeo set &lt;thing&gt; &lt;property&gt; &lt;value&gt;</c>.</summary>
public static class SetCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var thing = new Argument<string>("thing") { Description = words["Id da coisa.", "The thing's id."] };
        var property = new Argument<string>("property") { Description = words["Nome da propriedade.", "The property's name."] };
        var value = new Argument<string>("value") { Description = words["Valor: JSON ou uma palavra.", "Value: JSON or a word."] };
        var flags = new OrderFlags(words);
        var command = flags.AddTo(new Command("set", words["Escreve uma propriedade e diz como terminou.", "Writes a property and tells how it ended."]) { thing, property, value });
        return kit.Run(command, async (line, session, cancel) =>
        {
            var (id, name) = (line.GetRequiredValue(thing), line.GetRequiredValue(property));
            var wanted = await Ordering.Understood(session, line.GetRequiredValue(value), id, cancel, "properties", name);
            return await new Ordering($"{id}.{name}", stop => session.Client.Orders.Write(id, name, wanted, flags.Read(line), stop)).Run(session, cancel);
        });
    }
}
