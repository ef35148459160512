using Gemeo.UnityStubs;

namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.html"/></summary>
public sealed partial class GameObject : Object
{
    internal readonly List<Component> _components = [];
    internal readonly Transform _transform;
    bool _active = true;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject-ctor.html"/></summary>
    public GameObject(string name)
    {
        _name = name;
        _transform = new Transform { _gameObject = this, _name = name };
        _components.Add(_transform);
        Player.Here._objects.Add(this);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject-transform.html"/></summary>
    public Transform transform => ((GameObject)Living())._transform;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject-activeSelf.html"/></summary>
    public bool activeSelf => ((GameObject)Living())._active;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject-activeInHierarchy.html"/></summary>
    public bool activeInHierarchy => !_destroyed && _active && (_transform._parent is null || _transform._parent._gameObject.activeInHierarchy);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.SetActive.html"/></summary>
    public void SetActive(bool value)
    {
        Living();
        _active = value;
        Follow();
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.AddComponent.html"/></summary>
    public T AddComponent<T>() where T : Component => (T)Add(typeof(T));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.GetComponent.html"/></summary>
    public T GetComponent<T>() => Find<T>(((GameObject)Living())._components);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.GetComponentInChildren.html"/></summary>
    public T GetComponentInChildren<T>()
    {
        var all = GetComponentsInChildren<T>();
        return all.Length > 0 ? all[0] : default;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.GetComponentInParent.html"/></summary>
    public T GetComponentInParent<T>()
    {
        for (var at = transform; at is not null; at = at._parent)
            if (Find<T>(at._gameObject._components) is { } found) return found;
        return default;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.GetComponentsInChildren.html"/></summary>
    public T[] GetComponentsInChildren<T>() => [.. ((GameObject)Living()).Family().Where(o => o.activeInHierarchy || ReferenceEquals(o, this)).SelectMany(o => o._components).OfType<T>()];

    internal Component Add(Type type)
    {
        Living();
        var made = (Component)Activator.CreateInstance(type, true);
        made._gameObject = this;
        made._name = _name;
        _components.Add(made);
        Player.Here.Begin(made);
        return made;
    }

    internal IEnumerable<GameObject> Family() => _transform._children.SelectMany(c => c._gameObject.Family()).Prepend(this);

    // Scripts hear of it here and below.
    internal void Follow()
    {
        foreach (var one in Family().ToArray())
            foreach (var script in one._components.OfType<MonoBehaviour>().ToArray()) script._script.Follow();
    }

    static T Find<T>(List<Component> among)
    {
        foreach (var one in among)
            if (one is T found) return found;
        return default;
    }
}
