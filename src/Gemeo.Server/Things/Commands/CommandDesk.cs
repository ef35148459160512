using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>The commands of one thing, from order to end. Runs inside the thing's grain, one turn at a time.</summary>
public sealed class CommandDesk(string thing, ThingJournal journal, IDeviceLink link, TimeProvider time, Func<ThingDescription?> description, CommandFigures? figures = null)
{
    // An order is given again after a crash only while somebody may still mean it.
    static readonly TimeSpan _stillMeant = TimeSpan.FromMinutes(1);

    readonly Delivery _delivery = new(journal, link, time, figures);
    readonly Wishes _wishes = new(time);

    List<UnderWay> UnderWay => _delivery.UnderWay;

    public async Task<OrderAnswer> AskAsync(Order order)
    {
        if (description() is not { } td) return new(null, OrderFault.NoThing);
        var (plan, fault, detail) = CommandRules.Check(td, order);
        if (plan is null) return new(null, fault, detail);
        journal.Refresh();
        var (verdict, joined) = CommandRules.Decide(journal.Next, order, plan, UnderWay.Where(u => !u.Ending).Select(u => (u.Command, u.Plan)));
        return verdict switch
        {
            Verdict.Join => await Answer(UnderWay.First(u => u.Command.Id == joined), order.Wait),
            Verdict.Already => await EndAtOnce(order, NewCommand(order, plan) with { State = CommandState.Confirmed, Already = true }, plan),
            Verdict.Offline => await EndAtOnce(order, NewCommand(order, plan) with { State = CommandState.Failed, Reason = "offline" }, plan),
            Verdict.Queue => await Enqueue(order, plan),
            _ => await Send(order, plan),
        };
    }

    Command NewCommand(Order order, Plan plan) => new()
    {
        Id = Guid.CreateVersion7().ToString("n"),
        Thing = thing,
        Of = order.Of,
        Name = order.Name,
        Input = order.Input,
        State = CommandState.Pending,
        Created = time.GetUtcNow(),
        Timeout = plan.Timeout.TotalSeconds,
        By = order.By,
    };

    async Task<OrderAnswer> EndAtOnce(Order order, Command command, Plan plan)
    {
        var ended = command with { Ended = time.GetUtcNow() };
        var step = journal.Begin();
        if (ended.State == CommandState.Confirmed) Wishes.Add(step, ended, plan);
        step.Tell(ended);
        await journal.CommitAsync(step);
        figures?.Ended(ended, order.Trace);
        return new(ended);
    }

    async Task<OrderAnswer> Enqueue(Order order, Plan plan)
    {
        var queued = new UnderWay(NewCommand(order, plan) with { QueuedUntil = time.GetUtcNow() + order.Queue!.Value }, plan) { Trace = order.Trace };
        var step = journal.Begin();
        var older = Supersede(step, plan);
        UnderWay.Add(queued);
        step.Tell(queued.Command);
        try { await journal.CommitAsync(step); }
        catch (Exception why)
        {
            foreach (var (under, _) in older) _delivery.Revive(under);
            _delivery.Drop(queued, why);
            throw;
        }
        queued.Recorded.TrySetResult();
        foreach (var (under, ended) in older) _delivery.Finish(under, ended);
        _ = Delivery.Observe(_delivery.ExpireQueued(queued));
        return new(queued.Command);
    }

    // Two wishes wait for the same property: only the newest makes sense when the device is back.
    List<(UnderWay, Command)> Supersede(Step step, Plan plan)
    {
        var older = new List<(UnderWay, Command)>();
        foreach (var under in UnderWay.Where(u => u.Command.Queued && !u.Ending && plan.Idempotent && u.Plan.Target is { } t && t.Property == plan.Target?.Property))
        {
            var ended = under.Command with { State = CommandState.Failed, Reason = "superseded", Ended = time.GetUtcNow() };
            under.Ending = true;
            older.Add((under, ended));
            step.Tell(ended);
        }
        return older;
    }

    async Task<OrderAnswer> Send(Order order, Plan plan)
    {
        var under = new UnderWay(NewCommand(order, plan), plan) { Trace = order.Trace };
        var step = journal.Begin();
        UnderWay.Add(under);
        step.Tell(under.Command);
        await _delivery.Record(under, step);
        // Who asked waits first in line, before what only tidies up.
        var answer = Answer(under, order.Wait);
        _ = Delivery.Observe(_delivery.Carry(under));
        return await answer;
    }

    // What is not on disk yet is told to nobody.
    static async Task<OrderAnswer> Answer(UnderWay under, bool wait)
    {
        if (wait) return new(await under.Ended.Task);
        await under.Recorded.Task;
        return new(under.Command);
    }

    /// <summary>A report came: does it confirm a command, and does it agree with what was desired?</summary>
    public void Notice(Step step, Reading reading, Effects effects)
    {
        var awaited = false;
        foreach (var under in UnderWay)
        {
            if (under.Ending || under.Plan.Target is not { } target || target.Property != reading.Name) continue;
            // What the broker kept may be older than the order.
            if (reading.Retained || !under.Published || !CommandRules.Shows(step.State, target)) awaited = true;
            else Confirm(under, step, effects);
        }
        if (!awaited) _wishes.Compare(step, reading.Name, reading.Retained, effects);
    }

    void Confirm(UnderWay under, Step step, Effects effects)
    {
        var confirmed = under.Command with { State = CommandState.Confirmed, Ended = time.GetUtcNow() };
        under.Ending = true;
        Wishes.Add(step, confirmed, under.Plan);
        step.Tell(confirmed);
        effects.Confirmed.Add((under, confirmed));
    }

    /// <inheritdoc cref="Wishes.NoticeReturn"/>
    public void NoticeReturn(Step step, long? gone, Effects effects) => _wishes.NoticeReturn(step, gone, effects);

    /// <summary>Orders that waited for the device go out as soon as it may be there.</summary>
    public void SendQueued(Step step, Effects effects)
    {
        if (UnderWay.Count > 0 && step.State.Available != false) effects.ToSend.AddRange(UnderWay.Where(u => u.Command.Queued && !u.Ending));
    }

    /// <summary>Commits a step, then does what it asks for.</summary>
    public async Task CommitAsync(Step step, Effects effects)
    {
        try { await journal.CommitAsync(step); }
        catch
        {
            foreach (var undo in effects.Undo) undo();
            foreach (var (under, _) in effects.Confirmed) _delivery.Revive(under);
            throw;
        }
        Follow(effects);
    }

    /// <summary>A step is on disk after all, that was told as lost: what it confirmed is confirmed, unless its time went by and its end is under way.</summary>
    public void FollowLate(Effects effects)
    {
        effects.Confirmed.RemoveAll(c => c.UnderWay.Ending);
        foreach (var (under, _) in effects.Confirmed) under.Ending = true;
        Follow(effects);
    }

    void Follow(Effects effects)
    {
        foreach (var (under, confirmed) in effects.Confirmed) _ = _delivery.FinishNext(under, confirmed);
        foreach (var under in effects.ToSend.Where(u => u.Command.Queued && !u.Ending)) _ = Delivery.Observe(_delivery.Run(under));
        foreach (var order in effects.ToReconcile) _ = Delivery.Observe(AskAsync(order));
    }

    /// <summary>Takes over what another activation, or the process before this one, left open.</summary>
    public void Adopt(IReadOnlyList<CommandRow> rows)
    {
        foreach (var command in rows.Select(row => Command.Read(row.Document)))
        {
            var order = new Order { Of = command.Of, Name = command.Name, Input = command.Input, Timeout = TimeSpan.FromSeconds(command.Timeout) };
            var plan = description() is { } td ? CommandRules.Check(td, order).Plan : null;
            var under = new UnderWay(command, plan ?? Plan.Unknown);
            under.Recorded.TrySetResult();
            UnderWay.Add(under);
        }
    }

    /// <summary>What was adopted goes on: a queued order waits or goes out; a sent one goes again only if that is harmless and still meant.</summary>
    public Task SettleAsync() => Task.WhenAll(UnderWay.ToArray().Select(under => Delivery.Observe(Settle(under, under.Command))));

    async Task Settle(UnderWay under, Command left)
    {
        // A report may have set it going already.
        while (ReferenceEquals(under.Command, left) && under is { Published: false, Ending: false })
        {
            try
            {
                if (under.Plan != Plan.Unknown && left.Queued) await (journal.Next.Available == false ? _delivery.ExpireQueued(under) : _delivery.Run(under));
                else if (under.Plan.Idempotent && IsStillMeant(left)) await _delivery.Run(under);
                else await _delivery.End(under, CommandState.Expired, "restarted");
            }
            catch (Exception why) when (why is LogUnavailableException or LogFencedException) { await Task.Delay(Delivery.Again, time); }
        }
    }

    bool IsStillMeant(Command command)
    {
        var granted = TimeSpan.FromSeconds(command.Timeout);
        return time.GetUtcNow() - (command.Sent ?? command.Created) <= (granted > _stillMeant ? granted : _stillMeant);
    }
}
