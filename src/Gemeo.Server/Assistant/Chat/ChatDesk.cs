using System.Threading.Channels;
using Gemeo.Access.Rights;
using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Hosting;
using Gemeo.Linguistics;
using Gemeo.Log;

namespace Gemeo.Assistant.Chat;

/// <summary>Hears a message, does or answers what it wants, and keeps both. A question never comes near <see cref="ChatOrders"/>.</summary>
public sealed partial class ChatDesk(
    LabListener listener, LabAnswers lab, ChatOrders orders, DocumentAnswers documents, ConversationStore conversations, Turns turns, TimeProvider time, ILogger<ChatDesk> log)
{
    const int MostRecent = 4;
    long _heard;

    /// <summary>How many messages came since the start.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>Begins to answer. What is read from the channel is the answer's parts; nobody need read on: an order that went out goes on, the rest stops
    /// with <paramref name="cancel"/>.</summary>
    public ChannelReader<ChatPart> Hear(Heard heard, string owner, CancellationToken cancel)
    {
        Interlocked.Increment(ref _heard);
        var parts = Channel.CreateUnbounded<ChatPart>(new() { SingleReader = true, SingleWriter = true });
        _ = Task.Run(() => Run(heard, owner, parts.Writer, cancel), CancellationToken.None);
        return parts.Reader;
    }

    async Task Run(Heard heard, string owner, ChannelWriter<ChatPart> to, CancellationToken cancel)
    {
        try
        {
            using var mine = await turns.Take(heard.Conversation, cancel);
            if (conversations.Find(owner, heard.Conversation) is not { } standing) to.TryWrite(new Broken(Fault.NoConversation, null));
            else await Answer(heard, standing, to, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { /* nobody listens any more */ }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException) { to.TryWrite(new Broken(Fault.LogUnavailable, why.Message)); }
        catch (Exception why)
        {
            Failed(log, why);
            to.TryWrite(new Broken(Fault.Internal, null));
        }
        finally { to.TryComplete(); }
    }

    async Task Answer(Heard heard, Standing standing, ChannelWriter<ChatPart> to, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        conversations.Add(heard.Conversation, new(Message.Person, heard.Text, now));
        var intent = listener.Now.Recognise(new(heard.Text, now, standing.Lang ?? heard.Lang, heard.Room) { Recent = [.. standing.Recent ?? []] });
        var hearer = new Hearer(intent.Lang, now, listener.Lab.TimeZone);
        // What was asked before is answered by the very next words, or not at all.
        var turn = new ChatTurn(heard, hearer, standing with { Lang = intent.Lang, Pending = null }, to);
        try { await Answer(intent, standing.Pending, turn, cancel); }
        finally { Keep(turn); }
        to.TryWrite(new Finished(heard.Conversation, intent.Lang, intent.GetType().Name));
    }

    async Task Answer(Intent intent, Pending? pending, ChatTurn turn, CancellationToken cancel)
    {
        switch (intent)
        {
            case Intent.Order or Intent.Confirm or Intent.Undo when Acting.Now?.May(Role.Operator) != true:
                await turn.Say(turn.Of("Este acesso só permite olhar; não fiz nada.", "This access may only look; nothing was done."));
                break;
            case Intent.Order order:
                await orders.Do(order.Steps, turn);
                if (order.Also is { } also) await Answer(also, null, turn, cancel);
                break;
            case Intent.Confirm: await orders.Confirm(pending, turn); break;
            case Intent.Undo: await orders.Undo(turn); break;
            case Intent.Cancel: await turn.Say(turn.Of("Certo, não faço nada.", "All right, nothing will be done.")); break;
            case Intent.Unsure { Offer.IsEmpty: false } unsure: await ChatOrders.Ask(unsure.Offer, turn, unsure.Question.In(turn.Hearer.Lang)); break;
            case Intent.Unsure unsure: await turn.Say(unsure.Question.In(turn.Hearer.Lang)); break;
            case Intent.Help: await turn.Say(Talking.Help(turn.Hearer)); break;
            case Intent.SmallTalk talk: await turn.Say(Talking.Of(talk.About, turn.Hearer)); break;
            default: await Tell(intent, turn, cancel); break;
        }
    }

    async Task Tell(Intent intent, ChatTurn turn, CancellationToken cancel)
    {
        if (await lab.Say(intent, turn.Hearer) is { } lines)
        {
            foreach (var line in lines) await turn.Say(line);
            if (Spoken(intent).Distinct().ToArray() is { Length: > 0 and <= MostRecent } recent) turn.Standing = turn.Standing with { Recent = recent };
            return;
        }
        var question = intent is Intent.AskDocuments asked ? asked.Question : turn.Heard.Text;
        await foreach (var part in documents.Answer(question, turn.Hearer.Lang, turn.Heard.Conversation, cancel)) await turn.Put(part);
    }

    static IEnumerable<string> Spoken(Intent intent) => (intent switch
    {
        Intent.AskState state => state.Of,
        Intent.AskHistory past => past.Of,
        Intent.ListThings list => list.Filter.Of,
        Intent.HowMany count => count.Filter.Of,
        _ => [],
    }).Select(a => a.Thing.Id);

    void Keep(ChatTurn turn) => conversations.Add(turn.Heard.Conversation,
        new(Message.Assistant, turn.Text, time.GetUtcNow(), PartJson.Beside(turn.Parts, turn.Hearer.Lang)), turn.Standing);

    [LoggerMessage(1, LogLevel.Error, "A message could not be answered.")]
    static partial void Failed(ILogger log, Exception why);
}
