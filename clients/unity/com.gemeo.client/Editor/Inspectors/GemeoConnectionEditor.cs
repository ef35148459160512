#nullable enable
using System.Linq;
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>The connection's fields, and while the game plays how it stands.</summary>
    [CustomEditor(typeof(GemeoConnection))]
    sealed class GemeoConnectionEditor : UnityEditor.Editor
    {
        public override bool RequiresConstantRepaint() => Application.isPlaying;

        public override void OnInspectorGUI()
        {
            DrawDefaultInspector();
            if (serializedObject.FindProperty("_key").stringValue.Length > 0)
                EditorGUILayout.HelpBox("This key stands in the scene's file and in every build. Without it, the editor takes yours from Window > Gêmeo.", MessageType.Warning);
            if (Application.isPlaying) DrawLive((GemeoConnection)target);
            else if (GUILayout.Button("Test, list and bind…")) GemeoWindow.Open();
        }

        static void DrawLive(GemeoConnection connection)
        {
            if (!connection.isActiveAndEnabled) return;
            EditorGUILayout.LabelField("Live", EditorStyles.boldLabel);
            EditorGUILayout.LabelField("Status", connection.Status.ToString());
            EditorGUILayout.LabelField("Things", connection.Client.Things.Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
            EditorGUILayout.LabelField("Cursor", connection.Client.Cursor ?? "—");
            if (connection.Status.State == LinkState.Waiting && GUILayout.Button("Try now")) connection.Client.RetryNow();
        }
    }
}
