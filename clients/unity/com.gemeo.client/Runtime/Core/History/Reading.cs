#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>A value at a time.</summary>
    public sealed class Reading
    {
        Reading(DateTimeOffset time, DateTimeOffset? deviceTime, Value value, bool changed)
        {
            Time = time;
            DeviceTime = deviceTime;
            Value = value;
            Changed = changed;
        }

        public DateTimeOffset Time { get; }

        public DateTimeOffset? DeviceTime { get; }

        public Value Value { get; }

        /// <summary>It was another one before.</summary>
        public bool Changed { get; }

        internal static Reading Read(JToken json) => new Reading(json.Time("time") ?? default, json.Time("deviceTime"), json.At("value"), json.Flag("changed"));
    }

    /// <summary>What lies in one bucket of a chart; true and false count as 1 and 0.</summary>
    public sealed class ChartPoint
    {
        ChartPoint(DateTimeOffset time, JToken json)
        {
            Time = time;
            Least = json.Number("min");
            Most = json.Number("max");
            Mean = json.Number("mean");
            Last = json.At("last") is { } last ? last : json.At("value");
            Count = json.Count("count");
        }

        /// <summary>Its beginning.</summary>
        public DateTimeOffset Time { get; }

        /// <summary>Null where it is of words.</summary>
        public double? Least { get; }

        public double? Most { get; }

        /// <summary>Of the readings, not weighted by time.</summary>
        public double? Mean { get; }

        /// <summary>The newest; of words the one that began here.</summary>
        public Value Last { get; }

        public long Count { get; }

        internal static ChartPoint Read(JToken json) => new ChartPoint(json.Time("time") ?? default, json);
    }

    /// <summary>A property over time.</summary>
    public sealed class Chart
    {
        Chart(IReadOnlyList<ChartPoint> points, TimeSpan? step, Reading? before)
        {
            Points = points;
            Step = step;
            Before = before;
        }

        public IReadOnlyList<ChartPoint> Points { get; }

        /// <summary>Length of a bucket; null when each point is one reading, or one change of words.</summary>
        public TimeSpan? Step { get; }

        /// <summary>The last reading before the first point's time; null when none is kept.</summary>
        public Reading? Before { get; }

        internal static Chart Read(JToken json) => new Chart(
            History.Items(json, "points").Select(ChartPoint.Read).ToList(),
            json.Number("step") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null,
            json.At("before") is { } before ? Reading.Read(before) : null);
    }

    /// <summary>The lab at an instant.</summary>
    public sealed class Past
    {
        readonly Dictionary<string, ThingState> _things;

        Past(DateTimeOffset at, string? cursor, Dictionary<string, ThingState> things)
        {
            At = at;
            Cursor = cursor;
            _things = things;
        }

        public DateTimeOffset At { get; }

        /// <summary>What came next in the log begins after it.</summary>
        public string? Cursor { get; }

        public IEnumerable<string> Things => _things.Keys;

        /// <summary>Null in kind for what was not known then.</summary>
        public Value this[string thing, string property] =>
            _things.TryGetValue(thing, out var state) && state.Properties.TryGetValue(property, out var report) ? report.Value : default;

        public bool? IsAvailable(string thing) => _things.TryGetValue(thing, out var state) ? state.Availability?.Value.Boolean : null;

        internal static Past Read(JToken json) => new Past(json.Time("at") ?? default, json.Text("cursor"), Snapshot.Read(json).Things);
    }
}
