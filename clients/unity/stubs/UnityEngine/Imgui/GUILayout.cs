using Gemeo.UnityStubs;

namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUILayout.html"/></summary>
public partial class GUILayout
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUILayout.Button.html"/></summary>
    public static bool Button(string text, params GUILayoutOption[] options) => Drawing.Here.Pressed(text);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUILayout.Button.html"/></summary>
    public static bool Button(GUIContent content, params GUILayoutOption[] options) => Drawing.Here.Pressed(content.text);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUILayout.Width.html"/></summary>
    public static GUILayoutOption Width(float width) => new GUILayoutOption();
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUILayoutOption.html"/></summary>
public sealed partial class GUILayoutOption
{
    internal GUILayoutOption()
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIStyle.html"/></summary>
public sealed partial class GUIStyle
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/FocusType.html"/></summary>
public enum FocusType
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/FocusType.Keyboard.html"/></summary>
    Keyboard = 1,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/FocusType.Passive.html"/></summary>
    Passive = 2,
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent.html"/></summary>
public sealed partial class GUIContent
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent-none.html"/></summary>
    public static GUIContent none { get; } = new GUIContent("");

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent-ctor.html"/></summary>
    public GUIContent(string text) : this(text, "")
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent-ctor.html"/></summary>
    public GUIContent(string text, string tooltip)
    {
        this.text = text;
        this.tooltip = tooltip;
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent-text.html"/></summary>
    public string text { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GUIContent-tooltip.html"/></summary>
    public string tooltip { get; set; }
}
