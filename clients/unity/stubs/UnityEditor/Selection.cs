using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Selection.html"/></summary>
public sealed partial class Selection
{
    Selection()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Selection-activeGameObject.html"/></summary>
    public static GameObject activeGameObject { get => EditorState.Here.Selected; set => EditorState.Here.Selected = value; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorUtility.html"/></summary>
public partial class EditorUtility
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorUtility.IsPersistent.html"/></summary>
    public static bool IsPersistent(UnityEngine.Object target) => EditorState.Here.InFiles.Contains(target);
}
