#nullable enable
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Gemeo.Client
{
    /// <summary>The lab's things as they are now.</summary>
    public sealed class Things : IEnumerable<Thing>
    {
        readonly GemeoClient _client;
        readonly ConcurrentDictionary<string, Thing> _all = new ConcurrentDictionary<string, Thing>();

        internal Things(GemeoClient client) => _client = client;

        /// <summary>The thing with this id, told of yet or not.</summary>
        public Thing this[string id] => _all.TryGetValue(id, out var known) ? known : _all.GetOrAdd(id, new Thing(_client, id));

        public IEnumerator<Thing> GetEnumerator() => _all.Values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        internal void Take(Snapshot snapshot)
        {
            foreach (var told in snapshot.Things) this[told.Key].Take(told.Value);
            foreach (var thing in _all.Values)
            {
                if (!snapshot.Things.ContainsKey(thing.Id)) thing.Take(ThingState.Read(null));
            }
        }
    }
}
