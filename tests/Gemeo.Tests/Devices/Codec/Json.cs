using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Gemeo.Tests.Devices.Codec;

/// <summary>Random JSON texts.</summary>
static class Json
{
    public static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[-1000, 1000].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Double[-1e6, 1e6].Select(n => JsonSerializer.Serialize(n)));

    public static readonly Gen<string> String = Gen.OneOf(Gen.String[0, 12], Gen.Char["ç\"\\/€\n{}, x"].Array[0, 8].Select(c => new string(c)))
        .Select(text => JsonSerializer.Serialize(Clean(text)));

    public static readonly Gen<string> Scalar = Gen.OneOf(Number, String, Gen.OneOf("true", "false", "null"));

    public static Gen<string> Any(int depth) => depth == 0 ? Scalar : Gen.OneOf(
        Scalar,
        Any(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
        Gen.Select(String, Any(depth - 1)).Array[0, 3].Select(members =>
            $"{{{string.Join(',', members.DistinctBy(m => m.Item1).Select(m => $"{m.Item1}:{m.Item2}"))}}}"));

    public static string Spaced(string json) => JsonNode.Parse(json)?.ToJsonString(new() { WriteIndented = true }) ?? "null";

    /// <summary>Half a surrogate pair has no UTF-8.</summary>
    static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
