namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Renderer.html"/></summary>
public partial class Renderer : Component
{
    readonly MaterialPropertyBlock _block = new();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Renderer.SetPropertyBlock.html"/></summary>
    public void SetPropertyBlock(MaterialPropertyBlock properties) => ((Renderer)Living())._block.Take(properties);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Renderer.GetPropertyBlock.html"/></summary>
    public void GetPropertyBlock(MaterialPropertyBlock properties) => properties.Take(((Renderer)Living())._block);
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MeshRenderer.html"/></summary>
public partial class MeshRenderer : Renderer
{
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MaterialPropertyBlock.html"/></summary>
public sealed partial class MaterialPropertyBlock
{
    readonly Dictionary<int, Color> _colors = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MaterialPropertyBlock.Clear.html"/></summary>
    public void Clear() => _colors.Clear();

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MaterialPropertyBlock.SetColor.html"/></summary>
    public void SetColor(int nameID, Color value) => _colors[nameID] = value;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MaterialPropertyBlock.GetColor.html"/></summary>
    public Color GetColor(int nameID) => _colors.TryGetValue(nameID, out var color) ? color : default;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MaterialPropertyBlock.HasColor.html"/></summary>
    public bool HasColor(int nameID) => _colors.ContainsKey(nameID);

    internal void Take(MaterialPropertyBlock other)
    {
        _colors.Clear();
        if (other is null) return;
        foreach (var color in other._colors) _colors[color.Key] = color.Value;
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Shader.html"/></summary>
public sealed partial class Shader : Object
{
    static readonly List<string> _names = [];

    Shader()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Shader.PropertyToID.html"/></summary>
    public static int PropertyToID(string name)
    {
        if (!_names.Contains(name)) _names.Add(name);
        return _names.IndexOf(name);
    }
}
