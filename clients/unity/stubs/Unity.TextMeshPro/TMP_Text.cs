namespace TMPro;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.textmeshpro@3.0/api/TMPro.TMP_Text.html"/></summary>
public abstract partial class TMP_Text : UnityEngine.UI.Graphic
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.textmeshpro@3.0/api/TMPro.TMP_Text.html#TMPro_TMP_Text_text"/></summary>
    public virtual string text { get; set; } = "";
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.textmeshpro@3.0/api/TMPro.TextMeshPro.html"/></summary>
public partial class TextMeshPro : TMP_Text
{
}
