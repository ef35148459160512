using System.Text.Json.Nodes;

namespace Gemeo.Tests.Devices;

/// <summary>The README's how-tos, with the topics and payloads that the real firmwares use.</summary>
public sealed class RealDeviceTests
{
    static string Example(string name) => Path.Combine(Repository.Root, "labs", "examples", name);

    [Fact]
    public async Task A_Tasmota_plug_is_seen_switched_and_missed_when_it_goes()
    {
        await using var server = await TestServer.Start(Example("tasmota-plug"));
        await using var plug = await Device.Connect(server.MqttPort, "DVES_A1B2C3", "tele/tomada/LWT", "Offline");
        plug.OnHeard = async (topic, text) =>
        {
            if (topic != "cmnd/tomada/POWER") return;
            await plug.Say("stat/tomada/RESULT", $$"""{"POWER":"{{text}}"}""");
            await plug.Say("stat/tomada/POWER", text);
        };
        await plug.Hear("cmnd/tomada/#");
        await plug.Say("tele/tomada/LWT", "Online", retain: true);
        await plug.Say("stat/tomada/POWER", "OFF");
        await plug.Say("tele/tomada/SENSOR", """{"Time":"2026-11-24T04:10:00","ENERGY":{"TotalStartTime":"2026-01-01T00:00:00","Total":3.185,"Yesterday":0.058,"Today":0.021,"Power":61,"ApparentPower":70,"ReactivePower":34,"Factor":0.87,"Voltage":127,"Current":0.551}}""");
        Assert.Equal(61, (await server.Property("tomada", "potencia", _ => true)).GetValue<int>());
        Assert.Equal(3.185, (await server.Property("tomada", "energia", _ => true)).GetValue<double>());
        var (status, body) = await server.Post("/lab/ligar_tomada");
        Assert.Equal((200, "Tomada ligada!"), (status, body!["status"]!.GetValue<string>()));
        Assert.True((await server.Get("/things/tomada/properties/ligada"))!.GetValue<bool>());
        Assert.Equal(503, await StatusOnceGone(server, plug, "tomada", "desligar"));
    }

    [Fact]
    public async Task An_ESPHome_light_is_seen_switched_and_dimmed()
    {
        await using var server = await TestServer.Start(Example("esphome-light"));
        await using var light = await Device.Connect(server.MqttPort, "luminaria-0a1b2c", "luminaria/status");
        light.OnHeard = (_, text) =>
        {
            var asked = JsonNode.Parse(text)!;
            var on = asked["state"]?.GetValue<string>() ?? "ON";
            var brightness = asked["brightness"]?.GetValue<int>() ?? 255;
            return light.Say("luminaria/light/lampada/state", $$$"""{"effect":"None","color_mode":"brightness","state":"{{{on}}}","brightness":{{{brightness}}},"color":{}}""");
        };
        await light.Hear("luminaria/light/lampada/command");
        await light.Say("luminaria/status", "online", retain: true);
        await light.Say("luminaria/light/lampada/state", """{"color_mode":"brightness","state":"OFF","brightness":255,"color":{}}""");
        await server.Property("luminaria", "ligada", v => !v.GetValue<bool>());
        Assert.Equal(200, (await server.Post("/things/luminaria/actions/ligar")).Status);
        Assert.Equal("confirmed", (await server.Send(HttpMethod.Put, "/things/luminaria/properties/brilho", 128)).Body!["state"]!.GetValue<string>());
        Assert.Equal(128, (await server.Get("/things/luminaria/properties/brilho"))!.GetValue<int>());
        Assert.Contains(("luminaria/light/lampada/command", """{"state":"ON","brightness":128}"""), light.Heard);
        Assert.Equal(422, (await server.Send(HttpMethod.Put, "/things/luminaria/properties/brilho", 300)).Status);
        Assert.Equal(503, await StatusOnceGone(server, light, "luminaria", "desligar"));
    }

    static async Task<int> StatusOnceGone(TestServer server, Device device, string thing, string action)
    {
        device.Client.Dispose();
        await Wait.For(async () => (await server.Get($"/things/{thing}/state"))!["available"]!.GetValue<bool>() ? null : "", "the last will");
        return (await server.Post($"/things/{thing}/actions/{action}")).Status;
    }
}
