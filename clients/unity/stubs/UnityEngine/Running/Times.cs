namespace UnityEngine;

public partial class Time
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Time-realtimeSinceStartup.html"/></summary>
    public static float realtimeSinceStartup => (float)realtimeSinceStartupAsDouble;
}
