using UnityEngine.Events;

namespace UnityEngine.UI;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.CanvasScaler.html"/></summary>
public partial class CanvasScaler : MonoBehaviour
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.GraphicRaycaster.html"/></summary>
public partial class GraphicRaycaster : MonoBehaviour
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Image.html"/></summary>
public partial class Image : Graphic
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Button.html"/></summary>
public partial class Button : MonoBehaviour
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Button.html#UnityEngine_UI_Button_onClick"/></summary>
    public ButtonClickedEvent onClick { get; set; } = new();

    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Button.ButtonClickedEvent.html"/></summary>
    public partial class ButtonClickedEvent : UnityEvent
    {
    }
}

public partial class Text
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Text.html#UnityEngine_UI_Text_font"/></summary>
    public Font font { get; set; }

    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.UI.Text.html#UnityEngine_UI_Text_alignment"/></summary>
    public TextAnchor alignment { get; set; }
}
