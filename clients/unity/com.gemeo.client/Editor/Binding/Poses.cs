#nullable enable
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>The two poses between which a thing moves, from how the object stands now. To be changed in the inspector afterwards.</summary>
    static class Poses
    {
        static readonly Vector3 _quarterTurn = new Vector3(0, 90, 0);
        static readonly Vector3 _behind = new Vector3(0, 0, -12);

        /// <summary>A door stands closed and turns open; whatever else comes to where it stands from behind.</summary>
        public static void Set(Fields fields, Transform transform, string? kind)
        {
            var (position, rotation) = (transform.localPosition, transform.localEulerAngles);
            if (kind == "door") fields.Flags("_moves", (int)MotionParts.Rotation).Vector("_fromRotation", rotation).Vector("_toRotation", rotation + _quarterTurn);
            else fields.Flags("_moves", (int)MotionParts.Position).Vector("_fromPosition", position + transform.localRotation * _behind).Vector("_toPosition", position);
        }
    }
}
