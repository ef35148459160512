namespace UnityEngine;

public partial struct Vector2
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-magnitude.html"/></summary>
    public readonly float magnitude => (float)Math.Sqrt(x * x + y * y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-normalized.html"/></summary>
    public readonly Vector2 normalized => magnitude > 1e-5f ? this * (1 / magnitude) : default;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-operator_add.html"/></summary>
    public static Vector2 operator +(Vector2 a, Vector2 b) => new(a.x + b.x, a.y + b.y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-operator_subtract.html"/></summary>
    public static Vector2 operator -(Vector2 a, Vector2 b) => new(a.x - b.x, a.y - b.y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-operator_multiply.html"/></summary>
    public static Vector2 operator *(Vector2 a, float d) => new(a.x * d, a.y * d);
}
