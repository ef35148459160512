using System.Collections.Concurrent;
using Gemeo.Client;
using Gemeo.Tests.Live;

namespace Gemeo.Tests.Client;

/// <summary>Things change, and listeners are told, only while the client dispatches.</summary>
public sealed class DispatchTests
{
    [Fact]
    public async Task By_hand_nothing_changes_until_the_program_dispatches_and_all_is_told_on_its_thread()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server, o =>
        {
            o.DispatchByHand = true;
            o.Kinds.Add("property");
        });
        var property = client.Lab.Things["sensor"]["distance"];
        var threads = new ConcurrentBag<int>();
        client.Lab.EntryHeard += _ => threads.Add(Environment.CurrentManagedThreadId);
        property.Changed += _ => threads.Add(Environment.CurrentManagedThreadId);
        await device.Say("sensor/distance", "1");
        await server.Property("sensor", "distance", v => v.GetValue<double>() == 1);
        Assert.False(property.IsKnown);
        await Wait.Until(() =>
        {
            if (client.Lab.Dispatch() == 0) return false;
            threads.Add(Environment.CurrentManagedThreadId);
            return true;
        }, "the entry");
        Assert.Equal(1, property.Value.Number);
        Assert.Equal(3, threads.Count);
        Assert.Single(threads.Distinct());
    }

    [Fact]
    public async Task A_listener_that_throws_hurts_no_other_and_is_told_of()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server, o => o.Kinds.Add("property"));
        var sensor = client.Lab.Things["sensor"];
        var heard = new ConcurrentQueue<string>();
        client.Lab.ListenerFailed += _ => throw new InvalidOperationException("even this one");
        sensor["distance"].Changed += _ => throw new InvalidOperationException("mine");
        sensor["distance"].Changed += _ => heard.Enqueue("property");
        sensor.Changed += _ => throw new ArgumentException("thing");
        sensor.Changed += _ => heard.Enqueue("thing");
        client.Lab.EntryHeard += _ => throw new NotSupportedException();
        client.Lab.EntryHeard += _ => heard.Enqueue("entry");
        await device.Say("sensor/distance", "1");
        await device.Say("sensor/distance", "2");
        await client.Until(() => heard.Count == 6, "all the others, twice");
        Assert.Equal(["property", "thing", "entry", "property", "thing", "entry"], heard);
        Assert.Equal(["InvalidOperationException", "ArgumentException", "NotSupportedException"], client.Failures.Take(3).Select(f => f.GetType().Name));
        Assert.DoesNotContain(LinkState.Waiting, client.States);
    }

    [Fact]
    public async Task Dispatching_from_within_a_listener_does_nothing_and_the_order_stays()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server, o => o.DispatchByHand = true);
        var seen = new List<(double Value, int Taken)>();
        client.Lab.Things["sensor"]["distance"].Changed += distance => seen.Add((distance.Value.Number!.Value, client.Lab.Dispatch()));
        for (var n = 1; n <= 20; n++) await device.Say("sensor/distance", $"{n}");
        await client.Until(() => seen.Count == 20, "all of them");
        Assert.Equal(Enumerable.Range(1, 20).Select(n => ((double)n, 0)), seen);
    }

    [Fact]
    public async Task Stopping_and_disposing_from_within_a_listener_ends_it_after_what_was_heard()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server);
        client.Lab.EntryHeard += _ => client.Lab.Dispose();
        await device.Say("sensor/distance", "1");
        await client.Is(LinkState.Closed);
        Assert.Equal(1, client.Lab.Things["sensor"]["distance"].Value.Number);
        Assert.Empty(client.Failures);
    }

    [Fact]
    public async Task A_listener_that_waits_for_another_thread_which_stops_the_client_does_not_hang()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server);
        var stopped = false;
        client.Lab.EntryHeard += _ => stopped = Task.Run(client.Lab.Stop).Wait(TimeSpan.FromSeconds(10));
        await device.Say("sensor/distance", "1");
        await client.Is(LinkState.Closed);
        Assert.True(stopped);
    }

    [Fact]
    public async Task Events_and_availability_and_repeated_readings_are_told_as_such()
    {
        await using var server = await TestServer.Start();
        await using var device = await server.Device();
        using var client = await Rig.Open(server);
        var told = new ConcurrentQueue<string>();
        var (lamp, door) = (client.Lab.Things["lamp"], client.Lab.Things["porta"]);
        door.EventHappened += entry => told.Enqueue($"{entry.Name} {entry.Value}");
        lamp.AvailabilityChanged += thing => told.Enqueue($"there {thing.IsAvailable} {thing.Since is not null}");
        lamp["ligada"].Changed += property => told.Enqueue($"changed {property.Value}");
        lamp["ligada"].Reported += property => told.Enqueue($"reported {property.Value} {property.Time is not null}");
        lamp.Changed += property => told.Enqueue($"thing {property.Name}");
        foreach (var (topic, text) in ((string, string)[])[("porta/aberta", "Ana"), ("lamp/status", "online"), ("lamp/state", "ON"), ("lamp/state", "ON"), ("lamp/status", "offline")])
        {
            var before = told.Count;
            await device.Say(topic, text);
            await client.Until(() => told.Count > before, topic);
        }
        Assert.Equal(["aberta Ana", "there True True", "changed true", "thing ligada", "reported true True", "reported true True", "there False True"], told);
        Assert.Equal(["lamp", "porta"], client.Lab.Things.Where(t => t.Version > 0).Select(t => t.Id).Order());
    }

    [Fact]
    public async Task Reading_goes_on_while_the_frames_stand_still()
    {
        await using var server = await Feed.Server();
        var frames = new Frames();
        using var client = Rig.Of(server, o => o.DispatchByHand = true);
        frames.Run(client.Lab.Start);
        await Wait.Until(() =>
        {
            frames.Next();
            client.Lab.Dispatch();
            return client.Lab.IsKnown;
        }, "the snapshot");
        await new Feed(server).Write(5000);
        await Wait.Until(() => client.Lab.Inbox.Waiting == 5000, "what was written");
        Assert.Equal(5000, client.Lab.Dispatch());
    }

    /// <summary>A player's main thread: what is posted to it is done in its next frame.</summary>
    sealed class Frames : SynchronizationContext
    {
        readonly ConcurrentQueue<(SendOrPostCallback Do, object? With)> _posted = new();

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

        public void Next() => Run(() =>
        {
            while (_posted.TryDequeue(out var next)) next.Do(next.With);
        });

        public void Run(Action work)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try { work(); }
            finally { SetSynchronizationContext(before); }
        }
    }

    [Fact]
    public void Once_warm_dispatching_allocates_nothing()
    {
        const int Turns = 200, Changes = 84, Things = 1000;
        using var client = new GemeoClient("127.0.0.1:1", options: new() { DispatchByHand = true });
        var told = 0;
        for (var n = 0; n < Things; n++) client.Things[$"load-{n}"]["distance"].Changed += _ => told++;
        client.EntryHeard += _ => told++;
        var reader = new EntryReader();
        var entries = Enumerable.Range(0, Turns * Changes)
            .Select(n => reader.Read($$"""{"cursor":"c:{{n}}","thing":"load-{{n % Things}}","version":{{n + 1}},"kind":"property","name":"distance","value":{{n}},"changed":true}""")!).ToArray();
        var before = 0L;
        for (var turn = 0; turn < Turns; turn++)
        {
            // The first turns make room in the inbox, and have the code compiled.
            if (turn == Turns / 2) before = GC.GetAllocatedBytesForCurrentThread();
            for (var n = 0; n < Changes; n++) client.Inbox.Put(entries[(turn * Changes) + n]);
            client.Dispatch();
        }
        Assert.Equal((0L, Turns * Changes * 2), (GC.GetAllocatedBytesForCurrentThread() - before, told));
    }

    [Fact]
    public void Listeners_come_and_go_from_many_threads_and_none_is_lost()
    {
        using var client = new GemeoClient("127.0.0.1:1");
        var thing = client.Things["lamp"];
        var heard = 0;
        Parallel.For(0, 1000, n =>
        {
            Action<Property> one = _ => Interlocked.Increment(ref heard);
            thing["ligada"].Changed += one;
            if (n % 2 == 0) thing["ligada"].Changed -= one;
        });
        thing["ligada"].Take(new Report(true, null, null));
        Assert.Equal(500, heard);
    }
}
