#nullable enable
using Gemeo.Client;
using UnityEngine;

namespace Gemeo.Unity
{
    /// <summary>Somebody else, as shown: always a little behind where they are said to be, and never jumping there.</summary>
    sealed class Avatar
    {
        const float Quickness = 10, Near = 1e-4f;
        readonly GameObject _shown;
        readonly Writing _name;
        Vector3 _position;
        Quaternion _rotation;
        bool _moving;

        public Avatar(GameObject shown, Person person)
        {
            _shown = shown;
            _name = Writing.On(shown.transform);
            Take(person);
            Put(_position, _rotation);
        }

        public void Take(Person person)
        {
            _position = SceneAxes.ToUnity(person.Pose);
            _rotation = SceneAxes.RotationToUnity(person.Pose.Yaw);
            _moving = true;
            _shown.name = person.Name;
            _name.Write(person.Name);
        }

        public void Step(float seconds)
        {
            if (!_moving || _shown == null) return;
            var at = _shown.transform;
            var way = 1 - Mathf.Exp(-Quickness * seconds);
            var (position, rotation) = (Vector3.Lerp(at.localPosition, _position, way), Quaternion.Slerp(at.localRotation, _rotation, way));
            _moving = (position - _position).sqrMagnitude > Near * Near || Quaternion.Angle(rotation, _rotation) > 0.1f;
            if (_moving) Put(position, rotation);
            else Put(_position, _rotation);
        }

        public void Go()
        {
            if (_shown != null) Object.Destroy(_shown);
        }

        void Put(Vector3 position, Quaternion rotation)
        {
            var at = _shown.transform;
            at.localPosition = position;
            at.localRotation = rotation;
        }
    }
}
