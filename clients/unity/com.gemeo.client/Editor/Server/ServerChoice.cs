#nullable enable
using Gemeo.Client;
using UnityEditor;

namespace Gemeo.Unity.Editor
{
    /// <summary>
    /// The server that the editor talks to. Address and key are kept in this person's EditorPrefs: what lies in a scene or in the project
    /// goes into version control and into every build, and a key there is a key for everybody.
    /// </summary>
    static class ServerChoice
    {
        public const string DefaultAddress = "http://127.0.0.1:8080";
        const string AddressName = "Gemeo.Address";
        const string KeyName = "Gemeo.Key ";

        public static string Address
        {
            get => EditorPrefs.GetString(AddressName, DefaultAddress);
            set => EditorPrefs.SetString(AddressName, value);
        }

        /// <summary>Each server has its own key; empty for none.</summary>
        public static string KeyOf(string address) =>
            ServerAddress.TryParse(address, null, out var server) ? EditorPrefs.GetString(KeyName + server!.Root, "") : "";

        public static void Keep(string address, string key)
        {
            if (!ServerAddress.TryParse(address, null, out var server)) return;
            if (key.Length == 0) EditorPrefs.DeleteKey(KeyName + server!.Root);
            else EditorPrefs.SetString(KeyName + server!.Root, key);
        }

        /// <summary>The address that <c>--lan</c> prints holds the key: they are kept apart.</summary>
        public static (string Address, string Key) Split(string address, string key) =>
            ServerAddress.TryParse(address, key, out var server) && address.Contains("?key=") ? (server!.Root.ToString(), server.Key ?? "") : (address, key);
    }
}
