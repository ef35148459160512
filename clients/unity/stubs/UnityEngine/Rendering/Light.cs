namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Light.html"/></summary>
public sealed partial class Light : Behaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Light-intensity.html"/></summary>
    public float intensity { get; set; } = 1;
}
