using System.CommandLine;
using Command = System.CommandLine.Command;

namespace Gemeo.Cli.Orders;

/// <summary><c>gemeo command &lt;id&gt;</c>: what became of an order that was queued or not waited for.</summary>
public static class OrderCommand
{
    public static Command Create(Kit kit)
    {
        var id = new Argument<string>("id") { Description = kit.Words["Id do comando.", "The command's id."] };
        return kit.Run(new Command("command", kit.Words["Como está um comando dado antes.", "How a command given earlier stands."]) { id }, async (line, session, cancel) =>
        {
            var command = await session.Client.Orders.Get(line.GetRequiredValue(id), cancel);
            if (session.Screen.Json) session.Screen.Raw(command.Raw);
            else session.Screen.Line(OrderReport.Of(command, $"{command.Thing}.{command.Name}", session));
            return OrderReport.ExitCode(command);
        });
    }
}
