using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.html"/></summary>
public partial class Undo
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.IncrementCurrentGroup.html"/></summary>
    public static void IncrementCurrentGroup() => EditorState.Here.Group++;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.GetCurrentGroup.html"/></summary>
    public static int GetCurrentGroup() => EditorState.Here.Group;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.SetCurrentGroupName.html"/></summary>
    public static void SetCurrentGroupName(string name) => EditorState.Here.GroupName = name;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.CollapseUndoOperations.html"/></summary>
    public static void CollapseUndoOperations(int groupIndex)
    {
        var done = EditorState.Here.Done;
        for (var n = 0; n < done.Count; n++)
            if (done[n].Group > groupIndex) done[n] = (groupIndex, done[n].Back);
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.AddComponent.html"/></summary>
    public static T AddComponent<T>(GameObject gameObject) where T : Component => (T)AddComponent(gameObject, typeof(T));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.AddComponent.html"/></summary>
    public static Component AddComponent(GameObject gameObject, Type type)
    {
        var made = gameObject.AddComponent(type);
        Record(() => UnityEngine.Object.DestroyImmediate(made));
        return made;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.RegisterCreatedObjectUndo.html"/></summary>
    public static void RegisterCreatedObjectUndo(UnityEngine.Object objectToUndo, string name) => Record(() => UnityEngine.Object.DestroyImmediate(objectToUndo));

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Undo.PerformUndo.html"/></summary>
    public static void PerformUndo()
    {
        var done = EditorState.Here.Done;
        if (done.Count == 0) return;
        for (var group = done[^1].Group; done.Count > 0 && done[^1].Group == group;)
        {
            var back = done[^1].Back;
            done.RemoveAt(done.Count - 1);
            back();
        }
    }

    internal static void Record(Action back) => EditorState.Here.Done.Add((EditorState.Here.Group, back));
}
