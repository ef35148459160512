using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gemeo.Labs;
using Gemeo.Log;
using Gemeo.Tests.Log;
using Gemeo.Things;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gemeo.Tests.Things;

/// <summary>The lamp's twin without a server: a log in memory that can fail, a device link and a clock that the test drives.
/// Turns run one at a time and interleave where they wait, as in a grain.</summary>
sealed class TwinRig : IAsyncDisposable
{
    readonly TaskScheduler _turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    readonly ThingDescription _lamp = ReadLamp();
    LogWriter _writer;

    public TwinRig()
    {
        Disk.BeforeCommit = _ => { if (DiskFails) throw new LogUnavailableException("the disk is full"); };
        _writer = NewWriter();
        Twin = Open();
    }

    LogWriter NewWriter() => new(Disk, new(Disk.Head), NullLogger<LogWriter>.Instance);

    public MemoryStore Disk { get; } = new();
    public volatile bool DiskFails;
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    public Link Wire { get; } = new();
    public Twin Twin { get; private set; }

    public static ThingDescription ReadLamp()
    {
        var folder = Folder.New("lab");
        File.WriteAllText(Path.Combine(folder, "lab.json"), TestLab.Lamp);
        var lamp = LabFile.Load(folder).Things.Single(t => t.Id == "lamp");
        Folder.Remove(folder);
        return lamp;
    }

    Twin Open()
    {
        var twin = new Twin("lamp", Disk, _writer, Wire, Clock, () => _lamp);
        twin.Open();
        return twin;
    }

    /// <summary>The process died after so long, and another one takes up what is on disk.</summary>
    public async Task Restart(TimeSpan after = default)
    {
        await _writer.DisposeAsync();
        Clock.Advance(after);
        _writer = NewWriter();
        await Overtake();
    }

    /// <summary>A second activation takes over while the first still runs.</summary>
    public Task Overtake()
    {
        Twin = Open();
        return Turn(() => { _ = Twin.SettleAsync(); return Task.CompletedTask; });
    }

    public Task<T> Turn<T>(Func<Task<T>> turn) => Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.None, _turns).Unwrap().WaitAsync(TimeSpan.FromSeconds(20));

    public Task Turn(Func<Task> turn) => Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.None, _turns).Unwrap().WaitAsync(TimeSpan.FromSeconds(20));

    public Task<OrderAnswer> Ask(string action, TimeSpan? queue = null, bool wait = true) =>
        Turn(() => Twin.Ask(new Order { Of = CommandOf.Action, Name = action, Queue = queue, Wait = wait }));

    /// <summary>Asks without waiting for the end; ends when the order is on the wire.</summary>
    public async Task<(string Id, Task<OrderAnswer> Answer)> Send(string action)
    {
        var before = Wire.Sent.Count;
        var answer = Ask(action);
        await Wait.Until(() => Wire.Sent.Count > before, "the order on the wire");
        return (Wire.Sent.Last().Command, answer);
    }

    public Task Report(params Reading[] readings) => Turn(() => Twin.Report(readings));

    public Reading State(bool on, bool retained = false) => new(EntryKind.Property, "ligada", on ? "true"u8.ToArray() : "false"u8.ToArray(), Clock.Now(), Retained: retained);

    public Reading Online(bool online, bool retained = false) => new(EntryKind.Availability, "last-will", online ? "true"u8.ToArray() : "false"u8.ToArray(), Clock.Now(), Retained: retained);

    /// <summary>Every step of a command that is on disk.</summary>
    public string[] Steps(string command) => [.. Disk.Read(0, int.MaxValue).Where(e => e.Cause == command).Select(e => Command.Read(e.Value)).Select(c => JsonSerializer.SerializeToElement(c.State).GetString() + (c.Reason is null ? "" : " " + c.Reason))];

    public Command Stored(string command) => Command.Read(Disk.FindCommand(command)!.Document);

    /// <summary>Moves the clock until something holds: what waits for it may begin to wait at any time.</summary>
    public Task Until(Func<bool> holds, string what, TimeSpan? step = null) => Support.Wait.Until(() =>
    {
        if (holds()) return true;
        Clock.Advance(step ?? TimeSpan.FromMilliseconds(200));
        return false;
    }, what);

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync();

    /// <summary>The way to the device, which the test may break.</summary>
    public sealed class Link : IDeviceLink
    {
        public ConcurrentQueue<(string Topic, string Text, string Command)> Sent { get; } = new();
        public Func<Task>? Breaks { get; set; }

        public async Task SendAsync(Plan plan, string commandId, CancellationToken cancel)
        {
            if (Breaks is { } broken) await broken();
            Sent.Enqueue((plan.Form.Topic, Encoding.UTF8.GetString(Gemeo.Devices.Codec.Encoder.Encode(plan.Form, plan.Value, commandId)), commandId));
        }
    }
}
