#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gemeo.Client;
using Newtonsoft.Json.Linq;

namespace Gemeo.Samples.CarPark
{
    /// <summary>What happened last at the spots, newest first, in words.</summary>
    public sealed class Happenings
    {
        readonly List<Happening> _all = new List<Happening>();
        readonly IReadOnlyDictionary<string, string> _titles;
        readonly bool _portuguese;
        readonly int _most;

        /// <param name="titles">Of the spots, by their id; others are passed over.</param>
        public Happenings(IReadOnlyDictionary<string, string> titles, bool portuguese, int most)
        {
            _titles = titles;
            _portuguese = portuguese;
            _most = most;
        }

        public string Text => string.Join("\n", _all.Select(Line));

        /// <summary>An entry as it comes over the socket. What only repeats the value known tells nothing.</summary>
        /// <returns>True when there is something new to show.</returns>
        public bool Take(Entry entry)
        {
            if (entry.Kind != EntryKind.Property || !entry.Changed || !(entry.Value.Boolean is { } taken) || !_titles.ContainsKey(entry.Thing)) return false;
            return Put(new Happening(entry.Thing, entry.Version, entry.Time, taken));
        }

        /// <summary>A page of the log: what happened before we looked. What came over the socket meanwhile may be in it too.</summary>
        public void Take(JToken page)
        {
            foreach (var item in page.At("items") ?? new JArray())
            {
                if (Value.Of(item.At("value")).Boolean is { } taken && item.Text("thing") is { } thing && _titles.ContainsKey(thing))
                    Put(new Happening(thing, item.Count("version"), item.Time("time") ?? default, taken));
            }
        }

        bool Put(Happening one)
        {
            if (_all.Any(other => other.Thing == one.Thing && other.Version == one.Version)) return false;
            var older = _all.FindIndex(other => other.Time < one.Time);
            _all.Insert(older < 0 ? _all.Count : older, one);
            if (_all.Count > _most) _all.RemoveAt(_most);
            return true;
        }

        string Line(Happening one) =>
            one.Time.LocalDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + "  " + _titles[one.Thing] + ": " + Said(one.Taken);

        string Said(bool taken) => taken ? _portuguese ? "chegou um carro" : "a car came" : _portuguese ? "saiu um carro" : "a car left";

        readonly struct Happening
        {
            public Happening(string thing, long version, DateTimeOffset time, bool taken)
            {
                Thing = thing;
                Version = version;
                Time = time;
                Taken = taken;
            }

            public string Thing { get; }

            public long Version { get; }

            public DateTimeOffset Time { get; }

            public bool Taken { get; }
        }
    }
}
