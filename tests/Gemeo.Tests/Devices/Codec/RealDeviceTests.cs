using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;
using static Gemeo.Tests.Devices.Codec.Schemas;

namespace Gemeo.Tests.Devices.Codec;

/// <summary>Payloads as the firmware sends them.</summary>
public sealed class RealDeviceTests
{
    const string TasmotaSensor = """{"Time":"2024-05-01T12:34:56","ENERGY":{"TotalStartTime":"2023-01-01T00:00:00","Total":12.345,"Power":41,"Voltage":229,"Current":0.18}}""";

    [Theory]
    [InlineData("""{"POWER":"ON"}""", "true")]
    [InlineData("""{"POWER":"OFF"}""", "false")]
    [InlineData("""{"Dimmer":40}""", "not mine")]
    [InlineData("""{"Time":"2024-05-01T12:34:56","Uptime":"0T01:00:10","POWER":"ON","Wifi":{"RSSI":80}}""", "true")]
    public void Tasmota_switch(string payload, string said) => Assert.Equal(said, Decode(Json("/POWER"), Schemas.Boolean, payload).Say());

    [Fact]
    public void Tasmota_energy_with_its_local_time()
    {
        var power = Decode(Json("/ENERGY/Power") with { TimePointer = "/Time" }, new DataSchema(DataType.Number, Unit: "W"), TasmotaSensor);
        Assert.Equal("41", power.Value());
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 12, 34, 56, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000, power.DeviceTime);
    }

    [Fact]
    public void Tasmota_thermometer() =>
        Assert.Equal("20.6", Decode(Json("/DS18B20/Temperature"), Number, """{"Time":"2024-05-01T12:34:56","DS18B20":{"Id":"01","Temperature":20.6},"TempUnit":"C"}""").Say());

    [Theory]
    [InlineData("Online", "true")]
    [InlineData("Offline", "false")]
    public void Tasmota_last_will(string payload, string said) =>
        Assert.Equal(said, Decode(Plain() with { Words = Words(("online", "true"), ("offline", "false")) }, Schemas.Boolean, payload).Say());

    [Theory]
    [InlineData("/state", "true")]
    [InlineData("/brightness", "128")]
    [InlineData("/color/r", "255")]
    [InlineData("/effect", "not mine")]
    public void ESPHome_light(string pointer, string said)
    {
        var schema = pointer == "/state" ? Schemas.Boolean : new DataSchema(DataType.Integer, Minimum: 0, Maximum: 255);
        Assert.Equal(said, Decode(Json(pointer), schema,
            """{"color_mode":"rgb","state":"ON","brightness":128,"color":{"r":255,"g":180,"b":90}}""").Say());
    }

    [Fact]
    public void ESPHome_sensor_and_switch_are_text()
    {
        Assert.Equal("23.4", Decode(Plain(), Number, "23.4").Say());
        Assert.Equal("expected a number, got nan", Decode(Plain(), Number, "nan").Say());
        Assert.Equal("false", Decode(Plain(), Schemas.Boolean, "OFF").Say());
    }

    [Theory]
    [InlineData("""{"state":"ON","brightness":215,"color_temp":325}""", "215")]
    [InlineData("""{"state":"OFF"}""", "not mine")]
    [InlineData("""{"brightness":255}""", "expected an integer between 0 and 254, got 255")]
    public void Zigbee2MQTT_light(string payload, string said) =>
        Assert.Equal(said, Decode(Json("/brightness"), new DataSchema(DataType.Integer, Minimum: 0, Maximum: 254), payload).Say());

    [Fact]
    public void Zigbee2MQTT_presence_and_availability()
    {
        Assert.Equal("true", Decode(Json("/occupancy"), Schemas.Boolean, """{"battery":91,"linkquality":120,"occupancy":true}""").Say());
        Assert.Equal("\"online\"", Decode(Json("/state"), Schemas.Text, """{"state":"online"}""").Say());
    }

    [Fact]
    public void Shelly_status_and_notification()
    {
        Assert.Equal("true", Decode(Json("/output"), Schemas.Boolean, """{"id":0,"source":"MQTT","output":true,"apower":8.9,"voltage":237.5,"temperature":{"tC":50.6}}""").Say());
        var notify = """{"src":"shellyplus1-a8","dst":"gemeo/events","method":"NotifyStatus","params":{"ts":1700000000.25,"switch:0":{"id":0,"output":false,"source":"http"}}}""";
        var decoded = Decode(Json("/params/switch:0/output") with { TimePointer = "/params/ts" }, Schemas.Boolean, notify);
        Assert.Equal(("false", 1_700_000_000_250_000), (decoded.Say(), decoded.DeviceTime));
    }

    [Fact]
    public void Orders_are_what_each_firmware_reads()
    {
        Assert.Equal("ON", Sent(Plain(), "true"));
        Assert.Equal("""{"state":"OFF","transition":2}""", Sent(Json() with { Template = """{"state":"{{value}}","transition":2}""" }, "false"));
        Assert.Equal("""{"state":"ON"}""", Sent(Json("/state") with { Words = Words(("ON", "true"), ("OFF", "false")) }, "true"));
        Assert.Equal("""{"id":"c-7","src":"gemeo","method":"Switch.Set","params":{"id":0,"on":true}}""",
            Sent(Json() with { Template = """{"id":{{id}},"src":"gemeo","method":"Switch.Set","params":{"id":0,"on":{{value}}}}""" }, "true"));
    }

    static string Sent(Form form, string value) =>
        System.Text.Encoding.UTF8.GetString(Encoder.Encode(form, System.Text.Encoding.UTF8.GetBytes(value), "c-7"));
}
