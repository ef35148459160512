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

public partial struct Quaternion
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion-eulerAngles.html"/></summary>
    public readonly Vector3 eulerAngles => new(
        Degrees(Math.Asin(Math.Clamp(2 * (_q.W * _q.X - _q.Y * _q.Z), -1, 1))),
        Degrees(Math.Atan2(2 * (_q.W * _q.Y + _q.X * _q.Z), 1 - 2 * (_q.X * _q.X + _q.Y * _q.Y))),
        Degrees(Math.Atan2(2 * (_q.W * _q.Z + _q.X * _q.Y), 1 - 2 * (_q.X * _q.X + _q.Z * _q.Z))));

    static float Degrees(double radians) => ((float)(radians * 180 / Math.PI) + 360) % 360;
}

public partial class Transform
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Transform-localEulerAngles.html"/></summary>
    public Vector3 localEulerAngles { get => localRotation.eulerAngles; set => localRotation = Quaternion.Euler(value); }
}
