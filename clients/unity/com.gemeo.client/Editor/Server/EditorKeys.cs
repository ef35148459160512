#nullable enable
using UnityEditor;

namespace Gemeo.Unity.Editor
{
    /// <summary>In the editor a connection without a key takes this person's, so that no scene needs one to be played.</summary>
    static class EditorKeys
    {
        [InitializeOnLoadMethod]
        internal static void Offer() => GemeoConnection.FindKey = ServerChoice.KeyOf;
    }
}
