namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.html"/></summary>
public partial struct Quaternion
{
    System.Numerics.Quaternion _q;

    Quaternion(System.Numerics.Quaternion q) => _q = q;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion-identity.html"/></summary>
    public static Quaternion identity => new(System.Numerics.Quaternion.Identity);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.Euler.html"/></summary>
    public static Quaternion Euler(float x, float y, float z)
    {
        // First about z, then x, then y.
        const float Half = Mathf.Deg2Rad;
        return new(System.Numerics.Quaternion.CreateFromYawPitchRoll(y * Half, x * Half, z * Half));
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.Euler.html"/></summary>
    public static Quaternion Euler(Vector3 euler) => Euler(euler.x, euler.y, euler.z);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.Inverse.html"/></summary>
    public static Quaternion Inverse(Quaternion rotation) => new(System.Numerics.Quaternion.Inverse(rotation._q));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.Slerp.html"/></summary>
    public static Quaternion Slerp(Quaternion a, Quaternion b, float t) => new(System.Numerics.Quaternion.Slerp(a._q, b._q, Mathf.Clamp01(t)));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion.Angle.html"/></summary>
    public static float Angle(Quaternion a, Quaternion b) => 2 * Mathf.Rad2Deg * (float)Math.Acos(Math.Min(1, Math.Abs(System.Numerics.Quaternion.Dot(a._q, b._q))));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion-operator_multiply.html"/></summary>
    public static Quaternion operator *(Quaternion lhs, Quaternion rhs) => new(lhs._q * rhs._q);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Quaternion-operator_multiply.html"/></summary>
    public static Vector3 operator *(Quaternion rotation, Vector3 point)
    {
        var turned = System.Numerics.Vector3.Transform(new(point.x, point.y, point.z), rotation._q);
        return new(turned.X, turned.Y, turned.Z);
    }
}
