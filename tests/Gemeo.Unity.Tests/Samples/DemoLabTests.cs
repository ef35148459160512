using System.Text.Json;
using System.Text.Json.Nodes;
using Gemeo.Samples.DemoLab;
using Gemeo.UnityStubs;
using UnityEngine;

namespace Gemeo.Unity.Tests.Samples;

public sealed class DemoLabTests
{
    static readonly JsonNode _scene = JsonNode.Parse(File.ReadAllText(Path.Combine(DemoServer.Lab, "lab.json")), null, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!["scene"]!;

    [Fact]
    public async Task Every_room_stands_with_its_floor_its_walls_and_all_its_furniture()
    {
        await using var server = await DemoServer.Silent();
        await Player.Play(async player =>
        {
            await Build(player, server);
            foreach (var (name, told) in _scene["rooms"]!.AsObject())
            {
                var parts = player.Named(name).Below().ToLookup(o => o.name);
                var corners = told!["floor"]!.AsArray();
                var mesh = Assert.Single(parts["floor"]).GetComponent<MeshFilter>().sharedMesh;
                Assert.Equal(corners.Select(c => new Vector3(c![0]!.GetValue<float>(), 0, -c[1]!.GetValue<float>())), mesh.vertices);
                Assert.Equal((corners.Count - 2) * 3, mesh.triangles.Length);
                Assert.Equal(told["outdoor"] is null, parts["wall 0"].Any());
                foreach (var kind in told["furniture"]!.AsArray().CountBy(f => f!["kind"]!.GetValue<string>())) Assert.Equal(kind.Value, parts[kind.Key].Count());
            }
        });
    }

    [Fact]
    public async Task Every_thing_of_the_scene_stands_where_it_belongs_and_is_bound()
    {
        await using var server = await DemoServer.Silent();
        await Player.Play(async player =>
        {
            await Build(player, server);
            foreach (var (id, told) in _scene["things"]!.AsObject())
            {
                var thing = player.Named(id);
                var at = told!["position"]!.AsArray().Select(n => n!.GetValue<float>()).ToArray();
                Assert.Equal(new Vector3(at[0], at[1], -at[2]), thing.transform.localPosition);
                Assert.Contains(thing.GetComponentsInChildren<ThingBinding>(), b => b.ThingId == id);
            }
            Assert.IsType<LightBinding>(player.Named("luz-teto-1").GetComponentInChildren<ThingBinding>());
            Assert.IsType<TransformBinding>(player.Named("porta").GetComponentInChildren<ThingBinding>());
            Assert.IsType<ValueLabel>(player.Named("ambiente").GetComponentInChildren<ThingBinding>());
            Assert.NotNull(player.Named("radio-5g").GetComponentInChildren<ActionOnClick>());
            Assert.Null(player.Named("ambiente").GetComponentInChildren<ActionOnClick>());
        });
    }

    [Fact]
    public async Task It_lives_a_click_turns_the_lamp_on_and_the_door_turns_with_the_real_one()
    {
        await using var server = await DemoServer.Simulated();
        await Player.Play(async player =>
        {
            await Build(player, server);
            var lamp = player.Named("lampada-bancada");
            await player.Until(() => lamp.GetComponentInChildren<LightBinding>().Thing is { IsAvailable: true }, "the lamp");
            var was = lamp.GetComponentInChildren<Light>().enabled;
            lamp.GetComponentInChildren<ActionOnClick>().Run();
            await player.Until(() => lamp.GetComponentInChildren<Light>().enabled != was, "the light");
            var radio = player.Named("radio-5g").GetComponentInChildren<ActionOnClick>();
            await player.Until(() => radio.Thing!["ligado"].IsKnown, "the radio's report");
            var on = radio.Thing!["ligado"].Value.Boolean;
            radio.Run();
            await player.Until(() => radio.State is ClickState.Confirmed or ClickState.Failed, "the radio");
            Assert.Equal((ClickState.Confirmed, !on), (radio.State, radio.Thing["ligado"].Value.Boolean));
        });
    }

    static async Task Build(Player player, TestServer server)
    {
        var lab = new GameObject("Demo lab").AddComponent<DemoLab>();
        lab.Server = server.Url.ToString();
        await player.Until(() => lab.IsBuilt, "the lab");
    }
}
