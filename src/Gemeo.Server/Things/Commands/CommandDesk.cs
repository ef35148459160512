using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What has to happen once a step is on disk: people to tell, orders to send.</summary>
public sealed class Effects
{
    public List<UnderWay> Confirmed { get; } = [];
    public List<UnderWay> ToSend { get; } = [];
    public List<Order> ToReconcile { get; } = [];
}

/// <summary>A command that has not ended.</summary>
public sealed class UnderWay(Command command, Plan plan)
{
    public Command Command { get; set; } = command;
    public Plan Plan => plan;
    /// <summary>On its way to the device, so a matching report confirms it.</summary>
    public bool Published { get; set; }
    /// <summary>Its end is being committed; nobody else may end it.</summary>
    public bool Ending { get; set; }
    /// <summary>Ends when <see cref="Command"/> as it is told is on disk.</summary>
    public Task OnRecord { get; set; } = Task.CompletedTask;
    public TaskCompletionSource<Command> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The commands of one thing, from order to end. Runs inside the thing's grain, one turn at a time.</summary>
public sealed class CommandDesk(string thing, ThingJournal journal, IDeviceLink link, TimeProvider time, Func<ThingDescription?> description)
{
    readonly List<UnderWay> _underWay = [];
    static readonly TimeSpan _firstReportWithin = TimeSpan.FromSeconds(10);

    readonly Dictionary<string, long> _awaited = [];

    public async Task<OrderAnswer> AskAsync(Order order)
    {
        if (description() is not { } td) return new(null, OrderFault.NoThing);
        var (plan, fault, detail) = CommandRules.Check(td, order);
        if (plan is null) return new(null, fault, detail);
        var (verdict, joined) = CommandRules.Decide(journal.Next, order, plan, _underWay.Where(u => !u.Ending).Select(u => (u.Command, u.Plan)));
        return verdict switch
        {
            Verdict.Join => await Answer(_underWay.First(u => u.Command.Id == joined), order.Wait),
            Verdict.Already => await EndAtOnce(NewCommand(order, plan) with { State = CommandState.Confirmed, Already = true }, plan),
            Verdict.Offline => await EndAtOnce(NewCommand(order, plan) with { State = CommandState.Failed, Reason = "offline" }, plan),
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

    async Task<OrderAnswer> EndAtOnce(Command command, Plan plan)
    {
        var ended = command with { Ended = time.GetUtcNow() };
        var step = journal.Begin();
        if (ended.State == CommandState.Confirmed) Desire(step, ended, plan);
        step.Tell(ended);
        await journal.CommitAsync(step);
        return new(ended);
    }

    async Task<OrderAnswer> Enqueue(Order order, Plan plan)
    {
        var queued = new UnderWay(NewCommand(order, plan) with { QueuedUntil = time.GetUtcNow() + order.Queue!.Value }, plan);
        var step = journal.Begin();
        Supersede(step, plan);
        _underWay.Add(queued);
        step.Tell(queued.Command);
        await CommitOrDrop(step, queued);
        _ = ExpireQueued(queued);
        return new(queued.Command);
    }

    // Two wishes wait for the same property: only the newest makes sense when the device is back.
    void Supersede(Step step, Plan plan)
    {
        foreach (var older in _underWay.Where(u => u.Command.Queued && !u.Ending && plan.Idempotent && u.Plan.Target is { } t && t.Property == plan.Target?.Property).ToArray())
        {
            older.Ending = true;
            older.Command = older.Command with { State = CommandState.Failed, Reason = "superseded", Ended = time.GetUtcNow() };
            step.Tell(older.Command);
            _underWay.Remove(older);
            older.Ended.TrySetResult(older.Command);
        }
    }

    async Task<OrderAnswer> Send(Order order, Plan plan)
    {
        var under = new UnderWay(NewCommand(order, plan), plan);
        _underWay.Add(under);
        var step = journal.Begin();
        step.Tell(under.Command);
        var run = Run(under, step);
        if (order.Wait) await run;
        else _ = Observe(run);
        return await Answer(under, order.Wait);
    }

    static async Task<OrderAnswer> Answer(UnderWay under, bool wait)
    {
        if (wait) return new(await under.Ended.Task);
        await under.OnRecord;
        return new(under.Command);
    }

    /// <summary>From "sent" on record, over the wire, to the end that the device gives it.</summary>
    async Task Run(UnderWay under, Step step)
    {
        var plan = under.Plan;
        under.Command = under.Command with { State = CommandState.Sent, Sent = time.GetUtcNow(), Deadline = time.GetUtcNow() + plan.Timeout, Unconfirmable = plan.Target is null };
        step.Tell(under.Command);
        await (under.OnRecord = CommitOrDrop(step, under));
        under.Published = true;
        using var deadline = new CancellationTokenSource(plan.Timeout, time);
        try { await link.SendAsync(plan.Form, plan.Value, under.Command.Id, deadline.Token); }
        catch (Exception why) when (why is DeviceLinkException or OperationCanceledException)
        {
            await End(under, CommandState.Failed, "not-sent");
            return;
        }
        if (plan.Target is null) Finish(under);
        else await AwaitReport(under);
    }

    async Task AwaitReport(UnderWay under)
    {
        var left = under.Command.Deadline!.Value - time.GetUtcNow();
        try { await under.Ended.Task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time); }
        catch (TimeoutException) { await End(under, CommandState.Expired, "no-answer"); }
    }

    async Task CommitOrDrop(Step step, UnderWay under)
    {
        try { await journal.CommitAsync(step); }
        catch (Exception why)
        {
            _underWay.Remove(under);
            under.Ended.TrySetException(why);
            throw;
        }
    }

    async Task End(UnderWay under, CommandState state, string reason)
    {
        if (under.Ending) return;
        under.Ending = true;
        var step = journal.Begin();
        var ended = under.Command with { State = state, Reason = reason, Ended = time.GetUtcNow() };
        step.Tell(ended);
        try { await journal.CommitAsync(step); }
        catch (LogFencedException) { step = journal.Begin(); step.Tell(ended); await journal.CommitAsync(step); }
        catch (LogUnavailableException why) { under.Ended.TrySetException(why); }
        under.Command = ended;
        Finish(under);
    }

    void Finish(UnderWay under)
    {
        _underWay.Remove(under);
        under.Ended.TrySetResult(under.Command);
    }

    /// <summary>A report came: does it confirm a command, and does it agree with what was desired?</summary>
    public void Notice(Step step, Reading reading, Effects effects)
    {
        foreach (var under in _underWay)
        {
            if (!under.Published || under.Ending || under.Plan.Target is not { } target || target.Property != reading.Name || !CommandRules.Shows(step.State, target)) continue;
            under.Ending = true;
            var confirmed = under.Command with { State = CommandState.Confirmed, Ended = time.GetUtcNow() };
            Desire(step, confirmed, under.Plan);
            step.Tell(confirmed);
            under.Command = confirmed;
            effects.Confirmed.Add(under);
        }
        Compare(step, reading.Name, reading.Retained, effects);
    }

    void Compare(Step step, string property, bool retained, Effects effects)
    {
        if (step.State.DesiredOf(property) is not { } desired || _underWay.Exists(u => u.Plan.Target?.Property == property && !u.Ending)) return;
        var agrees = CommandRules.Shows(step.State, new(property, desired.Value));
        if (!retained && _awaited.Remove(property, out var until) && time.Now() <= until)
        {
            if (!agrees) effects.ToReconcile.Add(OrderOf(desired));
        }
        // Somebody used the wall switch: theirs is the newest wish.
        else if (!agrees && step.State.Available != false) step.State = step.State.WithoutDesired(property);
    }

    static Order OrderOf(Desired desired) => new()
    {
        Of = desired.Of,
        Name = desired.Name,
        Input = desired.Input is { } input ? System.Text.Json.JsonElement.Parse(input) : null,
        By = "gemeo:reconcile",
        Wait = false,
    };

    static void Desire(Step step, Command command, Plan plan)
    {
        if (plan is { Reconcile: true, Target: { } target })
            step.State = step.State.With(new Desired(target.Property, target.Value, command.Of, command.Name, command.Input is { } input ? System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(input).ToArray() : null));
    }

    /// <summary>The device is back: queued orders go out, and its first reports are compared with what was desired.</summary>
    public void NoticeReturn(Step step, Effects effects)
    {
        // Only a report that comes soon is the device's start; a later one is somebody's hand on the switch.
        foreach (var desired in step.State.Desired) _awaited[desired.Property] = time.Now() + (long)_firstReportWithin.TotalMicroseconds;
        effects.ToSend.AddRange(_underWay.Where(u => u.Command.Queued && !u.Ending && !u.Published));
    }

    /// <summary>Commits a step, then does what it asks for.</summary>
    public async Task CommitAsync(Step step, Effects effects)
    {
        try { await journal.CommitAsync(step); }
        catch
        {
            foreach (var under in effects.Confirmed) (under.Ending, under.Command) = (false, under.Command with { State = CommandState.Sent, Ended = null });
            throw;
        }
        foreach (var under in effects.Confirmed) Finish(under);
        foreach (var under in effects.ToSend.Where(u => !u.Ending && !u.Published)) _ = Observe(Run(under, journal.Begin()));
        foreach (var order in effects.ToReconcile) _ = Observe(AskAsync(order));
    }

    /// <summary>After a crash or a move: a queued order waits on; a sent one goes again only if that is harmless.</summary>
    public async Task SettleAsync(IReadOnlyList<CommandRow> rows)
    {
        foreach (var command in rows.Select(row => Command.Read(row.Document)))
        {
            if (_underWay.Exists(u => u.Command.Id == command.Id)) continue;
            var order = new Order { Of = command.Of, Name = command.Name, Input = command.Input, Timeout = TimeSpan.FromSeconds(command.Timeout) };
            var plan = description() is { } td ? CommandRules.Check(td, order).Plan : null;
            var under = new UnderWay(command, plan ?? new(new Form("", false), null, null, false, false, TimeSpan.Zero));
            _underWay.Add(under);
            if (plan is not null && command.Queued) _ = ExpireQueued(under);
            else if (plan is { Idempotent: true }) _ = Observe(Run(under, journal.Begin()));
            else await End(under, CommandState.Expired, "restarted");
        }
    }

    async Task ExpireQueued(UnderWay queued)
    {
        var left = queued.Command.QueuedUntil!.Value - time.GetUtcNow();
        try { await queued.Ended.Task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time); }
        catch (TimeoutException)
        {
            if (!queued.Published && queued.Command.Queued) await Observe(End(queued, CommandState.Expired, "no-answer"));
        }
    }

    // A run nobody waits for ends its command itself; only a log that cannot be written gets here, and the writer has said so.
    static async Task Observe(Task run)
    {
        try { await run; }
        catch (Exception why) when (why is LogUnavailableException or LogFencedException) { }
    }
}
