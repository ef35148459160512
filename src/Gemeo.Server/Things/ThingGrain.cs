using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>The single writer of one thing. A turn applies the pure rules and hands the step to the log, then lets others in:
/// a thing is not limited to one reading for each commit.</summary>
[Orleans.Concurrency.Reentrant]
public sealed class ThingGrain(ILogStore store, LogWriter writer, ThingRegistry registry, IDeviceLink link, TimeProvider time) : Grain, IThing
{
    ThingJournal _journal = null!;
    CommandDesk _desk = null!;
    string _id = "";
    long _heard;
    IDisposable? _silence;

    ThingDescription? Description => registry.Thing(_id);

    public override Task OnActivateAsync(CancellationToken cancel)
    {
        _id = this.GetPrimaryKeyString();
        _journal = new(_id, store, writer, time);
        _desk = new(_id, _journal, link, time, () => Description);
        var open = _journal.Load();
        _heard = time.Now();
        if (open.Count > 0) this.RegisterGrainTimer(_ => _desk.SettleAsync(open), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        WatchSilence();
        return Task.CompletedTask;
    }

    public async Task Report(Reading[] readings)
    {
        try { await ReportOnce(readings); }
        // Another activation was first: its state is loaded now, so the readings go on top of it.
        catch (LogFencedException) { await ReportOnce(readings); }
    }

    async Task ReportOnce(Reading[] readings)
    {
        var step = _journal.Begin();
        var effects = new Effects();
        foreach (var reading in readings)
        {
            if (ReadingRules.Apply(step.State, _id, reading) is not { } applied) continue;
            step.Take(applied);
            if (reading.Kind == EntryKind.Property) _desk.Notice(step, reading, effects);
        }
        Hear(readings, step, effects);
        await _desk.CommitAsync(step, effects);
    }

    // A retained message may be old, so it does not tell that somebody is there; a last-will topic knows better than a reading.
    void Hear(Reading[] readings, Step step, Effects effects)
    {
        if (Array.TrueForAll(readings, r => r.Retained || r.Kind == EntryKind.Security)) return;
        _heard = time.Now();
        var silent = step.State.Available == false && _silence is not null;
        if ((Description?.Availability is null || silent) && ReadingRules.Apply(step.State, _id, true, "heard", _heard) is { } applied)
        {
            step.Take(applied);
            _desk.NoticeReturn(step, effects);
        }
    }

    public async Task SetAvailable(bool available, string reason, bool retained)
    {
        if (!retained) _heard = time.Now();
        var step = _journal.Begin();
        var effects = new Effects();
        if (ReadingRules.Apply(step.State, _id, available, reason, time.Now()) is { } applied) step.Take(applied);
        else if (retained || !available) return;
        if (available) _desk.NoticeReturn(step, effects);
        await _desk.CommitAsync(step, effects);
    }

    public async Task<OrderAnswer> Ask(Order order)
    {
        try { return await _desk.AskAsync(order); }
        catch (LogFencedException) { return await _desk.AskAsync(order); }
        catch (LogUnavailableException why) { return new(null, OrderFault.LogUnavailable, why.Message); }
    }

    public Task<ThingView> Look() => Task.FromResult(new ThingView(_journal.Committed));

    public Task Wake()
    {
        WatchSilence();
        return Task.CompletedTask;
    }

    void WatchSilence()
    {
        _silence?.Dispose();
        _silence = null;
        if (Description?.SilentAfter is not { } limit) return;
        _silence = this.RegisterGrainTimer(_ => CheckSilence(limit), new GrainTimerCreationOptions(limit, limit / 4) { Interleave = true, KeepAlive = true });
    }

    Task CheckSilence(TimeSpan limit) =>
        _journal.Next.Available != false && time.Now() - _heard > limit.TotalMicroseconds ? SetSilent() : Task.CompletedTask;

    async Task SetSilent()
    {
        var heard = _heard;
        await SetAvailable(false, "silent", retained: false);
        _heard = heard;
    }
}
