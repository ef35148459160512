namespace UnityEngine;

#pragma warning disable CS0660, CS0661 // compared as Unity does, nearly equal counts
/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color.html"/></summary>
public partial struct Color
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-r.html"/></summary>
    public float r;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-g.html"/></summary>
    public float g;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-b.html"/></summary>
    public float b;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-a.html"/></summary>
    public float a;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-ctor.html"/></summary>
    public Color(float r, float g, float b) => (this.r, this.g, this.b, a) = (r, g, b, 1);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-black.html"/></summary>
    public static Color black => new(0, 0, 0);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-white.html"/></summary>
    public static Color white => new(1, 1, 1);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-operator_multiply.html"/></summary>
    public static Color operator *(Color a, float b) => new(a.r * b, a.g * b, a.b * b) { a = a.a * b };

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-operator_eq.html"/></summary>
    public static bool operator ==(Color lhs, Color rhs) => Math.Abs(lhs.r - rhs.r) + Math.Abs(lhs.g - rhs.g) + Math.Abs(lhs.b - rhs.b) + Math.Abs(lhs.a - rhs.a) < 1e-5;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Color-operator_ne.html"/></summary>
    public static bool operator !=(Color lhs, Color rhs) => !(lhs == rhs);
}
