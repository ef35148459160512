namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh.html"/></summary>
public sealed partial class TextMesh : Component
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh-text.html"/></summary>
    public string text { get; set; } = "";

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh-color.html"/></summary>
    public Color color { get; set; } = Color.white;
}
