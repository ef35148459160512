using System.Reflection;

namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ScriptableObject.html"/></summary>
public partial class ScriptableObject : Object
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ScriptableObject.CreateInstance.html"/></summary>
    public static T CreateInstance<T>() where T : ScriptableObject => (T)CreateInstance(typeof(T));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ScriptableObject.CreateInstance.html"/></summary>
    public static ScriptableObject CreateInstance(Type type)
    {
        var made = (ScriptableObject)Activator.CreateInstance(type, true);
        type.GetMethod("OnEnable", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.Invoke(made, null);
        return made;
    }
}
