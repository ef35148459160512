#nullable enable
using System;
using System.Collections;
using Gemeo.Client;
using NUnit.Framework;
using UnityEngine;
using UnityEngine.TestTools;
using Object = UnityEngine.Object;

namespace Gemeo.Unity.Runtime.Tests
{
    /// <summary>Components in a playing scene. Those that want a server take the address in GEMEO_SERVER, with the demo lab.</summary>
    public sealed class LampTests
    {
        const float Patience = 20;
        GameObject? _lab;
        GameObject? _lamp;

        [OneTimeSetUp]
        public void AllowHttp()
        {
#if UNITY_EDITOR
            UnityEditor.PlayerSettings.insecureHttpOption = UnityEditor.InsecureHttpOption.AlwaysAllowed;
#endif
        }

        [TearDown]
        public void End()
        {
            if (_lamp != null) Object.Destroy(_lamp);
            if (_lab != null) Object.Destroy(_lab);
        }

        [UnityTest]
        public IEnumerator Where_no_server_is_the_connection_says_why_and_tries_again()
        {
            var connection = Connect("http://127.0.0.1:9");
            yield return Until(() => connection.Status.State == LinkState.Waiting);
            Assert.That(connection.Status.Why, Is.Not.Empty);
            Assert.That(connection.Status.RetryAt, Is.Not.Null);
        }

        [UnityTest]
        public IEnumerator The_only_connection_is_everybodys_until_it_is_switched_off()
        {
            var connection = Connect("http://127.0.0.1:9");
            Assert.That(GemeoConnection.Default == connection);
            connection.enabled = false;
            yield return null;
            Assert.That(GemeoConnection.Default == null);
        }

        [UnityTest]
        public IEnumerator An_order_turns_the_lamp_on_and_its_light_follows()
        {
            var connection = Connect(Server());
            _lamp = new GameObject("lamp", typeof(Light));
            var binding = _lamp.AddComponent<LightBinding>();
            binding.ThingId = "lampada-bancada";
            yield return Until(() => connection.Status.State == LinkState.Open && connection.Client.IsKnown);
            yield return Ended(connection.Client.Orders.Invoke("lampada-bancada", "desligar"));
            yield return Until(() => !_lamp.GetComponent<Light>().enabled);
            yield return Ended(connection.Client.Orders.Invoke("lampada-bancada", "ligar"));
            yield return Until(() => _lamp.GetComponent<Light>().enabled);
        }

        [UnityTest]
        public IEnumerator A_sentence_is_answered()
        {
            var connection = Connect(Server());
            var answer = connection.Client.Assistant.Talk().Say("a luz da bancada está ligada?");
            yield return Ended(answer);
            Assert.That(answer.Result.Text, Is.Not.Empty);
        }

        GemeoConnection Connect(string address)
        {
            _lab = new GameObject("Gêmeo");
            _lab.SetActive(false);
            var connection = _lab.AddComponent<GemeoConnection>();
            connection.Connect(address, Environment.GetEnvironmentVariable("GEMEO_KEY"));
            _lab.SetActive(true);
            return connection;
        }

        static string Server()
        {
            var server = Environment.GetEnvironmentVariable("GEMEO_SERVER");
            if (string.IsNullOrEmpty(server)) Assert.Ignore("GEMEO_SERVER names no server.");
            return server!;
        }

        static IEnumerator Ended(System.Threading.Tasks.Task task)
        {
            yield return Until(() => task.IsCompleted);
            if (task.Exception != null) throw task.Exception.GetBaseException();
        }

        static IEnumerator Until(Func<bool> look)
        {
            for (var began = Time.realtimeSinceStartup; !look();)
            {
                if (Time.realtimeSinceStartup - began > Patience) Assert.Fail("It did not come to it within " + Patience + " s.");
                yield return null;
            }
        }
    }
}
