#nullable enable
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>The scene's way to the server.</summary>
    static class Connections
    {
        [MenuItem("GameObject/Gêmeo/Connection", false, 10)]
        static void Create() => Selection.activeGameObject = Make(ServerChoice.Address, "").gameObject;

        /// <summary>The one that the scene has, as it is; without one, a new one for this server.</summary>
        public static GemeoConnection Ensure(string address, string key)
        {
            var there = Object.FindAnyObjectByType<GemeoConnection>();
            return there != null ? there : Make(address, key);
        }

        static GemeoConnection Make(string address, string key)
        {
            var made = new GameObject("Gêmeo");
            Undo.RegisterCreatedObjectUndo(made, "Create Gêmeo connection");
            var connection = Undo.AddComponent<GemeoConnection>(made);
            new Fields(connection).Text("_address", address).Text("_key", key).Apply();
            return connection;
        }
    }
}
