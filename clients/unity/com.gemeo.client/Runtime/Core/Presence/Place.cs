#nullable enable
using System;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Gemeo.Client
{
    /// <summary>Where one wants to be and stands, and what is said of it: a step at most fifteen times a second, which is what the others get to see.</summary>
    sealed class Place
    {
        public const string MessageId = "presence";
        static readonly TimeSpan _pace = TimeSpan.FromSeconds(1 / 15.0);

        readonly object _gate = new object();
        readonly IClock _clock;
        readonly Func<JObject, Task<bool>> _say;
        string? _room;
        string? _name;
        string? _token;
        Pose _pose;
        Pose _said;
        bool _pausing;

        public Place(IClock clock, Func<JObject, Task<bool>> say)
        {
            _clock = clock;
            _say = say;
        }

        public string? Room
        {
            get { lock (_gate) return _room; }
        }

        /// <summary>With it one is the same person after a lost connection.</summary>
        public string? Token
        {
            get { lock (_gate) return _token; }
            set { lock (_gate) _token = value; }
        }

        public void Enter(string room, string? name, Pose pose)
        {
            lock (_gate)
            {
                if (room != _room) _token = null;
                (_room, _name, _pose) = (room, name, pose);
            }
            Enter();
        }

        /// <summary>Says so once more: the room knows nothing of this connection.</summary>
        public void Enter()
        {
            JObject join;
            lock (_gate)
            {
                if (_room is null) return;
                join = new JObject { ["type"] = "join", ["id"] = MessageId, ["room"] = _room, ["pose"] = _pose.ToJson() };
                if (_name != null) join["name"] = _name;
                if (_token != null) join["token"] = _token;
                _said = _pose;
            }
            Say(join);
        }

        // Called in each frame of somebody who stands still, which must cost nothing.
        public void Step(Pose pose)
        {
            lock (_gate)
            {
                _pose = pose;
                if (_pausing || _room is null || _pose == _said) return;
                _pausing = true;
            }
            Go();
        }

        async void Go()
        {
            while (Next() is { } step)
            {
                Say(step);
                await _clock.Delay(_pace, default);
            }
        }

        /// <returns>Null when there is nothing to say, and the next one need not wait.</returns>
        JObject? Next()
        {
            lock (_gate)
            {
                _pausing = _room != null && _pose != _said;
                _said = _pose;
                return _pausing ? new JObject { ["type"] = "move", ["pose"] = _pose.ToJson() } : null;
            }
        }

        /// <returns>False when one was nowhere.</returns>
        public bool Leave(bool say)
        {
            lock (_gate)
            {
                if (_room is null) return false;
                (_room, _token) = (null, null);
            }
            if (say) Say(new JObject { ["type"] = "leave" });
            return true;
        }

        void Say(JObject message) => Patience.Forget(_say(message));
    }
}
