using Gemeo.UnityStubs;

namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Time.html"/></summary>
public partial class Time
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Time-deltaTime.html"/></summary>
    public static float deltaTime => Player.Here.DeltaTime;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Time-frameCount.html"/></summary>
    public static int frameCount => Player.Here.FrameCount;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Time-realtimeSinceStartupAsDouble.html"/></summary>
    public static double realtimeSinceStartupAsDouble => Player.Here.Seconds;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Application.html"/></summary>
public partial class Application
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Application-isPlaying.html"/></summary>
    public static bool isPlaying => Player.Here.IsPlaying;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Debug.html"/></summary>
public partial class Debug
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Debug.LogException.html"/></summary>
    public static void LogException(Exception exception, Object context) => Player.Logs.Enqueue(exception);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Debug.LogError.html"/></summary>
    public static void LogError(object message, Object context) => Player.Logs.Enqueue(message);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Debug.LogWarning.html"/></summary>
    public static void LogWarning(object message, Object context) => Player.Logs.Enqueue(message);
}
