#nullable enable
using System.Collections.Generic;
using Gemeo.Client;
using UnityEngine;
using UnityEngine.Events;
using Pose = Gemeo.Client.Pose;

namespace Gemeo.Unity
{
    /// <summary>
    /// The others in the same room, and oneself to them. This object's origin is the scene's: avatars are put below it, and the tracked
    /// transform is told relative to it.
    /// </summary>
    [AddComponentMenu("Gêmeo/Presence avatars")]
    public sealed class PresenceAvatars : MonoBehaviour
    {
        [SerializeField, Tooltip("Empty: the scene's")] GemeoConnection? _connection;
        [SerializeField, Tooltip("A room of the lab's scene")] string _room = "";
        [SerializeField, Tooltip("1 to 40 characters; without one the server calls a visitor so")] string _name = "";
        [SerializeField, Tooltip("Where the others see you; empty: the main camera")] Transform? _tracked;
        [SerializeField, Tooltip("Feet at its origin, facing its z; a text below it becomes the name")] GameObject? _avatar;

        /// <summary>The room would not have you, a sentence says why.</summary>
        public UnityEvent<string> onRefused = new UnityEvent<string>();

        readonly Dictionary<string, Avatar> _avatars = new Dictionary<string, Avatar>();
        GemeoConnection? _attached;
        Gemeo.Client.Presence? _presence;

        public GemeoConnection? Connection { get => _connection; set => Set(ref _connection, value); }

        public string Room { get => _room; set => Set(ref _room, value); }

        public string PersonName { get => _name; set => Set(ref _name, value); }

        public Transform? Tracked { get => _tracked; set => _tracked = value; }

        public GameObject? AvatarPrefab { get => _avatar; set => _avatar = value; }

        /// <summary>Null while there is no connection, or no room.</summary>
        public Gemeo.Client.Presence? Presence => _presence;

        void OnEnable()
        {
            GemeoConnection.DefaultChanged += Attach;
            Attach();
        }

        void OnDisable()
        {
            GemeoConnection.DefaultChanged -= Attach;
            Detach();
        }

        void Update()
        {
            if (_presence is null) return;
            foreach (var avatar in _avatars) avatar.Value.Step(Time.deltaTime);
            if (Followed is { } followed && followed != null) _presence.Move(PoseOf(followed));
        }

        Transform? Followed
        {
            get
            {
                if (_tracked != null) return _tracked;
                var camera = Camera.main;
                return camera != null ? camera.transform : null;
            }
        }

        Pose PoseOf(Transform followed) =>
            SceneAxes.FromUnity(transform.InverseTransformPoint(followed.position), transform.InverseTransformDirection(followed.forward));

        void Set<T>(ref T field, T value)
        {
            field = value;
            if (!isActiveAndEnabled) return;
            Detach();
            Attach();
        }

        void Attach()
        {
            var connection = _connection != null ? _connection : GemeoConnection.Default;
            var presence = connection != null && _room.Length > 0 ? connection.Reached?.Presence : null;
            if (ReferenceEquals(connection, _attached) && ReferenceEquals(presence, _presence)) return;
            Detach();
            (_attached, _presence) = (connection, presence);
            if (connection != null) connection.ClientChanged += Attach;
            if (presence != null) Enter(presence);
        }

        void Enter(Gemeo.Client.Presence presence)
        {
            presence.Came += Come;
            presence.Moved += Move;
            presence.Left += Leave;
            presence.Refused += Refuse;
            foreach (var person in presence.People) Come(person);
            presence.Join(_room, _name.Length > 0 ? _name : null, Followed is { } followed && followed != null ? PoseOf(followed) : default);
        }

        void Detach()
        {
            if (_attached is { } connection) connection.ClientChanged -= Attach;
            if (_presence is { } presence)
            {
                presence.Came -= Come;
                presence.Moved -= Move;
                presence.Left -= Leave;
                presence.Refused -= Refuse;
                presence.Leave();
            }
            foreach (var avatar in _avatars.Values) avatar.Go();
            _avatars.Clear();
            (_attached, _presence) = (null, null);
        }

        void Come(Person person)
        {
            if (_avatar == null || _avatars.ContainsKey(person.Id)) return;
            _avatars[person.Id] = new Avatar(Instantiate(_avatar, transform), person);
        }

        void Move(Person person)
        {
            if (_avatars.TryGetValue(person.Id, out var avatar)) avatar.Take(person);
        }

        void Leave(Person person)
        {
            if (!_avatars.TryGetValue(person.Id, out var avatar)) return;
            _avatars.Remove(person.Id);
            avatar.Go();
        }

        void Refuse(Refusal refusal) => Telling.Safely(() => onRefused.Invoke(refusal.Erro), this);
    }
}
