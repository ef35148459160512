#nullable enable
using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Reads entries without a tree in between, one after another. What comes again and again, ids, names, room for the text, is kept.</summary>
    sealed class EntryReader
    {
        const int MostNames = 100_000;
        static readonly string[] _members = { "cursor", "thing", "version", "kind", "name", "value", "time", "deviceTime", "changed", "cause", "type" };
        readonly DefaultJsonNameTable _table = new DefaultJsonNameTable();
        readonly Dictionary<string, string> _names = new Dictionary<string, string>();
        readonly Room _room = new Room();

        public EntryReader()
        {
            foreach (var member in _members) _table.Add(member);
        }

        /// <returns>Null for a message of another kind: it has a <c>type</c>.</returns>
        /// <exception cref="JsonException">It is no JSON.</exception>
        public Entry? Read(string text)
        {
            using var json = Json.Reader(text);
            (json.ArrayPool, json.PropertyNameTable) = (_room, _table);
            if (!json.Read() || json.TokenType != JsonToken.StartObject) return null;
            var read = new Members();
            while (json.Read() && json.TokenType == JsonToken.PropertyName)
            {
                var member = (string)json.Value!;
                if (member == "type") return null;
                json.Read();
                Take(ref read, member, json);
                // Whatever was not taken whole.
                json.Skip();
            }
            if (json.TokenType != JsonToken.EndObject) throw new JsonReaderException("an entry without its end");
            if (read.Cursor is null || read.Thing is null || read.Name is null) return null;
            return new Entry(text, read.Cursor, read.Thing, read.Version, read.Kind, read.Name, new Report(read.Value, read.Time, read.DeviceTime))
            {
                Changed = read.Changed,
                Cause = read.Cause,
            };
        }

        void Take(ref Members read, string member, JsonTextReader json)
        {
            switch (member)
            {
                case "cursor": read.Cursor = json.Value as string; break;
                case "thing": read.Thing = Kept(json.Value as string); break;
                case "version": read.Version = json.Value is long version ? version : 0; break;
                case "kind": read.Kind = KindOf(json.Value as string); break;
                case "name": read.Name = Kept(json.Value as string); break;
                case "value": read.Value = ValueAt(json); break;
                case "time": read.Time = TimeAt(json); break;
                case "deviceTime": read.DeviceTime = TimeAt(json); break;
                case "changed": read.Changed = json.Value is bool changed && changed; break;
                case "cause": read.Cause = json.Value as string; break;
            }
        }

        string? Kept(string? name)
        {
            if (name is null) return null;
            if (_names.TryGetValue(name, out var kept)) return kept;
            if (_names.Count < MostNames) _names.Add(name, name);
            return name;
        }

        internal static EntryKind KindOf(string? kind) => kind switch
        {
            "property" => EntryKind.Property,
            "event" => EntryKind.Event,
            "action" => EntryKind.Action,
            "availability" => EntryKind.Availability,
            "security" => EntryKind.Security,
            _ => EntryKind.Other,
        };

        static Value ValueAt(JsonTextReader json) => json.TokenType switch
        {
            JsonToken.Boolean => (bool)json.Value!,
            JsonToken.Integer => json.Value is long whole ? Value.Whole(whole) : Value.Of(new JValue(json.Value)),
            JsonToken.Float => (double)json.Value!,
            JsonToken.String => (string)json.Value!,
            JsonToken.StartObject => JToken.ReadFrom(json),
            JsonToken.StartArray => JToken.ReadFrom(json),
            _ => default,
        };

        static DateTimeOffset? TimeAt(JsonTextReader json) => json.Value is string text && Json.TryTime(text, out var time) ? time : (DateTimeOffset?)null;

        sealed class Room : IArrayPool<char>
        {
            char[]? _kept;

            public char[] Rent(int minimumLength)
            {
                var kept = _kept;
                _kept = null;
                return kept != null && kept.Length >= minimumLength ? kept : new char[minimumLength];
            }

            public void Return(char[]? array) => _kept = array;
        }

        struct Members
        {
            public string? Cursor, Thing, Name, Cause;
            public long Version;
            public EntryKind Kind;
            public Value Value;
            public DateTimeOffset? Time, DeviceTime;
            public bool Changed;
        }
    }
}
