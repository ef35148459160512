namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect.html"/></summary>
public partial struct Rect
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-ctor.html"/></summary>
    public Rect(float x, float y, float width, float height) => (this.x, this.y, this.width, this.height) = (x, y, width, height);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-x.html"/></summary>
    public float x { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-y.html"/></summary>
    public float y { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-width.html"/></summary>
    public float width { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-height.html"/></summary>
    public float height { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Rect-xMax.html"/></summary>
    public readonly float xMax => x + width;
}
