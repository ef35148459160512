#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Gemeo.Client
{
    /// <summary>A thing of the lab as it is known now. One may be had, and listened to, before the server has told of it.</summary>
    public sealed class Thing
    {
        readonly ConcurrentDictionary<string, Property> _properties = new ConcurrentDictionary<string, Property>();
        Listeners<Property> _changed;
        Listeners<Thing> _availabilityChanged;
        Listeners<Entry> _eventHappened;
        Report? _availability;

        internal Thing(GemeoClient client, string id)
        {
            Client = client;
            Id = id;
        }

        public GemeoClient Client { get; }

        public string Id { get; }

        /// <summary>Its count of entries: 0 while nothing is known.</summary>
        public long Version { get; private set; }

        /// <summary>Whether its device is there; null while nobody knows.</summary>
        public bool? IsAvailable => _availability?.Value.Boolean;

        /// <summary>Since when it is there, or gone.</summary>
        public DateTimeOffset? Since => _availability?.Time;

        /// <summary>Those that were reported or asked for.</summary>
        public IEnumerable<Property> Properties => _properties.Values;

        /// <summary>Of this name, reported yet or not.</summary>
        public Property this[string property] =>
            _properties.TryGetValue(property, out var known) ? known : _properties.GetOrAdd(property, new Property(this, property));

        /// <summary>One of its properties became another value; comes after the property's own.</summary>
        public event Action<Property> Changed
        {
            add => _changed.Add(value);
            remove => _changed.Remove(value);
        }

        public event Action<Thing> AvailabilityChanged
        {
            add => _availabilityChanged.Add(value);
            remove => _availabilityChanged.Remove(value);
        }

        /// <summary>An event in the sense of its Thing Description: the entry's name and value say what.</summary>
        public event Action<Entry> EventHappened
        {
            add => _eventHappened.Add(value);
            remove => _eventHappened.Remove(value);
        }

        /// <summary>Runs an action; ends when the device reported what it was to bring about.</summary>
        /// <inheritdoc cref="Orders.Invoke"/>
        public Task<Command> Invoke(string action, Value input = default, OrderOptions? options = null, CancellationToken cancel = default) =>
            Client.Orders.Invoke(Id, action, input, options, cancel);

        /// <returns>False when it was seen before.</returns>
        internal bool Take(Entry entry)
        {
            if (entry.Version <= Version) return false;
            Version = entry.Version;
            switch (entry.Kind)
            {
                case EntryKind.Property:
                    this[entry.Name].Take(entry.Report);
                    break;
                case EntryKind.Event:
                    _eventHappened.Tell(entry, Client.Failed);
                    break;
                case EntryKind.Availability:
                    Become(entry.Report);
                    break;
            }
            return true;
        }

        /// <summary>As the server tells it whole: what it does not name is not known any more.</summary>
        internal void Take(ThingState state)
        {
            Version = state.Version;
            Become(state.Availability);
            foreach (var told in state.Properties) this[told.Key].Take(told.Value);
            foreach (var property in _properties.Values)
            {
                if (!state.Properties.ContainsKey(property.Name)) property.Forget();
            }
        }

        internal void Touched(Property property) => _changed.Tell(property, Client.Failed);

        void Become(Report? availability)
        {
            if (IsAvailable == availability?.Value.Boolean && Since == availability?.Time) return;
            _availability = availability;
            _availabilityChanged.Tell(this, Client.Failed);
        }
    }
}
