#nullable enable
using System;
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>What of a transform a value moves.</summary>
    [Flags]
    public enum MotionParts
    {
        Position = 1,
        Rotation = 2,
        Scale = 4,
    }

    /// <summary>A value moves a transform between two poses, smoothly: a door opens, a car comes, a gauge's needle turns. Poses are local.</summary>
    [AddComponentMenu("Gêmeo/Transform binding")]
    public sealed class TransformBinding : ThingBinding
    {
        [SerializeField, PropertyName, Tooltip("A number, or true and false")] string _property = "";
        [SerializeField, Tooltip("Empty: this object")] Transform? _target;
        [SerializeField, Tooltip("At this value it stands in the first pose; false is 0")] float _from;
        [SerializeField, Tooltip("At this value it stands in the second pose; true is 1")] float _to = 1;
        [SerializeField, Tooltip("From one pose to the other; 0 for at once")] float _seconds = 0.5f;
        [SerializeField] MotionParts _moves = MotionParts.Position;
        [SerializeField] Vector3 _fromPosition;
        [SerializeField] Vector3 _toPosition;
        [SerializeField, Tooltip("Degrees about x, y and z")] Vector3 _fromRotation;
        [SerializeField] Vector3 _toRotation;
        [SerializeField] Vector3 _fromScale = new Vector3(1, 1, 1);
        [SerializeField] Vector3 _toScale = new Vector3(1, 1, 1);

        Property? _bound;
        float _at, _goal;
        bool _shown;

        public string PropertyName
        {
            get => _property;
            set
            {
                _property = value;
                if (isActiveAndEnabled) OnBound();
            }
        }

        public Transform Target { get => _target != null ? _target : transform; set => _target = value; }

        public float Seconds { get => _seconds; set => _seconds = value; }

        public MotionParts Moves { get => _moves; set => _moves = value; }

        /// <summary>Between the poses: 0 in the first, 1 in the second.</summary>
        public float At => _at;

        /// <summary>The values of the two poses.</summary>
        public void SetRange(float from, float to) => (_from, _to) = (from, to);

        public void SetPositions(Vector3 from, Vector3 to) => (_moves, _fromPosition, _toPosition) = (_moves | MotionParts.Position, from, to);

        /// <param name="from">Degrees about x, y and z; more than half a turn is turned as it is written.</param>
        public void SetRotations(Vector3 from, Vector3 to) => (_moves, _fromRotation, _toRotation) = (_moves | MotionParts.Rotation, from, to);

        public void SetScales(Vector3 from, Vector3 to) => (_moves, _fromScale, _toScale) = (_moves | MotionParts.Scale, from, to);

        protected override void OnBound()
        {
            _bound = _property.Length > 0 ? Thing?[_property] : null;
            _shown = false;
            Follow();
        }

        protected override void OnChanged(Property property)
        {
            if (ReferenceEquals(property, _bound)) Follow();
        }

        void Update()
        {
            if (_at == _goal) return;
            _at = _seconds > 0 ? Mathf.MoveTowards(_at, _goal, Time.deltaTime / _seconds) : _goal;
            Place();
        }

        // The first value is no movement: it was so before we looked.
        void Follow()
        {
            var value = _bound?.Value ?? default;
            if (!((value.Boolean is { } yes ? (yes ? 1 : 0) : value.Number) is { } number)) return;
            _goal = _to == _from ? 0 : Mathf.Clamp01((float)(number - _from) / (_to - _from));
            if (_shown) return;
            (_shown, _at) = (true, _goal);
            Place();
        }

        void Place()
        {
            var target = Target;
            if ((_moves & MotionParts.Position) != 0) target.localPosition = Vector3.Lerp(_fromPosition, _toPosition, _at);
            if ((_moves & MotionParts.Rotation) != 0) target.localRotation = Quaternion.Euler(Vector3.Lerp(_fromRotation, _toRotation, _at));
            if ((_moves & MotionParts.Scale) != 0) target.localScale = Vector3.Lerp(_fromScale, _toScale, _at);
        }
    }
}
