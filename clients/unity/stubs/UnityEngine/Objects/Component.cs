namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component.html"/></summary>
public partial class Component : Object
{
    internal GameObject _gameObject;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component-gameObject.html"/></summary>
    public GameObject gameObject => ((Component)Living())._gameObject;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component-transform.html"/></summary>
    public Transform transform => gameObject.transform;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component.GetComponent.html"/></summary>
    public T GetComponent<T>() => gameObject.GetComponent<T>();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component.GetComponentInChildren.html"/></summary>
    public T GetComponentInChildren<T>() => gameObject.GetComponentInChildren<T>();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component.GetComponentInParent.html"/></summary>
    public T GetComponentInParent<T>() => gameObject.GetComponentInParent<T>();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Component.GetComponentsInChildren.html"/></summary>
    public T[] GetComponentsInChildren<T>() => gameObject.GetComponentsInChildren<T>();
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Behaviour.html"/></summary>
public partial class Behaviour : Component
{
    bool _enabled = true;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Behaviour-enabled.html"/></summary>
    public bool enabled
    {
        get => _enabled;
        set
        {
            Living();
            _enabled = value;
            (this as MonoBehaviour)?._script.Follow();
        }
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Behaviour-isActiveAndEnabled.html"/></summary>
    public bool isActiveAndEnabled => !_destroyed && _enabled && _gameObject.activeInHierarchy;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MonoBehaviour.html"/></summary>
public partial class MonoBehaviour : Behaviour
{
    internal readonly Gemeo.UnityStubs.Script _script;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MonoBehaviour.html"/></summary>
    protected MonoBehaviour() => _script = new Gemeo.UnityStubs.Script(this);
}
