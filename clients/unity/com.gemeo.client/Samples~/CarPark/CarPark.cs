#nullable enable
using System.Collections.Generic;
using System.Linq;
using Gemeo.Client;
using Gemeo.Unity;
using UnityEngine;

namespace Gemeo.Samples.CarPark
{
    /// <summary>The lab's parking spots in a row. Cars come and go as the sensor says, and a board tells what happened last.</summary>
    [AddComponentMenu("Gêmeo/Samples/Car park")]
    public sealed class CarPark : MonoBehaviour
    {
        const float Between = 2.8f;

        [SerializeField] string _server = "http://127.0.0.1:8080";
        [SerializeField] int _lines = 8;

        GemeoConnection? _lab;
        Happenings? _happenings;
        TextMesh? _board;

#if UNITY_EDITOR
        [UnityEditor.MenuItem("GameObject/Gêmeo/Samples/Car park", false, 32)]
        static void Create()
        {
            var made = new GameObject("Car park", typeof(CarPark));
            UnityEditor.Undo.RegisterCreatedObjectUndo(made, "Create Car park");
            UnityEditor.Selection.activeGameObject = made;
        }
#endif

        /// <summary>What the board says.</summary>
        public string Told => _board == null ? "" : _board.text;

        /// <summary>Which server; before the first frame.</summary>
        public string Server { set => _server = value; }

        void Start()
        {
            _lab = Connect();
            _board = Board();
            Open(_lab.Client, _board);
        }

        void OnDestroy()
        {
            if (_lab != null) _lab.Client.EntryHeard -= Hear;
        }

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

        async void Open(GemeoClient client, TextMesh board)
        {
            try
            {
                var lab = await client.Labs.Get();
                var spots = (await client.Labs.Things()).Where(t => t.Kind == "parking-spot").ToList();
                if (this == null) return;
                for (var n = 0; n < spots.Count; n++) Spot.Build(transform, spots[n], new Vector3((n - (spots.Count - 1) / 2f) * Between, 0, 0));
                _happenings = new Happenings(spots.ToDictionary(s => s.Id, s => s.Title), lab.Language?.StartsWith("pt") == true, _lines);
                client.EntryHeard += Hear;
                var before = await client.Api.Get("log?order=desc&kind=property&changed=true&limit=" + _lines + "&thing=" + string.Join(",", spots.Select(s => s.Id)));
                if (this == null) return;
                _happenings.Take(before);
                board.text = _happenings.Text;
            }
            catch (GemeoException why) { board.text = why.Message; }
        }

        void Hear(Entry entry)
        {
            if (_happenings!.Take(entry)) _board!.text = _happenings.Text;
        }

        TextMesh Board()
        {
            var board = new GameObject("Board").AddComponent<TextMesh>();
            board.transform.SetParent(transform, false);
            board.transform.localPosition = new Vector3(-5, 4, 4);
            board.characterSize = 0.25f;
            board.fontSize = 48;
            return board;
        }
    }
}
