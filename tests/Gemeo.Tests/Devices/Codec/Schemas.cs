using System.Collections.Frozen;
using System.Text;
using Gemeo.Devices.Codec;
using Gemeo.Labs;
using Decoder = Gemeo.Devices.Codec.Decoder;

namespace Gemeo.Tests.Devices.Codec;

static class Schemas
{
    public static readonly DataSchema Number = new(DataType.Number);
    public static readonly DataSchema Boolean = new(DataType.Boolean);
    public static readonly DataSchema Text = new(DataType.String);
    public static readonly DataSchema Percent = new(DataType.Number, Unit: "%", Minimum: 0, Maximum: 100);

    public static FrozenDictionary<string, byte[]> Words(params (string Word, string Json)[] words) =>
        words.ToFrozenDictionary(one => one.Word, one => Encoding.UTF8.GetBytes(one.Json));

    public static Form Json(string pointer = "") => new("t", Json: true, Pointer: pointer);

    public static Form Plain() => new("t", Json: false);

    public static Form Spot(string key) => new("parking/sensor", Json: false, Delimiter: ",", Index: 1,
        Key: new FormKey(null, 0, key), Words: Words(("Occupied", "true"), ("Available", "false")));

    public static Decoded Decode(Form form, DataSchema schema, string payload) =>
        Decoder.Decode(form, schema, Encoding.UTF8.GetBytes(payload));

    public static string? Value(this Decoded decoded) => decoded.Value is null ? null : Encoding.UTF8.GetString(decoded.Value);

    /// <summary>The accepted value's JSON, "not mine", or the reason.</summary>
    public static string Say(this Decoded decoded) => decoded.Outcome switch
    {
        DecodeOutcome.Accepted => decoded.Value()!,
        DecodeOutcome.NotMine => "not mine",
        _ => decoded.Reason!,
    };
}
