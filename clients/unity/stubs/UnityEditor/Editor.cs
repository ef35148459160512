using System.Reflection;
using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor.html"/></summary>
public partial class Editor : ScriptableObject
{
    SerializedObject _serialized;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor-target.html"/></summary>
    public UnityEngine.Object target { get; internal set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor-serializedObject.html"/></summary>
    public SerializedObject serializedObject => _serialized ??= new SerializedObject(target);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor.CreateEditor.html"/></summary>
    public static Editor CreateEditor(UnityEngine.Object targetObject, Type editorType)
    {
        var made = (Editor)ScriptableObject.CreateInstance(editorType);
        made.target = targetObject;
        return made;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor.OnInspectorGUI.html"/></summary>
    public virtual void OnInspectorGUI() => DrawDefaultInspector();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor.DrawDefaultInspector.html"/></summary>
    public bool DrawDefaultInspector()
    {
        foreach (var field in target.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(f => f.IsDefined(typeof(SerializeField))))
            Drawing.Here.Say(field.Name + ": " + field.GetValue(target));
        return false;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Editor.RequiresConstantRepaint.html"/></summary>
    public virtual bool RequiresConstantRepaint() => false;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomEditor.html"/></summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed partial class CustomEditor : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomEditor-ctor.html"/></summary>
    public CustomEditor(Type inspectedType)
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomEditor-ctor.html"/></summary>
    public CustomEditor(Type inspectedType, bool editorForChildClasses)
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CanEditMultipleObjects.html"/></summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed partial class CanEditMultipleObjects : Attribute
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PropertyDrawer.html"/></summary>
public abstract partial class PropertyDrawer
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PropertyDrawer-attribute.html"/></summary>
    public PropertyAttribute attribute { get; internal set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PropertyDrawer.OnGUI.html"/></summary>
    public virtual void OnGUI(Rect position, SerializedProperty property, GUIContent label)
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomPropertyDrawer.html"/></summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed partial class CustomPropertyDrawer : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomPropertyDrawer-ctor.html"/></summary>
    public CustomPropertyDrawer(Type type)
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/CustomPropertyDrawer-ctor.html"/></summary>
    public CustomPropertyDrawer(Type type, bool useForChildren)
    {
    }
}
