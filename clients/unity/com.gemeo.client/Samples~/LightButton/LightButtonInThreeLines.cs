#nullable enable
using Gemeo.Client;
using Gemeo.Unity;
using UnityEngine;
using UnityEngine.UI;

namespace Gemeo.Samples.LightButton
{
    /// <summary>The same button with the package. The lamp in the scene needs no line at all: a <see cref="LightBinding"/> on it follows the real one.</summary>
    [AddComponentMenu("Gêmeo/Samples/Light button, in three lines")]
    public sealed class LightButtonInThreeLines : MonoBehaviour
    {
        [SerializeField] Text? _answer;

        public void Show(Text answer) => _answer = answer;

        public async void Press()
        {
            try { Say(await GemeoConnection.Default!.Client.Orders.Shortcut("/lab/ligar_luz")); }
            catch (RefusedException no) { Say(no.Refusal.Status + ": " + no.Refusal.Erro); }
            catch (GemeoException lost) { Say(lost.Message); }
        }

        void Say(string text)
        {
            if (_answer != null) _answer.text = text;
        }
    }
}
