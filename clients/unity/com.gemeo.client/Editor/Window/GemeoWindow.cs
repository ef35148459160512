#nullable enable
using Gemeo.Client;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Editor
{
    /// <summary>Asks a server what it has, and binds what is selected to one of its things.</summary>
    public sealed class GemeoWindow : EditorWindow
    {
        const string KeyHint = "Kept on this machine for you alone, not in the scene: whoever gets the project or a build would have the key.";

        [SerializeField] string _address = "";
        [SerializeField] string _words = "";
        [SerializeField] Vector2 _scroll;
        string _key = "";
        bool _keyInScene;
        Finding? _found;
        bool _asking;

        [MenuItem("Window/Gêmeo")]
        public static void Open() => GetWindow<GemeoWindow>("Gêmeo").minSize = new Vector2(360, 240);

        void OnEnable()
        {
            if (_address.Length == 0) _address = ServerChoice.Address;
            _key = ServerChoice.KeyOf(_address);
        }

        // What is selected decides which buttons can be pressed.
        void OnSelectionChange() => Repaint();

        void OnGUI()
        {
            DrawServer();
            DrawFinding();
            if (KnownThings.All.Count > 0) DrawThings();
        }

        void DrawServer()
        {
            EditorGUILayout.LabelField("Server", EditorStyles.boldLabel);
            var address = EditorGUILayout.TextField("Address", _address);
            var key = EditorGUILayout.PasswordField(new GUIContent("Key", KeyHint), address == _address ? _key : ServerChoice.KeyOf(address));
            (_address, _key) = ServerChoice.Split(address, key);
            _keyInScene = EditorGUILayout.ToggleLeft(new GUIContent("Put the key into the scene when binding", KeyHint), _keyInScene);
            if (_keyInScene) EditorGUILayout.HelpBox("The key will stand in the scene's file: in version control, and in every build that you give away.", MessageType.Warning);
            EditorGUI.BeginDisabledGroup(_asking);
            if (GUILayout.Button(_asking ? "Asking…" : "Test")) Ask();
            EditorGUI.EndDisabledGroup();
        }

        void DrawFinding()
        {
            if (_found is null) return;
            EditorGUILayout.HelpBox(_found.Whole, _found.Kind == FindingKind.Reached ? MessageType.Info : MessageType.Error);
            if (_found.Kind == FindingKind.HttpForbidden && GUILayout.Button("Allow plain HTTP in the editor and development builds"))
            {
                PlainHttp.AllowInDevelopment();
                Ask();
            }
        }

        void DrawThings()
        {
            _words = EditorGUILayout.TextField("Search", _words);
            var target = ThingRow.Target();
            if (target is null) EditorGUILayout.HelpBox("Select an object of the scene to bind it.", MessageType.None);
            _scroll = EditorGUILayout.BeginScrollView(_scroll);
            foreach (var thing in KnownThings.Search(_words))
            {
                if (ThingRow.Draw(thing, target)) Bind(thing, target!);
            }
            EditorGUILayout.EndScrollView();
        }

        void Bind(ThingDescription thing, GameObject target) => Binder.Bind(target, thing, _address, _keyInScene ? _key : "");

        /// <summary>Does not wait: the window is drawn anew when the answer is there.</summary>
        async void Ask()
        {
            if (_asking) return;
            _asking = true;
            try
            {
                ServerChoice.Address = _address;
                ServerChoice.Keep(_address, _key);
                _found = await Asking.Ask(_address, _key, EditorPlatform.Create());
                if (_found.Kind == FindingKind.Reached) KnownThings.Take(_found.Things);
            }
            finally
            {
                _asking = false;
                Repaint();
            }
        }
    }
}
