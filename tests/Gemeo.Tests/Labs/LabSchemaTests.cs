using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

/// <summary>The editors' schema and the code must agree: an editor that is content must not stand beside a server that is not, as far as a schema can tell.</summary>
public sealed class LabSchemaTests
{
    static readonly string _demo = File.ReadAllText(Path.Combine(LabFolder.Labs, "demo", LabFile.Name));

    static readonly string[] _values =
    [
        "null", "true", "0", "-1", "1.5", "\"\"", "\"x\"", "\"{{n}}\"", "[]", "{}", "[\"x\"]", "[1]", "{\"x\": 1}", "\"readproperty\"", "\"/lab/x\"", "\"mqtt://h/a\"",
    ];

    [Theory]
    [InlineData("/names", "{}")]
    [InlineData("/name", null)]
    [InlineData("/things/0/title", null)]
    [InlineData("/things/0/id", "5")]
    [InlineData("/things/0/gemeo:kin", "\"lamp\"")]
    [InlineData("/things/0/gemeo:pointer", "\"/a\"")]
    [InlineData("/things/0/gemeo:silentAfter", "0")]
    [InlineData("/things/0/gemeo:availability", "{}")]
    [InlineData("/things/0/properties/on/forms", null)]
    [InlineData("/things/0/properties/on/forms", "[]")]
    [InlineData("/things/0/properties/on/gemeo:deadline", "3601")]
    [InlineData("/things/0/properties/on/type", "\"bool\"")]
    [InlineData("/things/0/properties/on/forms/0/href", null)]
    [InlineData("/things/0/properties/on/forms/0/op", "\"readproprety\"")]
    [InlineData("/things/0/properties/on/forms/0/mqv:qos", "3")]
    [InlineData("/things/0/properties/level/forms/0/gemeo:pointer", "\"a\"")]
    [InlineData("/things/0/properties/level/forms/0/gemeo:poiner", "\"/a\"")]
    [InlineData("/things/0/properties/level/forms/0/gemeo:key/equals", null)]
    [InlineData("/things/0/actions/switch/gemeo:confirmedBy/equal", "1")]
    [InlineData("/securityDefinitions/none/scheme", "\"nosek\"")]
    [InlineData("/models/0/for", "{\"n\": \"1-2\"}")]
    [InlineData("/models/0/model/@type", null)]
    [InlineData("/shortcuts/0/path", "\"/on\"")]
    [InlineData("/shortcuts/0/property", "\"on\"")]
    [InlineData("/scene/rooms/sala/floor", null)]
    [InlineData("/scene/things/lamp/position", "[1]")]
    [InlineData("/scene/model", "\"a/b.glb\"")]
    public void The_editors_schema_sees_the_fault_by_itself(string spoilt, string? value) =>
        Assert.NotEmpty(LabSchema.Faults(JsonElement.Parse(SmallLab.With(spoilt, value)), LabFile.Name));

    [Fact]
    public void The_editors_schema_is_content_with_the_small_lab() =>
        Assert.Empty(LabSchema.Faults(JsonElement.Parse(SmallLab.Json), LabFile.Name));

    [Fact]
    public void The_schema_explains_every_word_of_ours()
    {
        var text = LabSchema.Text();
        var root = JsonElement.Parse(text);
        Assert.Equal("http://json-schema.org/draft-07/schema#", root.GetProperty("$schema").GetString());
        foreach (var word in Vocabulary.All)
            Assert.Contains(Definitions(root, word), d => d.TryGetProperty("description", out _) || d.TryGetProperty("$ref", out _));
    }

    [Fact]
    public void Whatever_the_schema_rejects_Load_rejects_too()
    {
        using var folder = new LabFolder();
        var spoil = Gen.Select(Gen.Int[0, 100_000], Gen.OneOf<string>(_values), Gen.Int[0, 5]);
        spoil.Array[1, 2].Sample(spoils =>
        {
            var lab = LabFolder.Tree(_demo);
            foreach (var (at, value, how) in spoils) Spoil(lab, at, value, how);
            var text = lab.ToJsonString();
            var opinion = LabSchema.Faults(JsonElement.Parse(text), LabFile.Name).ToList();
            if (opinion.Count == 0) return;
            folder.Write(LabFile.Name, text);
            Assert.True(Refused(folder), string.Join("\n", opinion));
        }, iter: 300, threads: 1, print: s => string.Join("; ", s.Select(Describe)));
    }

    static bool Refused(LabFolder folder)
    {
        try
        {
            _ = folder.Load();
            return false;
        }
        catch (LabException)
        {
            return true;
        }
    }

    /// <summary>Replaces, removes or adds a member somewhere in the tree.</summary>
    static void Spoil(JsonObject lab, int at, string value, int how)
    {
        var all = Nodes(lab).ToList();
        var node = all[at % all.Count];
        if (how == 0 && node.Parent is JsonObject owner) owner.Remove(node.GetPropertyName());
        else if (how == 1 && node is JsonObject target) target["gemeo:pointr"] = JsonNode.Parse(value);
        else if (how == 2 && node is JsonObject other) other["gemeo:index"] = JsonNode.Parse(value);
        else if (node.Parent is JsonArray list) list[node.GetElementIndex()] = JsonNode.Parse(value);
        else if (node.Parent is JsonObject parent) parent[node.GetPropertyName()] = JsonNode.Parse(value);
    }

    static string Describe((int At, string Value, int How) spoil)
    {
        var all = Nodes(LabFolder.Tree(_demo)).ToList();
        return $"{all[spoil.At % all.Count].GetPath()} {spoil.How} {spoil.Value}";
    }

    static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
    {
        JsonObject o => o.Select(m => m.Value),
        JsonArray a => a,
        _ => [],
    }).OfType<JsonNode>().SelectMany(n => Nodes(n).Prepend(n));

    static IEnumerable<JsonElement> Definitions(JsonElement at, string word) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(m => m.Name == word && m.Value.ValueKind == JsonValueKind.Object
            ? [m.Value] : Definitions(m.Value, word)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(i => Definitions(i, word)),
        _ => [],
    };
}
