#nullable enable
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>A thing as a snapshot tells it.</summary>
    sealed class ThingState
    {
        static readonly ThingState _unknown = new ThingState();

        public long Version { get; private set; }

        /// <summary>Whether its device is there, and since when; null while nobody knows.</summary>
        public Report? Availability { get; private set; }

        public Dictionary<string, Report> Properties { get; } = new Dictionary<string, Report>();

        /// <param name="told"><c>{version, state: {available?, since?, properties: {name: {value, time, deviceTime?}}}}</c>; null for a thing that is not named.</param>
        public static ThingState Read(JToken? told)
        {
            if (told is null) return _unknown;
            var state = new ThingState
            {
                Version = told.Count("version"),
                Availability = told.At("state", "available") is { Type: JTokenType.Boolean } available ? new Report(available, told.Time("state", "since"), null) : null,
            };
            if (!(told.At("state", "properties") is JObject properties)) return state;
            foreach (var property in properties)
                state.Properties[property.Key] = new Report(property.Value.At("value"), property.Value.Time("time"), property.Value.Time("deviceTime"));
            return state;
        }
    }

    /// <summary>The whole lab as it is at a cursor.</summary>
    sealed class Snapshot
    {
        Snapshot(string? cursor, Dictionary<string, ThingState> things, bool cursorGone)
        {
            Cursor = cursor;
            Things = things;
            CursorGone = cursorGone;
        }

        public string? Cursor { get; }

        public Dictionary<string, ThingState> Things { get; }

        /// <summary>It comes because our cursor is no longer kept: what happened between is not told.</summary>
        public bool CursorGone { get; }

        public static Snapshot Read(JToken body)
        {
            var things = new Dictionary<string, ThingState>();
            if (body.At("things") is JObject told)
            {
                foreach (var thing in told) things[thing.Key] = ThingState.Read(thing.Value);
            }
            return new Snapshot(body.Text("cursor"), things, body.Text("reason") == "cursor-gone");
        }
    }
}
