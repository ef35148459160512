#nullable enable
using Gemeo.Unity;
using UnityEngine;
using UnityEngine.Events;
using UnityEngine.UI;

namespace Gemeo.Samples.LightButton
{
    /// <summary>Makes the scene of the sample: what one would otherwise drag together by hand.</summary>
    [AddComponentMenu("Gêmeo/Samples/Light button, the scene")]
    public sealed class LightButtonScene : MonoBehaviour
    {
        [SerializeField] string _server = "http://127.0.0.1:8080";

#if UNITY_EDITOR
        [UnityEditor.MenuItem("GameObject/Gêmeo/Samples/Light button", false, 30)]
        static void Create()
        {
            var made = new GameObject("Light button", typeof(LightButtonScene));
            UnityEditor.Undo.RegisterCreatedObjectUndo(made, "Create Light button");
            UnityEditor.Selection.activeGameObject = made;
        }
#endif

        /// <summary>Which server; before the first frame.</summary>
        public string Server { set => _server = value; }

        void Start()
        {
            if (GemeoConnection.Default == null) Connect();
            var screen = Ui.Make();
            ByHand(screen);
            InThreeLines(screen);
        }

        void Connect()
        {
            // It is made asleep, so that nothing connects before it knows where.
            var lab = new GameObject("Gêmeo");
            lab.SetActive(false);
            lab.AddComponent<GemeoConnection>().Address = _server;
            lab.SetActive(true);
        }

        void ByHand(Transform screen)
        {
            var lamp = Lamp("Lamp by hand", -2);
            lamp.enabled = false;
            var button = gameObject.AddComponent<LightButton>();
            button.Show(_server, Ui.Text(screen, "Answer by hand", -170, -60), lamp);
            Press(Ui.Button(screen, "By hand", -170, 0), button.Press);
        }

        void InThreeLines(Transform screen)
        {
            var lamp = Lamp("Lamp that follows", 2);
            var follows = lamp.gameObject.AddComponent<LightBinding>();
            follows.MaxIntensity = lamp.intensity;
            follows.ThingId = "lampada-bancada";
            var button = gameObject.AddComponent<LightButtonInThreeLines>();
            button.Show(Ui.Text(screen, "Answer in three lines", 170, -60));
            Press(Ui.Button(screen, "In three lines", 170, 0), button.Press);
        }

        static void Press(Button button, UnityAction what) => button.onClick.AddListener(what);

        static Light Lamp(string name, float x)
        {
            var bulb = GameObject.CreatePrimitive(PrimitiveType.Sphere);
            bulb.name = name;
            bulb.transform.position = new Vector3(x, 1.5f, 0);
            var light = bulb.AddComponent<Light>();
            light.type = LightType.Point;
            light.range = 6;
            light.intensity = 3;
            return light;
        }
    }
}
