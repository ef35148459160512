#nullable enable
using Gemeo.Client;
using UnityEngine;
using Pose = Gemeo.Client.Pose;

namespace Gemeo.Unity
{
    /// <summary>The scene's z is south, Unity's is north: metres stay, z and the sense of turning are the other way round.</summary>
    public static class SceneAxes
    {
        public static Vector3 ToUnity(double x, double y, double z) => new Vector3((float)x, (float)y, -(float)z);

        public static Vector3 ToUnity(Pose pose) => ToUnity(pose.X, pose.Y, pose.Z);

        /// <param name="yaw">Radians about y; 0 faces south, a quarter turn east.</param>
        /// <returns>Degrees about y, as Unity has them: 0 faces north, 90 east.</returns>
        public static float YawToUnity(double yaw) => 180 - (float)yaw * Mathf.Rad2Deg;

        public static Quaternion RotationToUnity(double yaw) => Quaternion.Euler(0, YawToUnity(yaw), 0);

        /// <param name="forward">Where it faces, in Unity's axes; seen from above, so up and down count for nothing.</param>
        public static Pose FromUnity(Vector3 position, Vector3 forward) =>
            new Pose(position.x, position.y, -position.z, Mathf.Atan2(forward.x, -forward.z));

        /// <param name="degrees">About y, as Unity has them.</param>
        public static Pose FromUnity(Vector3 position, float degrees) =>
            new Pose(position.x, position.y, -position.z, (180 - degrees) * Mathf.Deg2Rad);
    }
}
