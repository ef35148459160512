#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>
    /// People in the same room, over the link. Whoever joined once is there again after a lost connection, as the same person.
    /// Changes and events come while the client dispatches; who goes elsewhere loses sight of the others at once.
    /// </summary>
    public sealed class Presence
    {
        readonly Place _place;
        readonly Action<Exception> _failed;
        readonly ConcurrentDictionary<string, Person> _people = new ConcurrentDictionary<string, Person>();
        Listeners<Person> _came, _moved, _left;
        Listeners<Presence> _joined;
        Listeners<Refusal> _refused;

        internal Presence(Link link, IClock clock, Action<Exception> failed)
        {
            _place = new Place(clock, message => link.Say(message));
            _failed = failed;
        }

        /// <summary>The room that was asked for; null when none was, or when it was refused.</summary>
        public string? Room => _place.Room;

        /// <summary>One's own id; null while the room has not answered.</summary>
        public string? You { get; private set; }

        /// <summary>The room is full: one sees and is not seen, until a place becomes free.</summary>
        public bool IsObserver { get; private set; }

        internal string? Token => _place.Token;

        /// <summary>The others, as they are now.</summary>
        public IReadOnlyCollection<Person> People => (IReadOnlyCollection<Person>)_people.Values;

        public event Action<Person> Came { add => _came.Add(value); remove => _came.Remove(value); }

        /// <summary>A new pose, or a new name.</summary>
        public event Action<Person> Moved { add => _moved.Add(value); remove => _moved.Remove(value); }

        public event Action<Person> Left { add => _left.Add(value); remove => _left.Remove(value); }

        /// <summary>The room answered, or one's role in it is another now.</summary>
        public event Action<Presence> Joined { add => _joined.Add(value); remove => _joined.Remove(value); }

        /// <summary>The room would not have it: an unknown room, a name that is none, somebody who came back elsewhere.</summary>
        public event Action<Refusal> Refused { add => _refused.Add(value); remove => _refused.Remove(value); }

        /// <summary>Enters a room of the lab's scene, now or as soon as the link stands; leaves the one before.</summary>
        /// <param name="name">1 to 40 characters; without one the server calls a visitor so.</param>
        public void Join(string room, string? name, Pose pose)
        {
            if (room != Room) Empty();
            _place.Enter(room, name, pose);
        }

        /// <summary>As often as one likes: what the others cannot see any more is not sent.</summary>
        public void Move(Pose pose) => _place.Step(pose);

        public void Leave()
        {
            if (_place.Leave(say: true)) Empty();
        }

        /// <summary>The link stands anew.</summary>
        internal void Enter() => _place.Enter();

        internal void Hear(Message message)
        {
            switch (message.Type)
            {
                case "room" when message.Body.Text("room") == Room: TakeRoom(message.Body); break;
                case "people" when message.Body.Text("room") == Room: TakeNews(message.Body); break;
                case "role": TakeRole(message.Body); break;
                case "error": TakeRefusal(Refusal.Read((int)message.Body.Count("status"), message.Body.Line())); break;
            }
        }

        // Whoever is refused a room is still in the one before, as far as the server knows.
        void TakeRefusal(Refusal refusal)
        {
            var superseded = refusal.Code == "superseded";
            if (!superseded && refusal.Document.Text("id") != Place.MessageId) return;
            if ((superseded || You is null) && _place.Leave(say: !superseded)) Empty();
            _refused.Tell(refusal, _failed);
        }

        void TakeRole(JToken told)
        {
            IsObserver = told.Text("role") == "observer";
            _joined.Tell(this, _failed);
        }

        void TakeRoom(JToken room)
        {
            You = room.Text("you");
            _place.Token = room.Text("token");
            var there = new HashSet<string>();
            foreach (var person in History.Items(room, "people"))
            {
                there.Add(person.Text("id") ?? "");
                Take(person);
            }
            foreach (var known in _people.Keys)
            {
                if (!there.Contains(known)) Lose(known);
            }
            TakeRole(room);
        }

        void TakeNews(JToken news)
        {
            foreach (var person in History.Items(news, "came")) Take(person);
            foreach (var moved in History.Items(news, "moved"))
            {
                if (moved is JArray { Count: 5 } step && step[0].Text() is { } id && _people.TryGetValue(id, out var person))
                {
                    person.Pose = Pose.Read(step, 1);
                    _moved.Tell(person, _failed);
                }
            }
            foreach (var left in History.Items(news, "left")) Lose(left.Text() ?? "");
        }

        void Take(JToken told)
        {
            var (id, name, pose) = (told.Text("id") ?? "", told.Text("name") ?? "", Pose.Read(told.At("pose"), 0));
            if (id == You) return;
            if (!_people.TryGetValue(id, out var person))
            {
                _people[id] = person = new Person(id, name, pose);
                _came.Tell(person, _failed);
                return;
            }
            if (person.Name == name && person.Pose == pose) return;
            (person.Name, person.Pose) = (name, pose);
            _moved.Tell(person, _failed);
        }

        void Lose(string id)
        {
            if (_people.TryRemove(id, out var person)) _left.Tell(person, _failed);
        }

        void Empty()
        {
            foreach (var id in _people.Keys) Lose(id);
            (You, IsObserver) = (null, false);
        }
    }
}
