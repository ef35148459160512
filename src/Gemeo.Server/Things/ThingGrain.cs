using Gemeo.Labs;
using Gemeo.Log;

namespace Gemeo.Things;

/// <summary>The single writer of one thing. A turn hands its step to the log, then lets others in: a thing is not limited to one reading
/// for each commit. It stays as long as the server: open orders and the watch for silence live in it.</summary>
[Orleans.Concurrency.Reentrant, KeepAlive]
public sealed class ThingGrain(ILogStore store, LogWriter writer, ThingRegistry registry, IDeviceLink link, CommandFigures figures, Silences silences, TimeProvider time) : Grain, IThing
{
    Twin _twin = null!;
    string _id = "";
    IDisposable? _silence;
    TimeSpan? _silentAfter;

    ThingDescription? Description => registry.Thing(_id);

    public override Task OnActivateAsync(CancellationToken cancel)
    {
        _id = this.GetPrimaryKeyString();
        _twin = new(_id, store, writer, link, time, () => Description, figures, writer.WellAsync);
        if (_twin.Open()) this.RegisterGrainTimer(_ => _twin.SettleAsync(), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { Interleave = true });
        WatchSilence();
        return Task.CompletedTask;
    }

    public Task Report(Reading[] readings) => _twin.Report(readings);

    public Task<OrderAnswer> Ask(Order order)
    {
        // Anybody may ask for anything; what is no thing is not kept.
        if (Description is null) DeactivateOnIdle();
        return _twin.Ask(order);
    }

    public Task<ThingView> Look() => Task.FromResult(new ThingView(_twin.Committed));

    public Task Wake()
    {
        WatchSilence();
        return Task.CompletedTask;
    }

    async Task CheckSilence(TimeSpan limit)
    {
        if (await _twin.CheckSilence(limit)) silences.Tell(_id);
    }

    void WatchSilence()
    {
        if (Description?.SilentAfter == _silentAfter) return;
        _silence?.Dispose();
        _silence = null;
        _silentAfter = Description?.SilentAfter;
        if (_silentAfter is { } limit) _silence = this.RegisterGrainTimer(_ => CheckSilence(limit), new GrainTimerCreationOptions(limit, limit / 4) { Interleave = true });
    }
}
