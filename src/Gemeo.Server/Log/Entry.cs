namespace Gemeo.Log;

/// <summary>What an entry tells. <c>Action</c> covers every step of a command, property writes included.</summary>
public enum EntryKind : byte { Property, Action, Event, Availability, Security }

/// <summary>The message a device sent, kept beside its entry in memory only (for <c>/ws?raw=</c>); never stored.</summary>
[GenerateSerializer, Immutable]
public sealed record RawMessage([property: Id(0)] string Topic, [property: Id(1)] byte[] Payload);

/// <summary>One entry of the log. Immutable but for its place, which the log gives when it commits.</summary>
public sealed class Entry
{
    public required string Thing { get; init; }
    /// <summary>The thing's own count of entries, from 1; a duplicate delivery shows by it.</summary>
    public required long Version { get; init; }
    public required EntryKind Kind { get; init; }
    /// <summary>Property, action or event name; the reason's code for availability and security.</summary>
    public required string Name { get; init; }
    /// <summary>Compact UTF-8 JSON.</summary>
    public required byte[] Value { get; init; }
    /// <summary>When the server took it, Unix microseconds.</summary>
    public required long Time { get; init; }
    /// <summary>The device's own time, Unix microseconds, when it sent one.</summary>
    public long? DeviceTime { get; init; }
    /// <summary>False for a reading that repeats the value already known.</summary>
    public bool Changed { get; init; } = true;
    /// <summary>The command's id, or who did it; null for what a device said by itself.</summary>
    public string? Cause { get; init; }
    public RawMessage? Raw { get; init; }
    /// <summary>Place in the log, from 1; 0 until committed.</summary>
    public long N { get; internal set; }
}

/// <summary>A command's newest document, written in the same transaction as the entry that tells of it.</summary>
/// <param name="Open">False once it has ended.</param>
/// <param name="Document">Compact UTF-8 JSON.</param>
public sealed record CommandRow(string Id, string Thing, bool Open, byte[] Document);

/// <summary>A thing's state as committed.</summary>
/// <param name="Document">Compact UTF-8 JSON.</param>
public sealed record StoredState(string Thing, long Version, byte[] Document);
