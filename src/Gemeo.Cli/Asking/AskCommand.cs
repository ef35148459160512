using System.CommandLine;
using System.Text.Json;
using Gemeo.Cli.Connection;

namespace Gemeo.Cli.Asking;

/// <summary><c>gemeo ask "…"</c>: says something to the assistant and shows the answer as it comes.</summary>
public static class AskCommand
{
    public static Command Create(Kit kit)
    {
        var words = kit.Words;
        var message = new Argument<string[]>("message") { Description = words["O que dizer: pergunta ou ordem.", "What to say: a question or an order."], Arity = ArgumentArity.OneOrMore };
        var conversation = new Option<string?>("--conversation") { Description = words["Continua esta conversa.", "Goes on with this conversation."] };
        var room = new Option<string?>("--room") { Description = words["A sala em que você está.", "The room in which you are."] };
        return kit.Run(new Command("ask", words["Fala com o assistente.", "Talks to the assistant."]) { message, conversation, room }, async (line, session, cancel) =>
        {
            var body = JsonSerializer.Serialize(new { message = string.Join(' ', line.GetRequiredValue(message)), conversation = line.GetValue(conversation), room = line.GetValue(room), language = session.Words.Tag });
            var shown = new ShownAnswer(session);
            await foreach (var part in session.Server.Stream("chat", body, cancel)) shown.Show(part);
            return shown.End();
        });
    }
}
