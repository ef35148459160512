#nullable enable
using System.Linq;
using Gemeo.Client;
using Gemeo.Unity;
using Newtonsoft.Json.Linq;
using UnityEngine;

namespace Gemeo.Samples.DemoLab
{
    /// <summary>Asks the server for its lab, and builds all of it: rooms with floors, walls and furniture, and every thing with its binding.</summary>
    [AddComponentMenu("Gêmeo/Samples/Demo lab")]
    public sealed class DemoLab : MonoBehaviour
    {
        [SerializeField] string _server = "http://127.0.0.1:8080";

#if UNITY_EDITOR
        [UnityEditor.MenuItem("GameObject/Gêmeo/Samples/Demo lab", false, 31)]
        static void Create()
        {
            var made = new GameObject("Demo lab", typeof(DemoLab));
            UnityEditor.Undo.RegisterCreatedObjectUndo(made, "Create Demo lab");
            UnityEditor.Selection.activeGameObject = made;
        }
#endif

        /// <summary>Which server; before the first frame.</summary>
        public string Server { set => _server = value; }

        /// <summary>Everything stands.</summary>
        public bool IsBuilt { get; private set; }

        void Start() => Open(Connect().Client);

        GemeoConnection Connect()
        {
            if (GemeoConnection.Default != null) return GemeoConnection.Default;
            // It is made asleep, so that nothing connects before it knows where.
            var lab = new GameObject("Gêmeo");
            lab.SetActive(false);
            var connection = lab.AddComponent<GemeoConnection>();
            connection.Address = _server;
            lab.SetActive(true);
            return connection;
        }

        async void Open(GemeoClient client)
        {
            try
            {
                var lab = await client.Labs.Get();
                var things = (await client.Labs.Things()).ToDictionary(t => t.Id);
                if (this == null) return;
                Build(lab.Scene, id => things.TryGetValue(id, out var thing) ? thing : null);
                IsBuilt = true;
            }
            catch (GemeoException why) { Debug.LogWarning("The lab was not built: " + why.Message, this); }
        }

        void Build(JToken? scene, System.Func<string, ThingDescription?> thing)
        {
            var paint = new Paint();
            var rooms = new RoomBuilder(paint);
            foreach (var plan in RoomPlan.All(scene)) rooms.Build(plan, transform);
            var builder = new ThingBuilder(paint);
            foreach (var stands in scene.At("things") as JObject ?? new JObject())
            {
                if (thing(stands.Key) is { } described) builder.Build(described, Place.Read(stands.Value), transform);
            }
        }
    }
}
