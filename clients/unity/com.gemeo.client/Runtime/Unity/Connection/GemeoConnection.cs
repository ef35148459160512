#nullable enable
using System;
using System.Collections.Generic;
using Gemeo.Client;
using UnityEngine;
using UnityEngine.Events;

namespace Gemeo.Unity
{
    /// <summary>
    /// A scene's way to a lab: one on any object is enough. While it is enabled it follows the lab, and once a frame, before all others, tells what
    /// has come: whatever is told is told on the main thread. Disabled it rests, and enabled again it goes on where it was.
    /// </summary>
    [AddComponentMenu("Gêmeo/Connection")]
    [DefaultExecutionOrder(-1000)]
    [DisallowMultipleComponent]
    public sealed class GemeoConnection : MonoBehaviour
    {
        static readonly List<GemeoConnection> _enabled = new List<GemeoConnection>();

        [SerializeField, Tooltip("http://host:port, or the address that ./dev up --lan prints")] string _address = "http://127.0.0.1:8080";
        [SerializeField, Tooltip("Needed from another machine. It stands in the scene, and in every build of it")] string _key = "";
        [SerializeField, Tooltip("Of the server's sentences: pt or en. Empty leaves it to the server")] string _language = "";
        [SerializeField, Tooltip("Otherwise a script calls Connect()")] bool _connectOnEnable = true;
        [SerializeField, Tooltip("What is more waits for the next frame; 0 for all")] int _maxChangesPerFrame;

        /// <summary>The link stands: what is shown is true.</summary>
        public UnityEvent onOpen = new UnityEvent();

        /// <summary>It no longer does.</summary>
        public UnityEvent onLost = new UnityEvent();

        UnityPlatform? _platform;
        GemeoClient? _client;
        bool _following, _changed;

        /// <summary>The one that those components take who name none: the enabled one, the first of several.</summary>
        public static GemeoConnection? Default => _enabled.Count == 0 ? null : _enabled[0];

        internal static event Action? DefaultChanged;

        /// <summary>For a connection without a key: asked with its address. The editor has the keys of the person who sits at it.</summary>
        public static Func<string, string?>? FindKey { get; set; }

        public string Address { get => _address; set => Connect(value, _key); }

        public string Key { get => _key; set => Connect(_address, value); }

        public string Language { get => _language; set => Change(ref _language, value); }

        public bool ConnectOnEnable { get => _connectOnEnable; set => _connectOnEnable = value; }

        public int MaxChangesPerFrame { get => _maxChangesPerFrame; set => _maxChangesPerFrame = value; }

        /// <summary>The lab. The same one until the address, the key or the language changes.</summary>
        /// <exception cref="ArgumentException">The address is none.</exception>
        public GemeoClient Client => _client ?? Make(ServerAddress.Parse(_address, UsedKey));

        public LinkStatus Status { get; private set; }

        public event Action<LinkStatus>? StatusChanged;

        /// <summary>All things were told anew.</summary>
        public event Action<GemeoClient>? SnapshotTaken;

        /// <summary><see cref="Client"/> is another one now.</summary>
        public event Action? ClientChanged;

        string? UsedKey => _key.Length > 0 ? _key : FindKey?.Invoke(_address);

        /// <summary>Null while the address is none.</summary>
        internal GemeoClient? Reached => _client ?? (ServerAddress.TryParse(_address, UsedKey, out var address) ? Make(address!) : null);

        /// <summary>Follows another lab from now on.</summary>
        public void Connect(string address, string? key = null)
        {
            (_address, _key) = (address, key ?? "");
            Renew();
            Connect();
        }

        /// <summary>Follows the lab, if this is enabled.</summary>
        public void Connect()
        {
            if (_following || !isActiveAndEnabled) return;
            if (Reached is null)
            {
                Debug.LogError("Gêmeo: no address of a server: \"" + _address + "\". Expected one like http://127.0.0.1:8080.", this);
                return;
            }
            _following = true;
            Client.Start();
        }

        /// <summary>Follows it no longer. Orders and questions go on.</summary>
        public void Disconnect()
        {
            if (!_following) return;
            _following = false;
            _client?.Stop();
            Hear(default);
        }

        void OnEnable()
        {
            _enabled.Add(this);
            if (Default == this) DefaultChanged?.Invoke();
            if (_connectOnEnable) Connect();
        }

        void Update()
        {
            ClickRay.Look();
            if (_changed) Follow();
            if (_client is null) return;
            _platform!.Tick();
            _client.Dispatch(_maxChangesPerFrame > 0 ? _maxChangesPerFrame : int.MaxValue);
        }

        void OnDisable()
        {
            var wasDefault = Default == this;
            _enabled.Remove(this);
            Disconnect();
            if (wasDefault) DefaultChanged?.Invoke();
        }

        void OnDestroy() => Leave();

        void OnApplicationPause(bool paused) => Return(!paused);

        void OnApplicationFocus(bool focus) => Return(focus);

        // Typed into the inspector while playing.
        void OnValidate() => _changed = _client != null;

        // The network may be back with the player.
        void Return(bool back)
        {
            if (back) _client?.RetryNow();
        }

        void Change(ref string field, string value)
        {
            field = value;
            Follow();
        }

        void Follow()
        {
            _changed = false;
            var followed = _following;
            Renew();
            if (followed) Connect();
        }

        void Renew()
        {
            Disconnect();
            Leave();
            ClientChanged?.Invoke();
        }

        GemeoClient Make(ServerAddress address)
        {
            _platform = new UnityPlatform();
            _client = new GemeoClient(address, _platform.Platform, new ClientOptions { DispatchByHand = true, Language = _language.Length > 0 ? _language : null });
            _client.ListenerFailed += why => Debug.LogException(why, this);
            _client.StatusChanged += Hear;
            _client.SnapshotTaken += client => SnapshotTaken.Tell(client, this);
            return _client;
        }

        void Leave()
        {
            _client?.Dispose();
            _platform?.Dispose();
            (_client, _platform) = (null, null);
        }

        void Hear(LinkStatus status)
        {
            if (status.State != LinkState.Closed && !_following) return;
            var was = Status.State;
            if (was == status.State && status.State == LinkState.Closed) return;
            Status = status;
            StatusChanged.Tell(status, this);
            if (status.State == LinkState.Open) Telling.Safely(onOpen.Invoke, this);
            else if (was == LinkState.Open) Telling.Safely(onLost.Invoke, this);
        }

        /// <summary>Static fields outlive play mode where the domain is not reloaded.</summary>
        [RuntimeInitializeOnLoadMethod(RuntimeInitializeLoadType.SubsystemRegistration)]
        static void Forget()
        {
            _enabled.Clear();
            DefaultChanged = null;
        }
    }
}
