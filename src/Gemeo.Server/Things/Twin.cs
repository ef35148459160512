using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>What a thing does in its turns: applies the pure rules, hands the step to the log, then does what follows from it.</summary>
public sealed class Twin(string id, ILogStore store, LogWriter writer, IDeviceLink link, TimeProvider time, Func<ThingDescription?> description, CommandFigures? figures = null, Func<Task<bool>>? well = null)
{
    const int Tries = 3, Patience = 5;
    static readonly TimeSpan _again = TimeSpan.FromMilliseconds(50);

    readonly ThingJournal _journal = new(id, store, writer, time);
    CommandDesk _desk = null!;
    readonly Dictionary<string, long> _newest = [];
    ThingState _loaded = ThingState.Empty;
    long _heard;

    /// <summary>As committed: what everybody may see.</summary>
    public ThingState Committed => _journal.Committed;

    /// <summary>Takes up the state and the open commands that are on disk; true when there is something to settle.</summary>
    public bool Open()
    {
        _desk = new(id, _journal, link, time, description, figures);
        var open = _journal.Load();
        _desk.Adopt(open);
        _loaded = Committed;
        foreach (var property in _loaded.Properties) _newest[property.Name] = property.DeviceTime ?? long.MinValue;
        _heard = time.Now();
        return open.Count > 0;
    }

    public Task SettleAsync() => _desk.SettleAsync();

    /// <summary>Ends when the readings are on disk. While the log is away they are held, and nothing of the thing that comes after them passes them; they are
    /// given up only when the house closes, or when the log is well and does not take them.</summary>
    public async Task Report(Reading[] readings)
    {
        (Step Step, Effects Effects)? doubted = null;
        for (int fenced = 1, lost = 1; ;)
        {
            (Step Step, Effects Effects)? now = null;
            try
            {
                if (doubted is { } before && _journal.Holds(before.Step))
                {
                    _desk.FollowLate(before.Effects);
                    return;
                }
                (doubted, now) = (null, Apply(readings));
                await _desk.CommitAsync(now.Value.Step, now.Value.Effects);
                return;
            }
            // Another was first, or what this stood on is lost: the state is loaded again, so the readings go on top of it.
            catch (LogFencedException) when (fenced++ < Tries) { }
            catch (LogUnavailableException why) when (well is not null && lost++ < Patience)
            {
                if (why.InDoubt) doubted = now;
                fenced = 1;
                await Task.Delay(_again, time);
                if (!await well()) throw;
            }
        }
    }

    (Step, Effects) Apply(Reading[] readings)
    {
        var step = _journal.Begin();
        var effects = new Effects();
        foreach (var reading in readings)
        {
            if (reading.Kind == EntryKind.Availability) ComeOrGo(reading.Value.AsSpan().SequenceEqual("true"u8), reading.Name, reading.Retained, step, effects);
            else if (!ComesAgain(step.State, reading) && ReadingRules.Apply(step.State, id, reading) is { } applied)
            {
                step.Take(applied);
                if (reading.Kind == EntryKind.Property) _desk.Notice(step, reading, effects);
            }
        }
        Hear(readings, step, effects);
        _desk.SendQueued(step, effects);
        return (step, effects);
    }

    // A broker delivers again what was not acknowledged when the connection broke or the server died. Whose reading carries its own time is
    // known by it; the log is asked only for times that it may hold, which a device that goes forward never has.
    bool ComesAgain(ThingState state, Reading reading)
    {
        if (reading.DeviceTime is not { } at) return false;
        if (reading.Kind != EntryKind.Property) return store.Holds(id, reading.Name, reading.Kind, at, reading.Value);
        var newest = _newest.GetValueOrDefault(reading.Name, long.MinValue);
        _newest[reading.Name] = Math.Max(newest, at);
        var fresh = at > newest || (at == newest && state.Property(reading.Name)?.DeviceTime == at && _loaded.Property(reading.Name)?.DeviceTime != at);
        return !fresh && store.Holds(id, reading.Name, reading.Kind, at, reading.Value);
    }

    // A retained message may be old, so it does not tell that somebody is there; a last-will topic knows better than a reading.
    void Hear(Reading[] readings, Step step, Effects effects)
    {
        if (Array.TrueForAll(readings, r => r.Retained || r.Kind is EntryKind.Security or EntryKind.Availability)) return;
        _heard = time.Now();
        var silent = step.State.Available == false && description()?.SilentAfter is not null;
        if (description()?.Availability is null || silent) ComeOrGo(true, "heard", retained: true, step, effects);
    }

    // That a device came, said again and not by the broker's memory, means that it was restarted.
    void ComeOrGo(bool available, string reason, bool retained, Step step, Effects effects)
    {
        var gone = step.State.Available == false ? step.State.Since : (long?)null;
        if (ReadingRules.Apply(step.State, id, available, reason, time.Now()) is { } applied) step.Take(applied);
        else if (retained || !available) return;
        if (available) _desk.NoticeReturn(step, gone, effects);
    }

    /// <summary>Tells that the device is gone when nothing was heard of it for so long.</summary>
    /// <summary>True when that was news.</summary>
    public async Task<bool> CheckSilence(TimeSpan limit)
    {
        if (_journal.Next.Available == false || time.Now() - _heard <= limit.TotalMicroseconds) return false;
        await Report([new(EntryKind.Availability, "silent", "false"u8.ToArray(), time.Now())]);
        return true;
    }

    public async Task<OrderAnswer> Ask(Order order)
    {
        for (var tries = 1; ; tries++)
        {
            try { return await _desk.AskAsync(order); }
            // Nothing was sent yet: "sent" comes first, and it was not kept.
            catch (LogFencedException) when (tries < Tries) { }
            catch (Exception why) when (why is LogUnavailableException or LogFencedException) { return new(null, OrderFault.LogUnavailable, why.Message); }
            catch (UnrecordedException why) { return new(why.Command, OrderFault.Unrecorded, why.Message); }
        }
    }
}
