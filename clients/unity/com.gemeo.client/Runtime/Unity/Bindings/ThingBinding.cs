#nullable enable
using Gemeo.Client;
using UnityEngine;
using UnityEngine.Events;

namespace Gemeo.Unity
{
    /// <summary>Binds an object to a thing of the lab. The other bindings stand on it; alone it tells its UnityEvents.</summary>
    [AddComponentMenu("Gêmeo/Thing binding")]
    public class ThingBinding : MonoBehaviour
    {
        [SerializeField, Tooltip("Empty: the scene's")] GemeoConnection? _connection;
        [SerializeField, ThingId, Tooltip("The thing's id: lampada-bancada")] string _thing = "";

        /// <summary>One of its properties became another value.</summary>
        public UnityEvent onChanged = new UnityEvent();

        /// <summary>Its device is away.</summary>
        public UnityEvent onUnavailable = new UnityEvent();

        /// <summary>Its device is there.</summary>
        public UnityEvent onAvailable = new UnityEvent();

        GemeoConnection? _attached;
        GemeoClient? _client;
        bool? _available;

        /// <summary>Whose thing it is; null for the scene's.</summary>
        public GemeoConnection? Connection
        {
            get => _connection;
            set
            {
                _connection = value;
                if (isActiveAndEnabled) Attach();
            }
        }

        public string ThingId
        {
            get => _thing;
            set
            {
                _thing = value;
                if (isActiveAndEnabled) Attach();
            }
        }

        /// <summary>Null while this is disabled, there is no connection, or no id.</summary>
        public Thing? Thing { get; private set; }

        /// <summary>Its device is known to be away.</summary>
        public bool IsUnavailable => Thing is { IsAvailable: false };

        /// <summary>The language of the connection, for words of our own.</summary>
        protected internal string Language => _attached != null && _attached.Language.Length > 0 ? _attached.Language : "pt";

        /// <summary>The connection that is followed.</summary>
        protected GemeoConnection? Attached => _attached;

        protected virtual void OnEnable()
        {
            GemeoConnection.DefaultChanged += Attach;
            Attach();
        }

        protected virtual void OnDisable()
        {
            GemeoConnection.DefaultChanged -= Attach;
            Detach();
        }

        /// <summary><see cref="Thing"/> is another one now, or none: what is shown of it is to be shown anew.</summary>
        protected virtual void OnBound()
        {
        }

        /// <summary>A property became another value; once for each that is known when the thing is bound.</summary>
        protected virtual void OnChanged(Property property)
        {
        }

        /// <summary>Its device came, or went.</summary>
        protected virtual void OnAvailability(Thing thing)
        {
        }

        void Attach()
        {
            var connection = _connection != null ? _connection : GemeoConnection.Default;
            var client = connection != null ? connection.Reached : null;
            if (ReferenceEquals(client, _client) && ReferenceEquals(connection, _attached) && (Thing?.Id ?? "") == (client is null ? "" : _thing)) return;
            Detach();
            (_attached, _client) = (connection, client);
            if (connection != null) connection.ClientChanged += Attach;
            Thing = client != null && _thing.Length > 0 ? client.Things[_thing] : null;
            if (Thing != null) Listen(Thing);
            OnBound();
            if (Thing != null) TellKnown(Thing);
        }

        void Detach()
        {
            if (_attached is { } connection) connection.ClientChanged -= Attach;
            if (Thing is { } thing)
            {
                thing.Changed -= HearChange;
                thing.AvailabilityChanged -= HearAvailability;
            }
            (_attached, _client, Thing, _available) = (null, null, null, null);
        }

        void Listen(Thing thing)
        {
            thing.Changed += HearChange;
            thing.AvailabilityChanged += HearAvailability;
        }

        void TellKnown(Thing thing)
        {
            foreach (var property in thing.Properties)
            {
                if (property.IsKnown) HearChange(property);
            }
            HearAvailability(thing);
        }

        // The one who is told may destroy this, or disable it, while others are still to be told.
        void HearChange(Property property)
        {
            if (!ReferenceEquals(property.Thing, Thing)) return;
            OnChanged(property);
            onChanged.Invoke();
        }

        void HearAvailability(Thing thing)
        {
            if (!ReferenceEquals(thing, Thing) || thing.IsAvailable == _available) return;
            _available = thing.IsAvailable;
            OnAvailability(thing);
            if (_available == true) onAvailable.Invoke();
            else if (_available == false) onUnavailable.Invoke();
        }
    }
}
