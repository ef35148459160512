#nullable enable
using System;
using UnityEngine;
using UnityEngine.EventSystems;
using UnityEngine.UI;

namespace Gemeo.Samples.LightButton
{
    /// <summary>Buttons and texts of uGUI, made by script.</summary>
    static class Ui
    {
        public static Transform Make()
        {
            if (UnityEngine.Object.FindAnyObjectByType<EventSystem>() == null) _ = new GameObject("Event system", typeof(EventSystem), InputModule());
            var screen = new GameObject("Screen", typeof(Canvas), typeof(CanvasScaler), typeof(GraphicRaycaster));
            screen.GetComponent<Canvas>().renderMode = RenderMode.ScreenSpaceOverlay;
            return screen.transform;
        }

        public static Button Button(Transform screen, string title, float x, float y)
        {
            var made = Put(screen, title, x, y, typeof(Image), typeof(Button));
            Text(made, "title", 0, 0, title).color = Color.black;
            return made.GetComponent<Button>();
        }

        public static Text Text(Transform on, string name, float x, float y, string words = "")
        {
            var text = Put(on, name, x, y, typeof(Text)).GetComponent<Text>();
            text.font = Resources.GetBuiltinResource<Font>("LegacyRuntime.ttf");
            text.alignment = TextAnchor.MiddleCenter;
            text.text = words;
            return text;
        }

        static Transform Put(Transform on, string name, float x, float y, params Type[] parts)
        {
            var made = new GameObject(name, typeof(RectTransform));
            foreach (var part in parts) made.AddComponent(part);
            var place = (RectTransform)made.transform;
            place.SetParent(on, false);
            place.sizeDelta = new Vector2(300, 48);
            place.anchoredPosition = new Vector2(x, y);
            return place;
        }

        // A project listens to its old input, to the Input System, or to both.
        static Type InputModule() =>
#if GEMEO_INPUT_SYSTEM && ENABLE_INPUT_SYSTEM && !ENABLE_LEGACY_INPUT_MANAGER
            typeof(UnityEngine.InputSystem.UI.InputSystemUIInputModule);
#else
            typeof(StandaloneInputModule);
#endif
    }
}
