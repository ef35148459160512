#nullable enable
using Gemeo.Client;
using Gemeo.Unity;
using Newtonsoft.Json.Linq;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>Where something stands, in the scene's own axes: the middle of its base, and degrees about y (0 faces south, 90 east).</summary>
    public readonly struct Place
    {
        static readonly Vector3 _small = new Vector3(0.3f, 0.3f, 0.3f);

        Place(Vector3 position, float rotation, Vector3 size)
        {
            Position = position;
            Rotation = rotation;
            Size = size;
        }

        public Vector3 Position { get; }

        public float Rotation { get; }

        /// <summary>Width, height, depth.</summary>
        public Vector3 Size { get; }

        /// <summary>Turned as it stands in Unity's axes.</summary>
        public Quaternion Turn => SceneAxes.RotationToUnity(Rotation * Mathf.Deg2Rad);

        /// <summary>Where it stands in Unity's axes.</summary>
        /// <param name="above">So much over its base.</param>
        public Vector3 InUnity(float above = 0) => SceneAxes.ToUnity(Position.x, Position.y + above, Position.z);

        public static Place Read(JToken? json) => new Place(Triple(json.At("position"), Vector3.zero), (float)(json.Number("rotation") ?? 0), Triple(json.At("size"), _small));

        static Vector3 Triple(JToken? json, Vector3 otherwise) =>
            json is null ? otherwise : new Vector3(RoomPlan.Number(json, 0), RoomPlan.Number(json, 1), RoomPlan.Number(json, 2));
    }
}
