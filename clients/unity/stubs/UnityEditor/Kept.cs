using Gemeo.UnityStubs;

namespace UnityEditor;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorPrefs.html"/></summary>
public sealed partial class EditorPrefs
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorPrefs.GetString.html"/></summary>
    public static string GetString(string key, string defaultValue) => EditorState.Here.Prefs.GetValueOrDefault(key, defaultValue);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorPrefs.SetString.html"/></summary>
    public static void SetString(string key, string value) => EditorState.Here.Prefs[key] = value;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/EditorPrefs.DeleteKey.html"/></summary>
    public static void DeleteKey(string key) => EditorState.Here.Prefs.Remove(key);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SessionState.html"/></summary>
public static partial class SessionState
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SessionState.GetString.html"/></summary>
    public static string GetString(string key, string defaultValue) => EditorState.Here.Session.GetValueOrDefault(key, defaultValue);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/SessionState.SetString.html"/></summary>
    public static void SetString(string key, string value) => EditorState.Here.Session[key] = value;
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PlayerSettings.html"/></summary>
public sealed partial class PlayerSettings
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PlayerSettings-insecureHttpOption.html"/></summary>
    public static InsecureHttpOption insecureHttpOption { get => EditorState.Here.InsecureHttp; set => EditorState.Here.InsecureHttp = value; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/InsecureHttpOption.html"/></summary>
public enum InsecureHttpOption
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/InsecureHttpOption.NotAllowed.html"/></summary>
    NotAllowed,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/InsecureHttpOption.DevelopmentOnly.html"/></summary>
    DevelopmentOnly,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/InsecureHttpOption.AlwaysAllowed.html"/></summary>
    AlwaysAllowed,
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/InitializeOnLoadMethodAttribute.html"/></summary>
[AttributeUsage(AttributeTargets.Method)]
public partial class InitializeOnLoadMethodAttribute : Attribute
{
}
