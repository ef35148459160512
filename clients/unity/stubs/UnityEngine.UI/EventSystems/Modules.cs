namespace UnityEngine.EventSystems;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.BaseInputModule.html"/></summary>
public abstract partial class BaseInputModule : MonoBehaviour
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.StandaloneInputModule.html"/></summary>
public partial class StandaloneInputModule : BaseInputModule
{
}

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.ugui@1.0/api/UnityEngine.EventSystems.PhysicsRaycaster.html"/></summary>
public partial class PhysicsRaycaster : MonoBehaviour
{
}
