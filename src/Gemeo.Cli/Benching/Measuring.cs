using System.Collections.Concurrent;
using Gemeo.Cli.Live;
using Gemeo.Client;

namespace Gemeo.Cli.Benching;

/// <summary>Looks at the clock while asking, ordering, listening: one thing at a time, slowly enough to hurt nobody.</summary>
sealed class Measuring(Session session, CancellationToken cancel)
{
    static readonly TimeSpan _betweenRequests = TimeSpan.FromMilliseconds(50), _betweenOrders = TimeSpan.FromMilliseconds(250);

    readonly TimeProvider _time = session.Time;

    /// <summary>Asks for the same again and again, twenty times a second at most.</summary>
    public async Task<Sample> Requests(string path, TimeSpan within)
    {
        // The first one opens the connection.
        await session.Client.Api.Send("GET", path, cancel: cancel);
        var times = new List<double>();
        for (var began = _time.GetTimestamp(); _time.GetElapsedTime(began) < within;)
        {
            var took = await Timed(() => session.Client.Api.Send("GET", path, cancel: cancel));
            times.Add(took.TotalMilliseconds);
            if (took < _betweenRequests) await Task.Delay(_betweenRequests - took, _time, cancel);
        }
        return new($"GET /{path}", times);
    }

    /// <summary>Orders the actions in turn, and waits for what the device says each time. The first refusal ends it.</summary>
    public async Task<Ordered> Orders(string thing, IReadOnlyList<string> actions, int times)
    {
        var (took, already, unconfirmable) = (new List<double>(), 0, false);
        for (var i = 0; i < times; i++)
        {
            if (i > 0) await Task.Delay(_betweenOrders, _time, cancel);
            Command? command = null;
            var time = await Timed(async () => command = await session.Client.Orders.Invoke(thing, actions[i % actions.Count], cancel: cancel));
            if (command!.Already) already++;
            else took.Add(time.TotalMilliseconds);
            unconfirmable |= command.Unconfirmable;
        }
        return new(new($"{thing}.{string.Join('/', actions)}", took), already, unconfirmable);
    }

    /// <summary>Listens: how many entries come, and how long after their time.</summary>
    public async Task<Followed> Live(TimeSpan within)
    {
        using var client = session.Wire.Link();
        var delays = new ConcurrentQueue<double>();
        var counting = false;
        client.EntryHeard += entry =>
        {
            if (Volatile.Read(ref counting)) delays.Enqueue((_time.GetUtcNow() - entry.Time).TotalMilliseconds);
        };
        await Standing.Begin(client, cancel);
        var began = _time.GetTimestamp();
        Volatile.Write(ref counting, true);
        await Task.Delay(within, _time, cancel);
        Volatile.Write(ref counting, false);
        var seconds = _time.GetElapsedTime(began).TotalSeconds;
        client.Stop();
        return new(new("/ws", [.. delays]), delays.Count / seconds);
    }

    async Task<TimeSpan> Timed(Func<Task> work)
    {
        var began = _time.GetTimestamp();
        await work();
        return _time.GetElapsedTime(began);
    }
}

/// <param name="Already">So many found that it was so already: nothing was sent, and their time is not in the sample.</param>
/// <param name="Unconfirmable">The times are those of sending: nothing confirms this action.</param>
sealed record Ordered(Sample Sample, int Already, bool Unconfirmable);

sealed record Followed(Sample Delays, double PerSecond);
