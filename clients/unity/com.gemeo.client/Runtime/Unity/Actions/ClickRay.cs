#nullable enable
using UnityEngine;
#if GEMEO_INPUT_SYSTEM
using UnityEngine.InputSystem;
#endif

namespace Gemeo.Unity
{
    /// <summary>
    /// Clicks for projects that have only the new input system: Unity calls no OnMouse… there. One look a frame for all objects. An EventSystem
    /// with a PhysicsRaycaster does the same, and both together do it once.
    /// </summary>
    static class ClickRay
    {
        static int _wanted;
        static int _looked = -1;

        public static void Add() => _wanted++;

        public static void Remove() => _wanted--;

        /// <summary>An EventSystem has the pointer: over its own buttons, or over an object that it tells of the click itself.</summary>
        public static bool IsTaken
        {
            get
            {
#if GEMEO_UGUI
                var events = UnityEngine.EventSystems.EventSystem.current;
                return events != null && events.IsPointerOverGameObject();
#else
                return false;
#endif
            }
        }

        /// <summary>Called by every connection; looks once a frame.</summary>
        public static void Look()
        {
#if GEMEO_INPUT_SYSTEM
            if (_wanted == 0 || _looked == Time.frameCount || Pointer.current is null || !Pointer.current.press.wasReleasedThisFrame) return;
            _looked = Time.frameCount;
            if (IsTaken) return;
            var camera = Camera.main;
            if (camera == null || !Physics.Raycast(camera.ScreenPointToRay(Pointer.current.position.ReadValue()), out var hit)) return;
            var clicked = hit.collider.GetComponentInParent<ActionOnClick>();
            if (clicked != null && clicked.isActiveAndEnabled) clicked.Click();
#endif
        }

        [RuntimeInitializeOnLoadMethod(RuntimeInitializeLoadType.SubsystemRegistration)]
        static void Forget() => (_wanted, _looked) = (0, -1);
    }
}
