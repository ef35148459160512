using UnityEngine;

namespace Gemeo.Unity.Tests.Bindings;

public sealed class LightBindingTests
{
    [Fact]
    public async Task The_light_is_on_when_the_lamp_reported_it_and_not_before()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn();
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var (light, binding) = Lamp();
            await player.Until(() => binding.Thing!.IsAvailable == true && !light.enabled, "a lamp that is off");
            rig.Deaf = true;
            var order = rig.Server.Post("/things/lamp/actions/ligar");
            await player.Until(() => rig.Orders.Length == 1, "the order at the lamp");
            await player.Frames(20);
            Assert.False(light.enabled);
            await rig.Report(true);
            await player.Until(() => light.enabled, "a light that is on");
            Assert.Equal(3, light.intensity);
            Assert.Equal(200, (await order).Status);
        });
    }

    [Fact]
    public async Task It_is_grey_and_dark_while_the_lamp_is_away()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn(on: true);
        await Player.Play(async player =>
        {
            await player.Open(rig.Server.Url);
            var (gone, there) = (0, 0);
            var (light, binding) = Lamp();
            var renderer = light.GetComponent<MeshRenderer>();
            binding.onUnavailable.AddListener(() => gone++);
            binding.onAvailable.AddListener(() => there++);
            await player.Until(() => light.enabled, "a light that is on");
            Assert.Equal(binding.Glow, Painted(renderer, "_EmissionColor"));
            Assert.Equal(default, Painted(renderer, "_BaseColor"));
            await rig.Unplug();
            await player.Until(() => !light.enabled, "a light that nobody knows of");
            Assert.Equal((1, 0), (gone, there));
            Assert.Equal(new Color(0.5f, 0.5f, 0.5f), Painted(renderer, "_BaseColor"));
            Assert.Equal(Painted(renderer, "_BaseColor"), Painted(renderer, "_Color"));
            await rig.PlugIn(on: true);
            await player.Until(() => light.enabled, "a light that is on again");
            Assert.Equal((1, 1), (gone, there));
            Assert.Equal(default, Painted(renderer, "_BaseColor"));
        });
    }

    [Fact]
    public async Task It_is_as_bright_as_the_lamp_says()
    {
        var lab = TestLab.Lamp.Replace("\"ligada\":", """
            "brilho": { "type": "integer", "readOnly": true, "forms": [{ "href": "lamp/brilho", "contentType": "text/plain", "op": "readproperty" }] }, "ligada":
            """, StringComparison.Ordinal);
        await using var server = await TestServer.Start(lab);
        await using var lamp = await server.Device();
        await Player.Play(async player =>
        {
            await player.Open(server.Url);
            var (light, binding) = Lamp();
            await lamp.Say("lamp/brilho", "50");
            await lamp.Say("lamp/state", "ON");
            await player.Until(() => binding.Level == 0.5f && light.enabled, "half a light");
            Assert.Equal(1.5f, light.intensity);
            await lamp.Say("lamp/brilho", "300");
            await player.Until(() => light.intensity == 3, "no more than all of it");
        });
    }

    [Fact]
    public async Task Destroyed_among_changes_it_throws_nothing()
    {
        await using var server = await TestServer.Start();
        await using var lamp = await server.Device();
        await Player.Play(async player =>
        {
            var connection = await player.Open(server.Url);
            var lights = Enumerable.Range(0, 20).Select(_ => Lamp().Light).ToArray();
            // The first who hears destroys the others, in the midst of the telling.
            lights[0].GetComponent<LightBinding>().onChanged.AddListener(() => Array.ForEach(lights[1..], l => UnityEngine.Object.DestroyImmediate(l.gameObject)));
            await lamp.Say("lamp/state", "ON");
            await player.Until(() => lights[0].enabled, "the light that is left");
            Assert.All(lights[1..], l => Assert.True(l == null));
            UnityEngine.Object.Destroy(lights[0].gameObject);
            UnityEngine.Object.Destroy(connection.gameObject);
            await lamp.Say("lamp/state", "OFF");
            await player.Frames(10);
        });
    }

    static (Light Light, LightBinding Binding) Lamp()
    {
        var light = Scenes.Put<Light>();
        light.gameObject.SetActive(false);
        var renderer = light.gameObject.AddComponent<MeshRenderer>();
        var binding = light.gameObject.AddComponent<LightBinding>();
        (binding.ThingId, binding.Renderer, binding.MaxIntensity) = ("lamp", renderer, 3);
        light.gameObject.SetActive(true);
        return (light, binding);
    }

    static Color Painted(Renderer renderer, string name)
    {
        var block = new MaterialPropertyBlock();
        renderer.GetPropertyBlock(block);
        return block.GetColor(Shader.PropertyToID(name));
    }
}
