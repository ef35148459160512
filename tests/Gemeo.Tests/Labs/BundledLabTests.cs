using System.Text;
using System.Text.Json;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Xunit;
using Decoder = Gemeo.Devices.Codec.Decoder;
using Encoder = Gemeo.Devices.Codec.Encoder;

namespace Gemeo.Tests.Labs;

/// <summary>The labs that come with the project, and what their devices really say and hear.</summary>
public sealed class BundledLabTests
{
    public static TheoryData<string> Every => [.. Directory
        .EnumerateFiles(LabFolder.Labs, LabFile.Name, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(LabFolder.Labs, Path.GetDirectoryName(f)!))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_lab_is_without_fault(string lab) => Assert.Empty(LabFile.Check(Path.Combine(LabFolder.Labs, lab)));

    [Fact]
    public void The_demo_lab_has_the_things_that_its_simulator_plays()
    {
        string[] ids =
        [
            "lampada-bancada", "ar-condicionado", "ambiente", "presenca", "porta", "radio-5g", "medidor-energia",
            "luz-teto-1", "luz-teto-2", "vaga-1", "vaga-2", "vaga-3", "vaga-4",
        ];
        Assert.Equal(ids, Open("demo").Things.Select(t => t.Id));
    }

    [Theory]
    [InlineData("demo", "lampada-bancada", "ligada", "ON", "true")]
    [InlineData("demo", "lampada-bancada", "brilho", "80", "80")]
    [InlineData("demo", "luz-teto-2", "ligada", """{"state":"OFF","brightness":80}""", "false")]
    [InlineData("demo", "luz-teto-2", "brilho", """{"state":"OFF","brightness":80}""", "80")]
    [InlineData("demo", "ar-condicionado", "temperaturaDesejada", """{"power":true,"setpoint":22.5,"mode":"cool"}""", "22.5")]
    [InlineData("demo", "ambiente", "co2", """{"Time":"2026-01-01T12:00:00Z","SCD40":{"Temperature":23.4,"Humidity":51.2,"CarbonDioxide":612}}""", "612")]
    [InlineData("demo", "presenca", "ocupado", """{"occupancy":true}""", "true")]
    [InlineData("demo", "porta", "aberta", "open", "true")]
    [InlineData("demo", "radio-5g", "rsrp", """{"throughput_mbps":412.5,"rsrp_dbm":-83,"ues":7,"on":true}""", "-83")]
    [InlineData("demo", "vaga-1", "ocupada", "1,Occupied", "true")]
    [InlineData("demo", "vaga-2", "ocupada", "2,Available", "false")]
    [InlineData("load", "load-1000", "distance", "12.5", "12.5")]
    [InlineData("examples/tasmota-plug", "tomada", "ligada", "OFF", "false")]
    [InlineData("examples/tasmota-plug", "tomada", "potencia", """{"Time":"2026-01-01T12:00:00","ENERGY":{"TotalStartTime":"2025-01-01T00:00:00","Total":12.345,"Yesterday":0.5,"Today":0.1,"Period":2,"Power":61,"ApparentPower":70,"ReactivePower":30,"Factor":0.87,"Voltage":127,"Current":0.551}}""", "61")]
    [InlineData("examples/esphome-light", "luminaria", "ligada", """{"color_mode":"brightness","state":"ON","brightness":128,"color":{}}""", "true")]
    [InlineData("examples/esphome-light", "luminaria", "brilho", """{"color_mode":"brightness","state":"ON","brightness":128,"color":{}}""", "128")]
    public void What_a_device_says_becomes_the_value(string lab, string thing, string property, string payload, string value)
    {
        var heard = Find(lab, thing).Properties[property];
        var decoded = Decoder.Decode(heard.Read!, heard.Schema, Encoding.UTF8.GetBytes(payload));
        Assert.Equal((DecodeOutcome.Accepted, value), (decoded.Outcome, Encoding.UTF8.GetString(decoded.Value ?? [])));
    }

    [Theory]
    [InlineData("demo", "vaga-2", "ocupada", "1,Occupied", DecodeOutcome.NotMine)]
    [InlineData("demo", "vaga-2", "ocupada", "2,Spoofed Message", DecodeOutcome.Rejected)]
    [InlineData("demo", "lampada-bancada", "brilho", "101", DecodeOutcome.Rejected)]
    [InlineData("demo", "radio-5g", "rsrp", """{"rsrp_dbm":-30}""", DecodeOutcome.Rejected)]
    public void What_does_not_fit_changes_nothing(string lab, string thing, string property, string payload, DecodeOutcome outcome)
    {
        var heard = Find(lab, thing).Properties[property];
        Assert.Equal(outcome, Decoder.Decode(heard.Read!, heard.Schema, Encoding.UTF8.GetBytes(payload)).Outcome);
    }

    [Theory]
    [InlineData("demo", "lampada-bancada", "ligar", "", "lab/lampada-bancada/set", "ON")]
    [InlineData("demo", "luz-teto-1", "desligar", "", "lab/luz-teto-1/set", """{"state":"OFF"}""")]
    [InlineData("demo", "ar-condicionado", "ligar", "", "lab/ar/set", """{"power":true}""")]
    [InlineData("demo", "ar-condicionado", "ajustar", "22.5", "lab/ar/set", """{"setpoint":22.5}""")]
    [InlineData("demo", "radio-5g", "ligar", "", "lab/ru/cmd", """{"id":"c-1","cmd":"power","on":true}""")]
    [InlineData("demo", "radio-5g", "reiniciar", "", "lab/ru/cmd", """{"id":"c-1","cmd":"restart"}""")]
    [InlineData("examples/tasmota-plug", "tomada", "ligar", "", "cmnd/tomada/POWER", "ON")]
    [InlineData("examples/esphome-light", "luminaria", "acender", "2.5", "luminaria/light/lampada/command", """{"state":"ON","transition":2.5}""")]
    public void What_an_action_sends_is_what_the_device_wants(string lab, string thing, string action, string input, string topic, string payload)
    {
        var form = Find(lab, thing).Actions[action].Form;
        Assert.Equal((topic, payload), (form.Topic, Sent(form, input)));
    }

    [Theory]
    [InlineData("demo", "lampada-bancada", "ligada", "false", "lab/lampada-bancada/set", "OFF")]
    [InlineData("demo", "lampada-bancada", "brilho", "30", "lab/lampada-bancada/brightness/set", "30")]
    [InlineData("demo", "luz-teto-1", "ligada", "true", "lab/luz-teto-1/set", """{"state":"ON"}""")]
    [InlineData("demo", "luz-teto-1", "brilho", "80", "lab/luz-teto-1/set", """{"brightness":80}""")]
    [InlineData("demo", "ar-condicionado", "modo", "\"dry\"", "lab/ar/set", """{"mode":"dry"}""")]
    [InlineData("examples/tasmota-plug", "tomada", "ligada", "true", "cmnd/tomada/POWER", "ON")]
    [InlineData("examples/esphome-light", "luminaria", "brilho", "128", "luminaria/light/lampada/command", """{"state":"ON","brightness":128}""")]
    public void What_a_write_sends_is_what_the_device_wants(string lab, string thing, string property, string value, string topic, string payload)
    {
        var form = Find(lab, thing).Properties[property].Write!;
        Assert.Equal((topic, payload), (form.Topic, Sent(form, value)));
    }

    [Fact]
    public void The_devices_say_who_is_there()
    {
        var demo = Open("demo").Things.ToDictionary(t => t.Id);
        Assert.Equal(new Availability(new("lab/lampada-bancada/status", false), "online", "offline"), demo["lampada-bancada"].Availability);
        Assert.Equal(new Availability(new("lab/luz-teto-1/availability", true, "/state"), "online", "offline"), demo["luz-teto-1"].Availability);
        Assert.Equal(new Availability(new("tele/medidor/LWT", false), "Online", "Offline"), demo["medidor-energia"].Availability);
        Assert.Equal(TimeSpan.FromSeconds(30), demo["ambiente"].SilentAfter);
    }

    [Fact]
    public void Orders_say_what_confirms_them_and_whether_to_ask_first()
    {
        var radio = Find("demo", "radio-5g");
        Assert.True(radio.Actions["desligar"] is { AskFirst: true, Idempotent: true, ConfirmedBy: { Property: "ligado", Expected.ValueKind: JsonValueKind.False } });
        Assert.True(radio.Actions["reiniciar"] is { Idempotent: false, ConfirmedBy: null });
        Assert.True(Find("demo", "ar-condicionado").Actions["ajustar"].ConfirmedBy is { Property: "temperaturaDesejada", Expected: null, InputPointer: "" });
    }

    [Fact]
    public void The_seeds_button_answers_in_the_seeds_words()
    {
        var button = Assert.Single(Open("demo").Shortcuts, s => s.Path == "/lab/ligar_luz");
        Assert.Equal(("lampada-bancada", "ligar", "Luz ligada com sucesso!"), (button.Thing, button.Action, button.Done["pt"]));
    }

    [Fact]
    public void Every_thing_of_the_demo_stands_in_its_room()
    {
        var demo = Open("demo");
        foreach (var thing in demo.Things)
        {
            var placed = demo.Scene.GetProperty("things").GetProperty(thing.Id);
            var floor = demo.Scene.GetProperty("rooms").GetProperty(thing.Room!).GetProperty("floor").EnumerateArray().ToList();
            Assert.Equal(thing.Room, placed.GetProperty("room").GetString());
            Assert.Equal(thing.Kind, placed.GetProperty("kind").GetString());
            Assert.InRange(placed.GetProperty("position")[0].GetDouble(), floor.Min(c => c[0].GetDouble()), floor.Max(c => c[0].GetDouble()));
            Assert.InRange(placed.GetProperty("position")[2].GetDouble(), floor.Min(c => c[1].GetDouble()), floor.Max(c => c[1].GetDouble()));
        }
    }

    static Lab Open(string lab) => LabFile.Load(Path.Combine(LabFolder.Labs, lab));

    static ThingDescription Find(string lab, string thing) => Open(lab).Things.Single(t => t.Id == thing);

    static string Sent(Form form, string json) => Encoding.UTF8.GetString(Encoder.Encode(form, Encoding.UTF8.GetBytes(json), "c-1"));
}
