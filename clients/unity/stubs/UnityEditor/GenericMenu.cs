using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GenericMenu.html"/></summary>
public sealed partial class GenericMenu
{
    readonly List<(string Name, bool On, MenuFunction Choose)> _items = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GenericMenu.MenuFunction.html"/></summary>
    public delegate void MenuFunction();

    internal IReadOnlyList<(string Name, bool On, MenuFunction Choose)> Items => _items;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GenericMenu.AddItem.html"/></summary>
    public void AddItem(GUIContent content, bool on, MenuFunction func) => _items.Add((content.text, on, func));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GenericMenu.DropDown.html"/></summary>
    public void DropDown(Rect position) => EditorState.Here.OpenedMenu = this;
}
