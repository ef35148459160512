using Gemeo.Client;
using TMPro;
using UnityEngine;
using UnityEngine.UI;

namespace Gemeo.Unity.Tests.Bindings;

public sealed class ValueLabelTests
{
    [Fact]
    public async Task Each_kind_of_text_says_the_value_with_its_unit_and_a_dash_before_it_is_known()
    {
        await using var server = await TestServer.Start();
        await using var sensor = await server.Device();
        await Player.Play(async player =>
        {
            await player.Open(server.Url);
            var (mesh, text, pro) = (Scenes.Put<TextMesh>(), Scenes.Put<Text>(), Scenes.Put<TextMeshPro>());
            foreach (var on in new Component[] { mesh, text, pro })
            {
                var label = on.gameObject.AddComponent<ValueLabel>();
                (label.ThingId, label.PropertyName, label.Unit, label.Format) = ("sensor", "distance", "cm", "0.0");
            }
            Assert.Equal(["—", "—", "—"], [mesh.text, text.text, pro.text]);
            await sensor.Say("sensor/distance", "22.41");
            await player.Until(() => mesh.text != "—", "the value");
            Assert.Equal(["22,4 cm", "22,4 cm", "22,4 cm"], [mesh.text, text.text, pro.text]);
        });
    }

    [Fact]
    public async Task It_is_grey_while_the_device_is_away_and_as_before_when_it_is_back()
    {
        await using var rig = await LampRig.Start(null);
        await rig.PlugIn(on: true);
        await Player.Play(async player =>
        {
            var connection = await player.Open(rig.Server.Url, c => c.Language = "en");
            var mesh = Scenes.Put<TextMesh>(m => m.color = new Color(1, 0, 0));
            var label = mesh.gameObject.AddComponent<ValueLabel>();
            (label.ThingId, label.PropertyName) = ("lamp", "ligada");
            await player.Until(() => mesh.text == "yes", "the value");
            label.SetWords("on", "off");
            Assert.Equal("on", mesh.text);
            await rig.Unplug();
            await player.Until(() => mesh.color == new Color(0.5f, 0.5f, 0.5f), "a grey label");
            await rig.PlugIn();
            await player.Until(() => mesh.color == new Color(1, 0, 0) && mesh.text == "off", "a red one");
        });
    }

    [Theory]
    [InlineData("22.456", "", "°C", "pt", "22,46 °C")]
    [InlineData("22.456", "0.0", "°C", "en-GB", "22.5 °C")]
    [InlineData("1234567", "#,0", "", "pt", "1.234.567")]
    [InlineData("true", "", "", "pt", "sim")]
    [InlineData("false", "", "", "en", "no")]
    [InlineData("null", "", "°C", "pt", "—")]
    [InlineData("\"heat\"", "", "", "pt", "heat")]
    [InlineData("[1,2]", "", "", "pt", "[1,2]")]
    public void A_value_in_words(string json, string format, string unit, string language, string words) =>
        Assert.Equal(words, ValueWords.Of(Value.Of(Json.Parse(json)), format, unit, language));
}
