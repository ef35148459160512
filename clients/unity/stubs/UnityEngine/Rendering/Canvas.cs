namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Canvas.html"/></summary>
public sealed partial class Canvas : Behaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Canvas-renderMode.html"/></summary>
    public RenderMode renderMode { get; set; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RenderMode.html"/></summary>
public enum RenderMode
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RenderMode.ScreenSpaceOverlay.html"/></summary>
    ScreenSpaceOverlay,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RenderMode.WorldSpace.html"/></summary>
    WorldSpace = 2,
}
