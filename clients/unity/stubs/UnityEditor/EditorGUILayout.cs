using Gemeo.UnityStubs;
using UnityEngine;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.html"/></summary>
public sealed partial class EditorGUILayout
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.LabelField.html"/></summary>
    public static void LabelField(string label, params GUILayoutOption[] options) => Drawing.Here.Say(label);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.LabelField.html"/></summary>
    public static void LabelField(string label, GUIStyle style, params GUILayoutOption[] options) => Drawing.Here.Say(label);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.LabelField.html"/></summary>
    public static void LabelField(string label, string label2, params GUILayoutOption[] options) => Drawing.Here.Say(label + ": " + label2);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.TextField.html"/></summary>
    public static string TextField(string label, string text, params GUILayoutOption[] options) => Drawing.Here.Field(label, text);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.PasswordField.html"/></summary>
    public static string PasswordField(GUIContent label, string password, params GUILayoutOption[] options) => Drawing.Here.Field(label.text, password, hidden: true);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.ToggleLeft.html"/></summary>
    public static bool ToggleLeft(GUIContent label, bool value, params GUILayoutOption[] options) => Drawing.Here.Pressed(label.text) ? !value : value;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.HelpBox.html"/></summary>
    public static void HelpBox(string message, MessageType type) => Drawing.Here.Say(type + ": " + message);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.BeginHorizontal.html"/></summary>
    public static Rect BeginHorizontal(params GUILayoutOption[] options) => Drawing.Here.Open();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.EndHorizontal.html"/></summary>
    public static void EndHorizontal() => Drawing.Here.Close();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.BeginVertical.html"/></summary>
    public static Rect BeginVertical(params GUILayoutOption[] options) => Drawing.Here.Open();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.EndVertical.html"/></summary>
    public static void EndVertical() => Drawing.Here.Close();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.BeginScrollView.html"/></summary>
    public static Vector2 BeginScrollView(Vector2 scrollPosition, params GUILayoutOption[] options)
    {
        Drawing.Here.Open();
        return scrollPosition;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUILayout.EndScrollView.html"/></summary>
    public static void EndScrollView() => Drawing.Here.Close();
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUI.html"/></summary>
public sealed partial class EditorGUI
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUI.BeginDisabledGroup.html"/></summary>
    public static void BeginDisabledGroup(bool disabled) => Drawing.Here.Disable(disabled);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUI.EndDisabledGroup.html"/></summary>
    public static void EndDisabledGroup() => Drawing.Here.EndDisable();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUI.DelayedTextField.html"/></summary>
    public static void DelayedTextField(Rect position, SerializedProperty property, GUIContent label) => property.stringValue = Drawing.Here.Field(label.text, property.stringValue);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorGUI.DropdownButton.html"/></summary>
    public static bool DropdownButton(Rect position, GUIContent content, FocusType focusType) => Drawing.Here.Pressed("▾");
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorStyles.html"/></summary>
public sealed partial class EditorStyles
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorStyles-boldLabel.html"/></summary>
    public static GUIStyle boldLabel { get; } = new GUIStyle();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorStyles-miniLabel.html"/></summary>
    public static GUIStyle miniLabel { get; } = new GUIStyle();
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MessageType.html"/></summary>
public enum MessageType
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MessageType.None.html"/></summary>
    None,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MessageType.Info.html"/></summary>
    Info,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MessageType.Warning.html"/></summary>
    Warning,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MessageType.Error.html"/></summary>
    Error,
}
