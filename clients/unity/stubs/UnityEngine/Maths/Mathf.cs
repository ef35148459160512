namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.html"/></summary>
public partial struct Mathf
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.Deg2Rad.html"/></summary>
    public const float Deg2Rad = (float)(Math.PI / 180);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.Rad2Deg.html"/></summary>
    public const float Rad2Deg = (float)(180 / Math.PI);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.Clamp01.html"/></summary>
    public static float Clamp01(float value) => Math.Clamp(value, 0, 1);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.MoveTowards.html"/></summary>
    public static float MoveTowards(float current, float target, float maxDelta) => Math.Abs(target - current) <= maxDelta ? target : current + Math.Sign(target - current) * maxDelta;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.Exp.html"/></summary>
    public static float Exp(float power) => (float)Math.Exp(power);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mathf.Atan2.html"/></summary>
    public static float Atan2(float y, float x) => (float)Math.Atan2(y, x);
}
