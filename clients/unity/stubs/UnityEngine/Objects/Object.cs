using Gemeo.UnityStubs;

namespace UnityEngine;

#pragma warning disable CS0660, CS0661 // equality is by reference; only what was destroyed equals null
/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object.html"/></summary>
public partial class Object
{
    internal bool _destroyed;
    internal string _name = "";

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object-name.html"/></summary>
    public string name
    {
        get => Living()._name;
        set => Living()._name = value;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object.Destroy.html"/></summary>
    public static void Destroy(Object obj) => Player.Here.Doom(obj);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object.DestroyImmediate.html"/></summary>
    public static void DestroyImmediate(Object obj) => Player.Here.End(obj);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object.Instantiate.html"/></summary>
    public static T Instantiate<T>(T original, Transform parent) where T : Object => (T)Copying.Copy(original, parent);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object-operator_eq.html"/></summary>
    public static bool operator ==(Object x, Object y) => Same(x, y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object-operator_ne.html"/></summary>
    public static bool operator !=(Object x, Object y) => !Same(x, y);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object-operator_Object.html"/></summary>
    public static implicit operator bool(Object exists) => !IsNothing(exists);

    // What Unity does to whoever touches an object that was destroyed.
    internal Object Living()
    {
        _ = Player.Here;
        return _destroyed ? throw new MissingReferenceException($"The object of type '{GetType().Name}' has been destroyed but you are still trying to access it.") : this;
    }

    static bool IsNothing(Object of) => of is null || of._destroyed;

    static bool Same(Object x, Object y) => ReferenceEquals(x, y) || (IsNothing(x) && IsNothing(y));
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MissingReferenceException.html"/></summary>
public partial class MissingReferenceException : SystemException
{
    internal MissingReferenceException(string message) : base(message)
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/UnityException.html"/></summary>
public partial class UnityException : SystemException
{
    internal UnityException(string message) : base(message)
    {
    }
}
