using UnityEngine.InputSystem.Controls;

namespace UnityEngine.InputSystem
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Pointer.html"/></summary>
    public partial class Pointer
    {
        internal Pointer()
        {
        }

        /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Pointer.html#UnityEngine_InputSystem_Pointer_current"/></summary>
        public static Pointer current { get; internal set; }

        /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Pointer.html#UnityEngine_InputSystem_Pointer_position"/></summary>
        public Vector2Control position { get; } = new();

        /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Pointer.html#UnityEngine_InputSystem_Pointer_press"/></summary>
        public ButtonControl press { get; } = new();
    }
}

namespace UnityEngine.InputSystem.Controls
{
    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Controls.Vector2Control.html"/></summary>
    public partial class Vector2Control
    {
        internal Vector2Control()
        {
        }

        /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.InputControl-1.html#UnityEngine_InputSystem_InputControl_1_ReadValue"/></summary>
        public Vector2 ReadValue() => default;
    }

    /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Controls.ButtonControl.html"/></summary>
    public partial class ButtonControl
    {
        internal bool _released;

        internal ButtonControl()
        {
        }

        /// <summary><seealso href="https://docs.unity3d.com/Packages/com.unity.inputsystem@1.7/api/UnityEngine.InputSystem.Controls.ButtonControl.html#UnityEngine_InputSystem_Controls_ButtonControl_wasReleasedThisFrame"/></summary>
        public bool wasReleasedThisFrame => _released;
    }
}
