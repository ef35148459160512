#nullable enable
using System.Linq;
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>Any binding's fields, and while the game plays what its thing reports.</summary>
    [CustomEditor(typeof(ThingBinding), true)]
    [CanEditMultipleObjects]
    sealed class ThingBindingEditor : UnityEditor.Editor
    {
        public override bool RequiresConstantRepaint() => Application.isPlaying;

        public override void OnInspectorGUI()
        {
            DrawDefaultInspector();
            var id = serializedObject.FindProperty("_thing").stringValue;
            if (KnownThings.All.Count > 0 && id.Length > 0 && KnownThings.Find(id) is null)
                EditorGUILayout.HelpBox($"The server that was listed last has no thing \"{id}\".", MessageType.Warning);
            if (Application.isPlaying) DrawLive((ThingBinding)target);
        }

        static void DrawLive(ThingBinding binding)
        {
            EditorGUILayout.LabelField("Live", EditorStyles.boldLabel);
            if (!binding.isActiveAndEnabled || binding.Thing is not { } thing)
            {
                EditorGUILayout.LabelField("not bound: no connection, or no thing's id");
                return;
            }
            EditorGUILayout.LabelField("Device", Said(thing.IsAvailable));
            foreach (var property in thing.Properties.OrderBy(p => p.Name, System.StringComparer.Ordinal))
                EditorGUILayout.LabelField(property.Name, property.IsKnown ? Told(property) : "—");
        }

        static string Said(bool? available) => available switch { true => "there", false => "away", _ => "not known" };

        static string Told(Property property) => property.Value + (property.Time is { } time ? "    " + time.LocalDateTime.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "");
    }
}
