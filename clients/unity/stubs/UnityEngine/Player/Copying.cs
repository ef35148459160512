using System.Reflection;
using UnityEngine;

namespace Gemeo.UnityStubs;

// Instantiate: an object with what is on it and below it.
static class Copying
{
    public static UnityEngine.Object Copy(UnityEngine.Object original, Transform parent)
    {
        if (original.Living() is Component part) return Whole(part._gameObject, parent)._components[part._gameObject._components.IndexOf(part)];
        return Whole((GameObject)original, parent);
    }

    static GameObject Whole(GameObject original, Transform parent)
    {
        var copy = Bare(original, parent);
        copy.SetActive(original.activeSelf);
        return copy;
    }

    static GameObject Bare(GameObject original, Transform parent)
    {
        var copy = new GameObject(original.name + "(Clone)");
        copy.SetActive(false);
        copy.transform.SetParent(parent, false);
        var (from, to) = (original.transform, copy.transform);
        (to.localPosition, to.localRotation, to.localScale) = (from.localPosition, from.localRotation, from.localScale);
        foreach (var component in original._components.Skip(1)) Fields(component, copy.Add(component.GetType()));
        foreach (var child in from._children)
        {
            var below = Bare(child._gameObject, to);
            below._name = child._gameObject._name;
            below.SetActive(child._gameObject.activeSelf);
        }
        return copy;
    }

    static void Fields(Component from, Component to)
    {
        if (from is MonoBehaviour) Scripts(from, to);
        foreach (var property in from.GetType().GetProperties().Where(p => p.CanWrite && p.DeclaringType != typeof(UnityEngine.Object) && from is not MonoBehaviour))
            property.SetValue(to, property.GetValue(from));
    }

    static void Scripts(Component from, Component to)
    {
        for (var type = from.GetType(); type != typeof(MonoBehaviour); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (field.IsPublic || field.GetCustomAttribute<SerializeField>() is not null) field.SetValue(to, field.GetValue(from));
    }
}
