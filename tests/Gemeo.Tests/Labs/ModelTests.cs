using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Gemeo.Labs;
using Xunit;

namespace Gemeo.Tests.Labs;

public sealed class ModelTests
{
    static readonly Gen<string> _name = Gen.Char["ABCXYZabcxyz_"].Array[1, 4].Select(c => "V" + new string(c));
    static readonly Gen<JsonNode> _cell = Gen.OneOf(
        Gen.Int[-1000, 1000].Select(i => (JsonNode)JsonValue.Create(i)),
        Gen.Double[-1e6, 1e6].Select(d => (JsonNode)JsonValue.Create(d)),
        Gen.Bool.Select(b => (JsonNode)JsonValue.Create(b)),
        Gen.String[Gen.Char["aç\"\\/{}€ 1"], 0, 8].Select(s => (JsonNode)JsonValue.Create(s)));

    [Fact]
    public void A_range_makes_every_number_from_first_to_last() =>
        Gen.Select(Gen.Int[-50, 50], Gen.Int[0, 60]).Sample((from, more) =>
            Rows($$"""{ "n": "{{from}}..{{from + more}}" }""").SequenceEqual(Enumerable.Range(from, more + 1).Select(i => new[] { ("n", i.ToString()) }), Same));

    [Fact]
    public void Several_ranges_make_every_combination_the_first_turning_slowest() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], Gen.Int[1, 5]).Sample((a, b, c) =>
        {
            var rows = Rows($$"""{ "a": "1..{{a}}", "b": [{{string.Join(",", Enumerable.Range(0, b))}}], "c": "1..{{c}}" }""");
            var expected = from x in Enumerable.Range(1, a)
                           from y in Enumerable.Range(0, b)
                           from z in Enumerable.Range(1, c)
                           select new[] { ("a", x.ToString()), ("b", y.ToString()), ("c", z.ToString()) };
            return rows.SequenceEqual(expected, Same);
        });

    [Fact]
    public void A_placeholder_alone_becomes_the_typed_value() =>
        Gen.Select(_name, _cell).Sample((name, cell) =>
        {
            var filled = Fill("{ \"x\": [\"{{" + name + "}}\"] }", name, cell);
            return JsonElement.DeepEquals(filled.GetProperty("x")[0], JsonElement.Parse(cell.ToJsonString()));
        });

    [Fact]
    public void A_placeholder_in_a_longer_string_becomes_its_text() =>
        Gen.Select(_name, _cell).Sample((name, cell) =>
        {
            var filled = Fill("{ \"x\": \"a {{" + name + "}}/{{" + name + "}}\" }", name, cell);
            var text = JsonElement.Parse(cell.ToJsonString()).ToString();
            return filled.GetProperty("x").GetString() == $"a {text}/{text}";
        });

    [Fact]
    public void What_is_no_placeholder_stays_as_it_is() =>
        _name.Where(n => n != "Vn").Sample(name =>
        {
            var model = "{ \"x\": \"{{" + name + "}} {n} {{value}}\", \"y\": [1.50, null, true, { \"ç\": \"{{id}}\" }] }";
            return JsonElement.DeepEquals(Fill(model, "Vn", JsonValue.Create(1)), JsonElement.Parse(model));
        });

    [Fact]
    public void Rows_give_each_thing_its_own_values()
    {
        using var folder = new LabFolder(SmallLab.With("/models/0", """
            { "for": [{ "ID": "a", "MAX": 5 }, { "ID": "b", "MAX": 7.5 }],
              "model": { "@type": ["tm:ThingModel", "Sensor"], "tm:optional": [], "id": "s-{{ID}}", "title": "S {{ID}}", "gemeo:silentAfter": "{{MAX}}",
                "properties": { "p{{ID}}": { "type": "number", "maximum": "{{MAX}}", "forms": [{ "href": "s/{{ID}}", "op": ["readproperty", "writeproperty"], "gemeo:template": "{\"v\": {{value}}}" }] } } } }
            """).Replace("\"spot-1\"", "\"s-a\""));

        var lab = folder.Load();

        var b = lab.Things.Single(t => t.Id == "s-b");
        Assert.Equal((7.5, "s/b", "{\"v\": {{value}}}"), (b.Properties["pb"].Schema.Maximum, b.Properties["pb"].Read!.Topic, b.Properties["pb"].Write!.Template));
        Assert.Equal(TimeSpan.FromSeconds(7.5), b.SilentAfter);
        Assert.Equal("[\"Sensor\"]", b.Device.GetProperty("@type").GetRawText());
        Assert.False(b.Device.TryGetProperty("tm:optional", out _));
        Assert.Equal("none", b.Device.GetProperty("security").GetString());
    }

    [Fact]
    public void Names_that_become_the_same_are_a_fault()
    {
        using var folder = new LabFolder(SmallLab.With("/models/0/model/properties/{{n}}", """{ "forms": [] }""")
            .Replace("\"taken\"", "\"1\""));
        Assert.Contains(folder.Faults(), f => f.Pointer == "/models/0/model" && f.Expected.Contains("stay apart"));
    }

    [Fact]
    public void A_range_beyond_all_bounds_is_told_without_being_made()
    {
        using var folder = new LabFolder(SmallLab.With("/models/0/for", """{ "n": "-999999999..999999999", "m": "0..999999999" }"""));
        Assert.Contains(folder.Faults(), f => f.Pointer == "/models/0/for" && f.Expected.Contains("at most 99999 more"));
    }

    static bool Same((string, string)[] a, (string, string)[] b) => a.SequenceEqual(b);

    static IEnumerable<(string, string)[]> Rows(string ranges)
    {
        var faults = new List<LabFault>();
        var place = new Place(JsonElement.Parse($$"""{ "for": {{ranges}} }"""), new(new(faults), "f", "", Origin.Nothing));
        var rows = ModelRows.Read(place, 100_000).Select(r => r.Select(v => (v.Key, v.Value.ToString())).ToArray()).ToList();
        Assert.Empty(faults);
        return rows;
    }

    static JsonElement Fill(string model, string name, JsonNode value) =>
        Placeholders.Fill(JsonElement.Parse(model), new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(value.ToJsonString()) });
}

static class Sequences
{
    public static bool SequenceEqual<T>(this IEnumerable<T> some, IEnumerable<T> others, Func<T, T, bool> same) =>
        some.Count() == others.Count() && some.Zip(others).All(p => same(p.First, p.Second));
}
