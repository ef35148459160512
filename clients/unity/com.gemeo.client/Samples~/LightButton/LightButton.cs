#nullable enable
using System.Collections;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using UnityEngine;
using UnityEngine.Networking;
using UnityEngine.UI;

namespace Gemeo.Samples.LightButton
{
    /// <summary>
    /// A button that turns on the lamp, by hand: one request, its answer, and the scene after it. Nothing of the package is used here;
    /// <see cref="LightButtonInThreeLines"/> does the same with it.
    /// </summary>
    [AddComponentMenu("Gêmeo/Samples/Light button, by hand")]
    public sealed class LightButton : MonoBehaviour
    {
        [SerializeField] string _server = "http://127.0.0.1:8080";
        [SerializeField] string _path = "/lab/ligar_luz";
        [SerializeField] Text? _answer;
        [SerializeField] Light? _lamp;

        /// <summary>What the scene shows, and from where it comes.</summary>
        public void Show(string server, Text answer, Light lamp) => (_server, _answer, _lamp) = (server, answer, lamp);

        /// <summary>1. The person clicks: the front end only asks and shows. (The button's On Click calls this.)</summary>
        public void Press() => StartCoroutine(TurnOn());

        IEnumerator TurnOn()
        {
            Say("…");

            // 2. The order goes out as HTTP: POST http://127.0.0.1:8080/lab/ligar_luz. The server knows what that means, and tells the lamp.
            using (var request = UnityWebRequest.PostWwwForm(_server + _path, ""))
            {
                request.timeout = 30;

                // 3. Frames go by while the lamp is told, and has said that it is on. Without an answer from it the server gives up after 5 s.
                yield return request.SendWebRequest();

                // 4. The answer is JSON, {"status": "Luz ligada com sucesso!"}, and the scene follows it. When it went wrong the JSON says why,
                //    {"erro": "O dispositivo não respondeu"}, and HTTP's code which kind of wrong: 503 the lamp is away, 504 it did not answer.
                if (request.result == UnityWebRequest.Result.Success)
                {
                    Say(Read(request.downloadHandler.text, "status"));
                    if (_lamp != null) _lamp.enabled = true;
                }
                else if (request.result == UnityWebRequest.Result.ProtocolError)
                {
                    Say(request.responseCode + ": " + Read(request.downloadHandler.text, "erro"));
                }
                else
                {
                    Say(request.error);
                }
            }
        }

        static string Read(string json, string member)
        {
            try { return (string?)JObject.Parse(json)[member] ?? json; }
            catch (JsonException) { return json; }
        }

        void Say(string text)
        {
            if (_answer != null) _answer.text = text;
        }
    }
}
