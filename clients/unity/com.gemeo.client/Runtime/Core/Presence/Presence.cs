#nullable enable
using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>
    /// People in the same room, over the link. Whoever joined once is there again after a lost connection, as the same person.
    /// Changes and events come while the client dispatches.
    /// </summary>
    public sealed class Presence
    {
        // Fifteen times a second is what the others get to see.
        static readonly TimeSpan _pace = TimeSpan.FromSeconds(1 / 15.0);

        readonly Link _link;
        readonly IClock _clock;
        readonly Action<Exception> _failed;
        readonly Dictionary<string, Person> _people = new Dictionary<string, Person>();
        Listeners<Person> _came, _moved, _left;
        Listeners<Presence> _joined;
        Listeners<Refusal> _refused;
        string? _name;
        string? _token;
        Pose _pose;
        Pose _said;
        bool _pausing;

        internal Presence(Link link, IClock clock, Action<Exception> failed)
        {
            _link = link;
            _clock = clock;
            _failed = failed;
        }

        /// <summary>The room that was asked for; null when none was.</summary>
        public string? Room { get; private set; }

        /// <summary>One's own id; null while the room has not answered.</summary>
        public string? You { get; private set; }

        /// <summary>The room is full: one sees and is not seen, until a place becomes free.</summary>
        public bool IsObserver { get; private set; }

        /// <summary>The others.</summary>
        public IReadOnlyCollection<Person> People => _people.Values;

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
            (Room, _name, _pose, _said) = (room, name, pose, pose);
            Enter();
        }

        /// <summary>As often as one likes: what the others cannot see any more is not sent.</summary>
        public void Move(Pose pose)
        {
            _pose = pose;
            if (Room != null && !_pausing && _pose != _said) Tell();
        }

        public void Leave()
        {
            if (Room is null) return;
            Room = null;
            Empty();
            Say(new JObject { ["type"] = "leave" });
        }

        /// <summary>The link stands anew: the room knows nothing of this connection yet.</summary>
        internal void Enter()
        {
            if (Room is null) return;
            var join = new JObject { ["type"] = "join", ["id"] = MessageId, ["room"] = Room, ["pose"] = _pose.ToJson() };
            if (_name != null) join["name"] = _name;
            if (_token != null) join["token"] = _token;
            Say(join);
        }

        internal void Hear(Message message)
        {
            switch (message.Type)
            {
                case "room" when message.Body.Text("room") == Room: TakeRoom(message.Body); break;
                case "people" when message.Body.Text("room") == Room: TakeNews(message.Body); break;
                case "role":
                    IsObserver = message.Body.Text("role") == "observer";
                    _joined.Tell(this, _failed);
                    break;
                case "error" when message.Body.Text("id") == MessageId || message.Body.Text("code") == "superseded":
                    if (message.Body.Text("code") == "superseded") (Room, _token) = (null, null);
                    _refused.Tell(Refusal.Read((int)message.Body.Count("status"), message.Body.Line()), _failed);
                    break;
            }
        }

        const string MessageId = "presence";

        void TakeRoom(JToken room)
        {
            You = room.Text("you");
            _token = room.Text("token");
            IsObserver = room.Text("role") == "observer";
            var there = new HashSet<string>();
            foreach (var person in History.Items(room, "people"))
            {
                there.Add(person.Text("id") ?? "");
                Take(person);
            }
            foreach (var person in new List<Person>(_people.Values))
            {
                if (!there.Contains(person.Id)) Lose(person.Id);
            }
            _joined.Tell(this, _failed);
        }

        void TakeNews(JToken news)
        {
            foreach (var person in History.Items(news, "came")) Take(person);
            foreach (var moved in History.Items(news, "moved"))
            {
                if (moved is JArray { Count: 5 } step && (string?)step[0] is { } id && _people.TryGetValue(id, out var person))
                {
                    person.Pose = Pose.Read(step, 1);
                    _moved.Tell(person, _failed);
                }
            }
            foreach (var left in History.Items(news, "left")) Lose((string?)left ?? "");
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
            if (!_people.TryGetValue(id, out var person)) return;
            _people.Remove(id);
            _left.Tell(person, _failed);
        }

        void Empty()
        {
            foreach (var person in new List<Person>(_people.Values)) Lose(person.Id);
            (You, _token, IsObserver) = (null, null, false);
        }

        async void Tell()
        {
            _pausing = true;
            try
            {
                while (Room != null && _pose != _said)
                {
                    _said = _pose;
                    Say(new JObject { ["type"] = "move", ["pose"] = _pose.ToJson() });
                    await _clock.Delay(_pace, default);
                }
            }
            finally { _pausing = false; }
        }

        void Say(JObject message) => Patience.Forget(_link.Say(message));
    }
}
