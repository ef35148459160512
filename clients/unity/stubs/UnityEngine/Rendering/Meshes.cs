namespace UnityEngine;

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PrimitiveType.html"/></summary>
public enum PrimitiveType
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PrimitiveType.Sphere.html"/></summary>
    Sphere,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PrimitiveType.Capsule.html"/></summary>
    Capsule,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PrimitiveType.Cylinder.html"/></summary>
    Cylinder,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/PrimitiveType.Cube.html"/></summary>
    Cube,
}

public sealed partial class GameObject
{
    static readonly Material _plain = new(null);

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/GameObject.CreatePrimitive.html"/></summary>
    public static GameObject CreatePrimitive(PrimitiveType type)
    {
        var made = new GameObject(type.ToString(), typeof(MeshFilter), typeof(MeshRenderer), typeof(BoxCollider));
        made.GetComponent<MeshRenderer>().sharedMaterial = _plain;
        return made;
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MeshFilter.html"/></summary>
public sealed partial class MeshFilter : Component
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/MeshFilter-sharedMesh.html"/></summary>
    public Mesh sharedMesh { get; set; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mesh.html"/></summary>
public sealed partial class Mesh : Object
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mesh-vertices.html"/></summary>
    public Vector3[] vertices { get; set; } = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mesh-triangles.html"/></summary>
    public int[] triangles { get; set; } = [];

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mesh.RecalculateNormals.html"/></summary>
    public void RecalculateNormals()
    {
    }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Mesh.RecalculateBounds.html"/></summary>
    public void RecalculateBounds()
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Material.html"/></summary>
public partial class Material : Object
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Material-ctor.html"/></summary>
    public Material(Material source) => color = source is null ? Color.white : source.color;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Material-color.html"/></summary>
    public Color color { get; set; }
}

public partial class Renderer
{
    Material _material;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Renderer-sharedMaterial.html"/></summary>
    public Material sharedMaterial { get => _material; set => _material = value; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Renderer-material.html"/></summary>
    public Material material { get => _material = new Material(_material); set => _material = value; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ColorUtility.html"/></summary>
public partial class ColorUtility
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/ColorUtility.TryParseHtmlString.html"/></summary>
    public static bool TryParseHtmlString(string htmlString, out Color color)
    {
        color = default;
        if (htmlString is not { Length: 7 } || htmlString[0] != '#' || !int.TryParse(htmlString.AsSpan(1), System.Globalization.NumberStyles.HexNumber, null, out var rgb)) return false;
        color = new Color((rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        return true;
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/LightType.html"/></summary>
public enum LightType
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/LightType.Directional.html"/></summary>
    Directional = 1,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/LightType.Point.html"/></summary>
    Point = 2,
}

public sealed partial class Light
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Light-type.html"/></summary>
    public LightType type { get; set; } = LightType.Point;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Light-range.html"/></summary>
    public float range { get; set; } = 10;
}

public sealed partial class TextMesh
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh-characterSize.html"/></summary>
    public float characterSize { get; set; } = 1;

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh-fontSize.html"/></summary>
    public int fontSize { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextMesh-anchor.html"/></summary>
    public TextAnchor anchor { get; set; }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextAnchor.html"/></summary>
public enum TextAnchor
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextAnchor.MiddleCenter.html"/></summary>
    MiddleCenter = 4,

    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/TextAnchor.LowerCenter.html"/></summary>
    LowerCenter = 7,
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Font.html"/></summary>
public sealed partial class Font : Object
{
    internal Font()
    {
    }
}

/// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Resources.html"/></summary>
public sealed partial class Resources
{
    /// <summary><seealso href="https://docs.unity3d.com/ScriptReference/Resources.GetBuiltinResource.html"/></summary>
    public static T GetBuiltinResource<T>(string path) where T : Object => (T)Activator.CreateInstance(typeof(T), true);
}
