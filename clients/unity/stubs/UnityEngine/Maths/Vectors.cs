namespace UnityEngine;

#pragma warning disable CS0660, CS0661 // compared as Unity does, nearly equal counts
/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2.html"/></summary>
public partial struct Vector2
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-x.html"/></summary>
    public float x;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-y.html"/></summary>
    public float y;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-ctor.html"/></summary>
    public Vector2(float x, float y) => (this.x, this.y) = (x, y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector2-operator_Vector3.html"/></summary>
    public static implicit operator Vector3(Vector2 v) => new(v.x, v.y, 0);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3.html"/></summary>
public partial struct Vector3
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-x.html"/></summary>
    public float x;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-y.html"/></summary>
    public float y;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-z.html"/></summary>
    public float z;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-ctor.html"/></summary>
    public Vector3(float x, float y, float z) => (this.x, this.y, this.z) = (x, y, z);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-zero.html"/></summary>
    public static Vector3 zero => new(0, 0, 0);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-one.html"/></summary>
    public static Vector3 one => new(1, 1, 1);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-forward.html"/></summary>
    public static Vector3 forward => new(0, 0, 1);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-sqrMagnitude.html"/></summary>
    public readonly float sqrMagnitude => x * x + y * y + z * z;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3.Lerp.html"/></summary>
    public static Vector3 Lerp(Vector3 a, Vector3 b, float t) => a + (b - a) * Mathf.Clamp01(t);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3.Scale.html"/></summary>
    public static Vector3 Scale(Vector3 a, Vector3 b) => new(a.x * b.x, a.y * b.y, a.z * b.z);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-operator_add.html"/></summary>
    public static Vector3 operator +(Vector3 a, Vector3 b) => new(a.x + b.x, a.y + b.y, a.z + b.z);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-operator_subtract.html"/></summary>
    public static Vector3 operator -(Vector3 a, Vector3 b) => new(a.x - b.x, a.y - b.y, a.z - b.z);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-operator_multiply.html"/></summary>
    public static Vector3 operator *(Vector3 a, float d) => new(a.x * d, a.y * d, a.z * d);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-operator_eq.html"/></summary>
    public static bool operator ==(Vector3 lhs, Vector3 rhs) => (lhs - rhs).sqrMagnitude < 1e-10f;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Vector3-operator_ne.html"/></summary>
    public static bool operator !=(Vector3 lhs, Vector3 rhs) => !(lhs == rhs);
}
