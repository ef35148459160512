using System.CommandLine;
using System.Threading.Channels;
using Gemeo.Client;
using Command = System.CommandLine.Command;

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
        return kit.Run(new Command("ask", words["Fala com o assistente.", "Talks to the assistant."]) { message, conversation, room }, (line, session, cancel) =>
            Run(session, session.Client.Assistant.Talk(line.GetValue(conversation), line.GetValue(room)), string.Join(' ', line.GetRequiredValue(message)), cancel));
    }

    static async Task<int> Run(Session session, Conversation talk, string message, CancellationToken cancel)
    {
        var shown = new ShownAnswer(session);
        // Something moves until the words come, and they must not come between.
        var parts = Channel.CreateUnbounded<ChatPart>(new() { SingleReader = true, SingleWriter = true });
        var said = Say(talk, message, parts.Writer, cancel);
        try
        {
            while (await session.Screen.Patiently(session.Words["pensando", "thinking"], parts.Reader.WaitToReadAsync(cancel).AsTask()))
                while (parts.Reader.TryRead(out var part)) shown.Show(part);
            return shown.End(await said);
        }
        // Before it began the refusal is that of any command.
        catch (RefusedException why) when (shown.Began) { return shown.Refused(why); }
        catch (BadAnswerException) when (shown.Began) { throw new UnreachedException(session.Words["a resposta parou no meio", "the answer broke off"]); }
    }

    static async Task<ChatAnswer> Say(Conversation talk, string message, ChannelWriter<ChatPart> parts, CancellationToken cancel)
    {
        try { return await talk.Say(message, part => parts.TryWrite(part), cancel); }
        finally { parts.Complete(); }
    }
}
