namespace UnityEngine.UI;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Graphic.html"/></summary>
public abstract partial class Graphic : MonoBehaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Graphic.html#UnityEngine_UI_Graphic_color"/></summary>
    public virtual Color color { get; set; } = Color.white;
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Text.html"/></summary>
public partial class Text : Graphic
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Text.html#UnityEngine_UI_Text_text"/></summary>
    public virtual string text { get; set; } = "";
}
