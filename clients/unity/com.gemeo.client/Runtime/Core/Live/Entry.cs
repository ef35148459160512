#nullable enable
using System;
using Newtonsoft.Json;

namespace Gemeo.Client
{
    /// <summary>What an entry of the log tells of.</summary>
    public enum EntryKind
    {
        /// <summary>A kind that this client does not know.</summary>
        Other,

        /// <summary>A reading.</summary>
        Property,
        Event,

        /// <summary>A step of an order, property writes included.</summary>
        Action,
        Availability,

        /// <summary>A payload that was refused.</summary>
        Security,
    }

    /// <summary>One entry of the lab's log. It never changes.</summary>
    public sealed class Entry
    {
        internal Entry(string raw, string cursor, string thing, long version, EntryKind kind, string name, Report report)
        {
            Raw = raw;
            Cursor = cursor;
            Thing = thing;
            Version = version;
            Kind = kind;
            Name = name;
            Report = report;
        }

        /// <summary>Its place in the log. Opaque: keep it, compare it with nothing.</summary>
        public string Cursor { get; }

        public string Thing { get; }

        /// <summary>The thing's own count of entries: 1, 2, 3…</summary>
        public long Version { get; }

        public EntryKind Kind { get; }

        /// <summary>The property, event or action; of availability why: <c>last-will</c>, <c>heard</c>, <c>silent</c>.</summary>
        public string Name { get; }

        /// <summary>What was reported; of an action the whole command (<see cref="Command"/>), of availability true or false.</summary>
        public Value Value => Report.Value;

        /// <summary>When the server took it.</summary>
        public DateTimeOffset Time => Report.Time ?? default;

        /// <summary>The device's own time, when it sent one.</summary>
        public DateTimeOffset? DeviceTime => Report.DeviceTime;

        /// <summary>False for a reading that repeats the value known.</summary>
        public bool Changed { get; internal set; }

        /// <summary>The command's id, of actions.</summary>
        public string? Cause { get; internal set; }

        /// <summary>Letter by letter as it came.</summary>
        public string Raw { get; }

        internal Report Report { get; }

        /// <summary>From its JSON, as <c>/log</c> and <c>/events</c> have it.</summary>
        /// <exception cref="BadAnswerException">It is no entry.</exception>
        public static Entry Read(string json)
        {
            try { return new EntryReader().Read(json) ?? throw new BadAnswerException("no entry of the log"); }
            catch (JsonException why) { throw new BadAnswerException(why.Message, why); }
        }

        /// <summary>The order as it stands after this step; null for other kinds.</summary>
        public Command? Command => Kind == EntryKind.Action ? Client.Command.Of(Value.Structure) : null;
    }
}
