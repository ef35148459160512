using System.Reflection;
using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorWindow.html"/></summary>
public partial class EditorWindow : ScriptableObject
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorWindow-minSize.html"/></summary>
    public Vector2 minSize { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorWindow-titleContent.html"/></summary>
    public GUIContent titleContent { get; set; } = GUIContent.none;

    internal int Repaints { get; private set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorWindow.GetWindow.html"/></summary>
    public static T GetWindow<T>(string title) where T : EditorWindow
    {
        var made = ScriptableObject.CreateInstance<T>();
        made.titleContent = new GUIContent(title);
        return made;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorWindow.Repaint.html"/></summary>
    public void Repaint() => Repaints++;

    // One pass of what the editor does when the window is to be drawn.
    internal IReadOnlyList<string> Draw()
    {
        var draw = GetType().GetMethod("OnGUI", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        return Drawing.Here.Pass((Action)draw.CreateDelegate(typeof(Action), this));
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MenuItem.html"/></summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed partial class MenuItem : Attribute
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MenuItem-ctor.html"/></summary>
    public MenuItem(string itemName)
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MenuItem-ctor.html"/></summary>
    public MenuItem(string itemName, bool isValidateFunction, int priority)
    {
    }
}
