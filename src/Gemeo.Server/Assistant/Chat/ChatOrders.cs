using Gemeo.Assistant.Answers;
using Gemeo.Assistant.Conversations;
using Gemeo.Assistant.Grounding;
using Gemeo.Assistant.Intents;
using Gemeo.Assistant.Tools;
using Gemeo.Hosting;
using Gemeo.Labs;
using Gemeo.Things;
using Step = Gemeo.Assistant.Intents.Step;

namespace Gemeo.Assistant.Chat;

/// <summary>Orders in a conversation: asks where the description says so, does, tells the real end, takes back.</summary>
public sealed class ChatOrders(LabTools tools, OrderTool orders, Undoing undoing, LabHost host)
{
    /// <summary>A "yes" that comes later than this confirms nothing; an "undo" is for what one still remembers.</summary>
    public static readonly TimeSpan YesWithin = TimeSpan.FromMinutes(2), UndoWithin = TimeSpan.FromHours(1);
    const int MostSteps = 100;

    /// <summary>Does the steps, or asks first.</summary>
    public Task Do(IReadOnlyList<Step> steps, ChatTurn turn)
    {
        if (steps.Count > MostSteps) return turn.Say(turn.Of($"São {steps.Count} ordens de uma vez; faço no máximo {MostSteps}. Não fiz nada.", $"That makes {steps.Count} orders at once; {MostSteps} are the most. Nothing was done."));
        var marked = steps.Where(OrderTool.AsksFirst).ToArray();
        if (marked.Length == 0) return Carry(steps, turn);
        var all = string.Join("; ", steps.Select(s => Phrases.Of(s, turn.Hearer)));
        return Ask(steps, turn, marked.Length == steps.Count
            ? turn.Of($"Antes preciso que você confirme. Faço isto: {all}?", $"This needs your confirmation first. Shall I do this: {all}?")
            : turn.Of($"Antes preciso que você confirme ({Names(marked, turn)}). Faço tudo isto: {all}?", $"This needs your confirmation first ({Names(marked, turn)}). Shall I do all of this: {all}?"));
    }

    static string Names(IEnumerable<Step> steps, ChatTurn turn) => string.Join("; ", steps.Select(s => Phrases.Of(s, turn.Hearer)));

    /// <summary>Keeps the steps for a "yes".</summary>
    public static async Task Ask(IReadOnlyList<Step> steps, ChatTurn turn, string question)
    {
        var until = turn.Hearer.Now + YesWithin;
        turn.Standing = turn.Standing with { Pending = new([.. steps.Select(Note)], until), Recent = [.. steps.Select(s => s.Thing.Id).Distinct()] };
        await turn.Say(question);
        await turn.Put(new Confirming(question, steps, until));
    }

    public async Task Confirm(Pending? pending, ChatTurn turn)
    {
        if (pending is null) await turn.Say(turn.Of("Não há nada para confirmar.", "There is nothing to confirm."));
        else if (turn.Hearer.Now > pending.Until) await turn.Say(turn.Of("Passou tempo demais desde a pergunta; não fiz nada. Se ainda quiser, peça de novo.", "Too much time has passed since the question; nothing was done. Ask again if you still want it."));
        else if (Recall(pending.Steps) is { } steps) await Carry(steps, turn);
        else await turn.Say(turn.Of("O laboratório mudou desde a pergunta; não fiz nada.", "The lab has changed since the question; nothing was done."));
    }

    public async Task Undo(ChatTurn turn)
    {
        if (turn.Standing.Done is not { } last || turn.Hearer.Now - last.At > UndoWithin)
        {
            await turn.Say(turn.Of("Não há ordem recente desta conversa para desfazer.", "There is no recent order of this conversation to undo."));
            return;
        }
        if (last.Deeds.Count == 0) await turn.Say(turn.Of("A última ordem não mudou nada; não há o que desfazer.", "The last order changed nothing; there is nothing to undo."));
        var (steps, not) = await undoing.Plan(last, turn.Hearer);
        foreach (var why in not) await turn.Say(why);
        if (steps.Count > 0) await Do(steps, turn);
    }

    async Task Carry(IReadOnlyList<Step> steps, ChatTurn turn)
    {
        var deeds = new List<Deed>();
        foreach (var running in orders.DoAll(steps, turn.By))
        {
            var deed = await running;
            deeds.Add(deed);
            await turn.Put(deed);
            await turn.Say(Phrases.Of(deed, host.Lab.Shortcuts, turn.Hearer));
        }
        turn.Standing = turn.Standing with
        {
            Recent = [.. steps.Select(s => s.Thing.Id).Distinct()],
            Done = new([.. deeds.Where(MayHaveChanged).Select(d => new NotedDeed(Note(d.Step), d.Shows?.Property, d.Shows?.Before, d.Shows?.After))], turn.Hearer.Now),
        };
    }

    // One that did not answer may have obeyed.
    static bool MayHaveChanged(Deed deed) => deed is { Fault: null, IsAlready: false } || deed.Fault == Fault.NoAnswer || deed.Fault == Fault.Restarted || deed.Fault == Fault.Unrecorded;

    static NotedStep Note(Step step) => new(step.Thing.Id, step.Action, step.Property, step.Input, step.Delta);

    // Against the descriptions as they are now; one thing that is gone, and nothing of it is done.
    Step[]? Recall(IReadOnlyList<NotedStep> noted)
    {
        var steps = noted.Select(n => tools.Thing(n.Thing) is { } thing ? new Step(thing, n.Action, n.Property, n.Input, n.Delta) : null).OfType<Step>().ToArray();
        return steps.Length == noted.Count ? steps : null;
    }
}

/// <summary>A question that a "yes" in the same conversation answers.</summary>
public sealed record Confirming(string Question, IReadOnlyList<Step> Steps, DateTimeOffset Until) : ChatPart;
