using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>Carries a thing's commands from "sent" on record to the end that the device, or the clock, gives them.</summary>
public sealed class Delivery(ThingJournal journal, IDeviceLink link, TimeProvider time, CommandFigures? figures = null)
{
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    public List<UnderWay> UnderWay { get; } = [];

    /// <summary>Puts "sent" on record, which comes before the sending.</summary>
    public async Task Record(UnderWay under, Step step)
    {
        var (before, plan, now) = (under.Command, under.Plan, time.GetUtcNow());
        under.Command = before with { State = CommandState.Sent, Sent = now, Deadline = now + plan.Timeout, Unconfirmable = plan.Target is null };
        step.Tell(under.Command);
        try { await journal.CommitAsync(step); }
        catch (Exception why)
        {
            var sent = under.Command;
            under.Command = before;
            if (before.Queued && before.QueuedUntil <= time.GetUtcNow()) _ = Observe(ExpireQueued(under));
            else if (before is { Queued: false, State: CommandState.Pending })
            {
                Drop(under, why);
                if (why is LogUnavailableException { InDoubt: true }) _ = Observe(Disown(sent));
            }
            throw;
        }
        under.Recorded.TrySetResult();
    }

    /// <summary>Who gave it was told that nothing was done, when nobody could tell whether it was on record. If it is, it gets its end there: it was never sent.</summary>
    async Task Disown(Command command)
    {
        while (await journal.WellAsync())
        {
            try
            {
                if (journal.Knows(command.Id)) await Tell(command with { State = CommandState.Failed, Reason = "not-sent", Ended = time.GetUtcNow() });
                return;
            }
            catch (Exception why) when (why is LogUnavailableException or LogFencedException) { await Task.Delay(Again, time); }
        }
    }

    /// <summary>Over the wire, to the end that the device gives it.</summary>
    public async Task Carry(UnderWay under)
    {
        var plan = under.Plan;
        under.Published = true;
        using var deadline = new CancellationTokenSource(plan.Timeout, time);
        try { await link.SendAsync(plan, under.Command.Id, deadline.Token); }
        catch (Exception)
        {
            await End(under, CommandState.Failed, "not-sent");
            return;
        }
        if (plan.Target is null) Finish(under, under.Command);
        else if (!await EndsBy(under, under.Command.Deadline!.Value)) await End(under, CommandState.Expired, "no-answer");
    }

    public async Task Run(UnderWay under)
    {
        await Record(under, journal.Begin());
        await Carry(under);
    }

    public async Task ExpireQueued(UnderWay queued)
    {
        if (!await EndsBy(queued, queued.Command.QueuedUntil!.Value) && queued.Command.Queued) await End(queued, CommandState.Expired, "no-answer");
    }

    async Task<bool> EndsBy(UnderWay under, DateTimeOffset until)
    {
        var left = until - time.GetUtcNow();
        try
        {
            await under.Ended.Task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
            return true;
        }
        catch (TimeoutException) { return false; }
    }

    /// <summary>Puts the end on record, however long the log takes to be there again: what ended must not stay open in it.</summary>
    public async Task End(UnderWay under, CommandState state, string reason)
    {
        under.Overdue = state == CommandState.Expired;
        if (under.Ending) return;
        under.Ending = true;
        var ended = under.Command with { State = state, Reason = reason, Ended = time.GetUtcNow() };
        for (var perhaps = under.Revived; ;)
        {
            try
            {
                if (perhaps && journal.EndOf(ended.Id) is { } elsewhere) ended = elsewhere;
                else await Tell(ended);
                break;
            }
            catch (LogFencedException) { perhaps = true; }
            catch (LogUnavailableException why)
            {
                perhaps = true;
                if (under.Ended.TrySetException(new UnrecordedException(under.Command, why))) _ = under.Ended.Task.Exception;
                await Task.Delay(Again, time);
            }
        }
        Finish(under, ended);
    }

    Task Tell(Command command)
    {
        var step = journal.Begin();
        step.Tell(command);
        return journal.CommitAsync(step);
    }

    /// <summary>Finishes when this turn is over, so that who waits for the answer is the next to run, not the last.</summary>
    public async Task FinishNext(UnderWay under, Command ended)
    {
        await Task.Yield();
        Finish(under, ended);
    }

    public void Finish(UnderWay under, Command ended)
    {
        UnderWay.Remove(under);
        under.Command = ended;
        figures?.Ended(ended, under.Trace);
        under.Ended.TrySetResult(ended);
    }

    /// <summary>It never was: its first step is lost.</summary>
    public void Drop(UnderWay under, Exception why)
    {
        UnderWay.Remove(under);
        under.Recorded.TrySetException(why);
        under.Ended.TrySetException(why);
        _ = (under.Recorded.Task.Exception, under.Ended.Task.Exception); // who waits is told; perhaps nobody does
    }

    /// <summary>Its end is lost; when its time went by meanwhile, nobody else will end it.</summary>
    public void Revive(UnderWay under)
    {
        (under.Ending, under.Revived) = (false, true);
        if (under.Overdue) _ = Observe(End(under, CommandState.Expired, "no-answer"));
    }

    /// <summary>For what nobody waits for. A command ends by itself; only a log that cannot be written gets here, and the writer has said so.</summary>
    public static async Task Observe(Task run)
    {
        try { await run; }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException or UnrecordedException) { }
    }
}
