namespace UnityEngine.EventSystems;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.PointerEventData.html"/></summary>
public partial class PointerEventData
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.IPointerClickHandler.html"/></summary>
public partial interface IPointerClickHandler
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.IPointerClickHandler.html#UnityEngine_EventSystems_IPointerClickHandler_OnPointerClick_UnityEngine_EventSystems_PointerEventData_"/></summary>
    void OnPointerClick(PointerEventData eventData);
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.EventSystem.html"/></summary>
public partial class EventSystem : MonoBehaviour
{
    internal bool _over;

    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.EventSystem.html#UnityEngine_EventSystems_EventSystem_current"/></summary>
    public static EventSystem current => Gemeo.UnityStubs.Player.Here.Find<EventSystem>();

    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.EventSystem.html#UnityEngine_EventSystems_EventSystem_IsPointerOverGameObject"/></summary>
    public bool IsPointerOverGameObject() => _over;
}
