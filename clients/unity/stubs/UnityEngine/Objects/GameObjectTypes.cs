using Gemeo.UnityStubs;

namespace UnityEngine;

public sealed partial class GameObject
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject-ctor.html"/></summary>
    public GameObject(string name, params Type[] components)
    {
        _name = name;
        _transform = components.Contains(typeof(RectTransform)) ? new RectTransform() : new Transform();
        (_transform._gameObject, _transform._name) = (this, name);
        _components.Add(_transform);
        Player.Here._objects.Add(this);
        foreach (var type in components.Where(t => t != typeof(RectTransform))) Add(type);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.AddComponent.html"/></summary>
    public Component AddComponent(Type componentType) => Add(componentType);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.GetComponents.html"/></summary>
    public Component[] GetComponents(Type type) => [.. ((GameObject)Living())._components.Where(type.IsInstanceOfType)];
}

#pragma warning disable CS0660, CS0661 // as its other half says
public partial class Object
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Object.FindAnyObjectByType.html"/></summary>
    public static T FindAnyObjectByType<T>() where T : Object =>
        Player.Here._objects.Where(o => o.activeInHierarchy).SelectMany(o => o._components).OfType<T>().FirstOrDefault();
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RectTransform.html"/></summary>
public sealed partial class RectTransform : Transform
{
    internal RectTransform()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RectTransform-sizeDelta.html"/></summary>
    public Vector2 sizeDelta { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/RectTransform-anchoredPosition.html"/></summary>
    public Vector2 anchoredPosition { get; set; }
}
