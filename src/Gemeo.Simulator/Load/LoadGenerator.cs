using Gemeo.Simulator.Wire;

namespace Gemeo.Simulator.Load;

/// <summary>Publishes at an offered rate: what is due is counted from the clock, so a late turn catches up instead of slowing down.</summary>
public sealed class LoadGenerator(LoadPlan plan, Broker broker, TimeProvider time)
{
    static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(250);

    /// <summary>Publishes for that long, or for ever, or until that many readings are sent (exactly that many); whatever ends first.</summary>
    /// <exception cref="MQTTnet.Exceptions.MqttCommunicationException">The broker is not there.</exception>
    public async Task<LoadResult> RunAsync(TimeSpan? duration, long? count, CancellationToken stop)
    {
        var lanes = await ConnectAsync(stop);
        try
        {
            var start = time.GetTimestamp();
            await Task.WhenAll(lanes.Select((lane, i) => Task.Run(() => PublishAsync(lane, i, start, duration, count, stop), CancellationToken.None)));
            return new(plan.Rate, lanes.Sum(lane => lane.Sent), lanes.Sum(lane => lane.Failed), time.GetElapsedTime(start));
        }
        finally
        {
            foreach (var lane in lanes)
                await lane.DisposeAsync();
        }
    }

    async Task<LoadLane[]> ConnectAsync(CancellationToken stop)
    {
        var lanes = new List<LoadLane>();
        try
        {
            for (var i = 0; i < Math.Min(plan.Clients, plan.Sensors); i++)
                lanes.Add(await LoadLane.ConnectAsync(plan, broker, i, stop));
            return [.. lanes];
        }
        catch
        {
            foreach (var lane in lanes)
                await lane.DisposeAsync();
            throw;
        }
    }

    async Task PublishAsync(LoadLane lane, int index, long start, TimeSpan? duration, long? count, CancellationToken stop)
    {
        // Reading k of all goes to lane k mod n, so this lane has its share of whatever is due of all.
        var lanes = Math.Min(plan.Clients, plan.Sensors);
        var most = Share(count ?? long.MaxValue, lanes, index);
        using var timer = new PeriodicTimer(_turn, time);
        for (var next = 0L; next < most && lane.IsUp && !stop.IsCancellationRequested;)
        {
            var elapsed = time.GetElapsedTime(start);
            var over = elapsed >= duration;
            var due = Math.Min(most, Share((long)((over ? duration!.Value : elapsed).TotalSeconds * plan.Rate), lanes, index));
            next = await SpeakAsync(lane, next, due, start, duration + _grace, stop);
            if (over || (next < most && !await NextAsync(timer, stop)))
                break;
        }
        await lane.SettleAsync();
    }

    /// <summary>Sends what is due, unless the time is well over: then what is left was offered, but not sent.</summary>
    async Task<long> SpeakAsync(LoadLane lane, long next, long due, long start, TimeSpan? end, CancellationToken stop)
    {
        while (next < due && lane.IsUp && !stop.IsCancellationRequested)
        {
            next++;
            if (!lane.Speak())
                continue;
            await lane.FlushAsync(stop);
            if (time.GetElapsedTime(start) > end)
                return next;
        }
        await lane.FlushAsync(stop);
        return next;
    }

    static long Share(long all, int lanes, int index) => (all / lanes) + (index < all % lanes ? 1 : 0);

    static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
