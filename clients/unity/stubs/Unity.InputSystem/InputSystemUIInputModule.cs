using UnityEngine.EventSystems;

namespace UnityEngine.InputSystem.UI;

/// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.UI.InputSystemUIInputModule.html"/></summary>
public partial class InputSystemUIInputModule : BaseInputModule
{
}
