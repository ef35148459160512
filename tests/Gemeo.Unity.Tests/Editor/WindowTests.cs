using Gemeo.Unity.Editor;
using Gemeo.Unity.Tests.Samples;
using UnityEditor;
using UnityEngine;

namespace Gemeo.Unity.Tests.Editor;

/// <summary>The editor's window, drawn and pressed as a person would, against the real server.</summary>
public sealed class WindowTests
{
    [Fact]
    public async Task It_tells_that_the_server_is_reached_and_lists_its_things_with_kind_room_and_properties()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            await Test(player, window, server.Url.ToString());
            var lines = window.Draw();
            Assert.Contains("Info: Reached: Telecommunications Laboratory, 13 things.", lines);
            Assert.Contains("lampada-bancada · lamp · laboratorio", lines);
            Assert.Contains("temperatura, umidade, co2", lines);
            Assert.Equal(13, lines.Count(l => l == "(Bind)"));
        });
    }

    [Fact]
    public async Task The_search_finds_by_every_word_without_accents_and_binds_what_is_selected()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            await Test(player, window, server.Url.ToString());
            var sphere = new GameObject("sphere");
            Selection.activeGameObject = sphere;
            Drawing.Here.Type("Search", "lampada laboratorio");
            window.Draw();
            Assert.Single(window.Draw(), l => l == "[Bind]");
            Drawing.Here.Press("Bind");
            window.Draw();
            Assert.Equal("lampada-bancada", sphere.GetComponent<LightBinding>().ThingId);
            Assert.Equal("ligada", sphere.GetComponent<LightBinding>().OnProperty);
            Assert.Equal("lampada-bancada", sphere.GetComponents(typeof(ActionOnClick)).Cast<ActionOnClick>().Single().ThingId);
            Assert.Equal(server.Url.ToString(), player.Find<GemeoConnection>()!.Address);
            Assert.Equal("Bind sphere to Lâmpada da bancada", EditorState.Here.GroupName);
            Undo.PerformUndo();
            Assert.Null(sphere.GetComponent<ThingBinding>());
            Assert.Null(player.Find<GemeoConnection>());
        });
    }

    [Fact]
    public async Task What_was_bound_in_the_editor_lives_once_it_plays()
    {
        await using var server = await DemoServer.Simulated();
        await server.Post("/lab/desligar_radio");
        await Edit(async (player, window) =>
        {
            await Test(player, window, server.Url.ToString());
            var radio = Selection.activeGameObject = new GameObject("radio", typeof(TextMesh));
            Drawing.Here.Type("Search", "radio-5g");
            window.Draw();
            Drawing.Here.Press("Bind");
            window.Draw();
            player.PressPlay();
            await player.Until(() => radio.GetComponent<TextMesh>().text.EndsWith(" Mbit/s", StringComparison.Ordinal), "the radio's throughput");
            await player.Until(() => radio.GetComponent<ActionOnClick>().Thing?["ligado"].Value.Boolean == false, "the radio to be off");
            radio.GetComponent<ActionOnClick>().Run();
            await player.Until(() => radio.GetComponent<ActionOnClick>().State == ClickState.Confirmed, "the radio to go on");
            var lines = Drawing.Here.Pass(() => UnityEditor.Editor.CreateEditor(radio.GetComponent<ValueLabel>(), typeof(ThingBindingEditor)).OnInspectorGUI());
            Assert.Contains("Device: there", lines);
            Assert.Contains(lines, l => l.StartsWith("ligado: true", StringComparison.Ordinal));
            lines = Drawing.Here.Pass(() => UnityEditor.Editor.CreateEditor(player.Find<GemeoConnection>()!, typeof(GemeoConnectionEditor)).OnInspectorGUI());
            Assert.Contains("Status: Open", lines);
            Assert.Contains("Things: 13", lines);
        });
    }

    [Fact]
    public async Task Where_nobody_answers_it_says_what_to_look_at_and_the_editor_goes_on_meanwhile()
    {
        var nobody = "http://127.0.0.1:" + Mosquitto.FreePort();
        await Edit(async (player, window) =>
        {
            Drawing.Here.Type("Address", nobody);
            Drawing.Here.Press("Test");
            window.Draw();
            Assert.Contains("(Asking…)", window.Draw());
            await player.Until(() => window.Draw().Contains("[Test]"), "an answer");
            var said = window.Draw().Single(l => l.StartsWith("Error: Not reached", StringComparison.Ordinal));
            Assert.Contains("./dev up", said, StringComparison.Ordinal);
            Assert.Contains(nobody, said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_project_that_forbids_plain_HTTP_is_told_so_and_allows_it_with_one_press()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            player.ForbidsHttp = true;
            await Test(player, window, server.Url.ToString());
            const string Allow = "Allow plain HTTP in the editor and development builds";
            Assert.Contains($"[{Allow}]", window.Draw());
            player.ForbidsHttp = false;
            Drawing.Here.Press(Allow);
            window.Draw();
            Assert.Equal(InsecureHttpOption.DevelopmentOnly, PlayerSettings.insecureHttpOption);
            await player.Until(() => window.Draw().Any(l => l.StartsWith("Info: Reached", StringComparison.Ordinal)), "the second answer");
        });
    }

    [Fact]
    public async Task The_key_goes_into_this_persons_preferences_and_not_into_the_scene()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            EditorKeys.Offer();
            await Test(player, window, server.Url + "?key=a-secret-of-16-letters");
            Assert.Contains("Address: " + server.Url, window.Draw());
            Assert.Contains("Key: " + new string('*', 22), window.Draw());
            Assert.Contains("a-secret-of-16-letters", EditorState.Here.Prefs.Values);
            Selection.activeGameObject = new GameObject("sphere");
            Drawing.Here.Type("Search", "lampada");
            window.Draw();
            Drawing.Here.Press("Bind");
            window.Draw();
            var connection = player.Find<GemeoConnection>()!;
            Assert.Equal("", connection.Key);
            Assert.Equal("a-secret-of-16-letters", connection.Client.Api.Address.Key);
        });
    }

    [Fact]
    public async Task Asked_for_it_the_key_goes_into_the_scene_with_a_warning()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            Drawing.Here.Type("Key", "a-secret-of-16-letters");
            await Test(player, window, server.Url.ToString());
            Drawing.Here.Press("Put the key into the scene when binding");
            window.Draw();
            Assert.Contains(window.Draw(), l => l.StartsWith("Warning: The key will stand in the scene", StringComparison.Ordinal));
            Selection.activeGameObject = new GameObject("sphere");
            Drawing.Here.Type("Search", "lampada");
            window.Draw();
            Drawing.Here.Press("Bind");
            window.Draw();
            Assert.Equal("a-secret-of-16-letters", player.Find<GemeoConnection>()!.Key);
            var lines = Drawing.Here.Pass(() => UnityEditor.Editor.CreateEditor(player.Find<GemeoConnection>()!, typeof(GemeoConnectionEditor)).OnInspectorGUI());
            Assert.Contains(lines, l => l.StartsWith("Warning: This key stands in the scene", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task An_object_that_lies_in_a_file_cannot_be_bound()
    {
        await using var server = await DemoServer.Silent();
        await Edit(async (player, window) =>
        {
            await Test(player, window, server.Url.ToString());
            var prefab = Selection.activeGameObject = new GameObject("prefab");
            EditorState.Here.InFiles.Add(prefab);
            Assert.DoesNotContain("[Bind]", window.Draw());
        });
    }

    /// <summary>An editor that does not play, with the window open.</summary>
    internal static Task Edit(Func<Player, GemeoWindow, Task> scene) => Player.Play(async player =>
    {
        player.IsPlaying = false;
        KnownThings.Forget();
        try { await scene(player, EditorWindow.GetWindow<GemeoWindow>("Gêmeo")); }
        finally
        {
            KnownThings.Forget();
            GemeoConnection.FindKey = null;
        }
    });

    internal static async Task Test(Player player, GemeoWindow window, string address)
    {
        Drawing.Here.Type("Address", address);
        Drawing.Here.Press("Test");
        window.Draw();
        await player.Until(() => window.Draw().Contains("[Test]"), "an answer");
    }
}
