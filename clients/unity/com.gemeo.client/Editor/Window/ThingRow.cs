#nullable enable
using System.Collections.Generic;
using System.Linq;
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>One thing in the list.</summary>
    static class ThingRow
    {
        /// <summary>What is selected and can be bound: an object of a scene, or of a prefab that is open.</summary>
        public static GameObject? Target() =>
            Selection.activeGameObject is { } chosen && chosen != null && !EditorUtility.IsPersistent(chosen) ? chosen : null;

        /// <returns>True when it is to be bound to the target.</returns>
        public static bool Draw(ThingDescription thing, GameObject? target)
        {
            EditorGUILayout.BeginHorizontal();
            EditorGUILayout.BeginVertical();
            EditorGUILayout.LabelField(thing.Title, EditorStyles.boldLabel);
            EditorGUILayout.LabelField(Where(thing), EditorStyles.miniLabel);
            EditorGUILayout.LabelField(string.Join(", ", thing.Properties), EditorStyles.miniLabel);
            EditorGUILayout.EndVertical();
            EditorGUI.BeginDisabledGroup(target is null);
            var pressed = GUILayout.Button(new GUIContent("Bind", Tip(thing)), GUILayout.Width(60));
            EditorGUI.EndDisabledGroup();
            EditorGUILayout.EndHorizontal();
            return pressed && target != null;
        }

        /// <summary><c>lampada-bancada · lamp · laboratorio</c></summary>
        public static string Where(ThingDescription thing) =>
            string.Join(" · ", new[] { thing.Id, thing.Kind, thing.Room }.Where(text => !string.IsNullOrEmpty(text)));

        static string Tip(ThingDescription thing) => "Puts on the selected object: " + string.Join(", ", Names(Look.Of(thing)));

        static IEnumerable<string> Names(Look look)
        {
            yield return Binder.ComponentOf(look).Name;
            if (look.OnOff != null) yield return nameof(ActionOnClick);
        }
    }
}
