using System.Text.Json;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;
using Gemeo.Labs;
using Gemeo.Linguistics;

namespace Gemeo.Assistant.Intents.Names;

/// <summary>What people may call a property, and what its values mean.</summary>
sealed class PropertyNames
{
    public PropertyNames(PropertyAffordance property, JsonElement td, Vocabulary vocabulary)
    {
        Property = property;
        Td = td;
        var texts = Human.Texts(td, "title").Select(t => t.Text).Append(property.Name).ToList();
        Title.AddAll(texts.Select(NameSet.Spaced), vocabulary);
        foreach (var text in texts) AddStates(NameSet.Spaced(text), vocabulary);
        Values = ValueNames.Of(property.Schema, td, vocabulary);
        foreach (var quantity in vocabulary.Quantities.Values)
            if (IsOf(quantity)) Quantities.Add(quantity.Name);
    }

    public PropertyAffordance Property { get; }
    public JsonElement Td { get; }
    public NameSet Title { get; } = new();
    public ValueNames Values { get; }

    /// <summary>Which states it tells of: ligada is on, and true is on; "desligado" would be on, and true is off.</summary>
    public Dictionary<string, bool> States { get; } = [];

    public HashSet<string> Quantities { get; } = [];

    public bool IsBoolean => Property.Schema.Type == DataType.Boolean;
    public bool IsNumber => Property.Schema.Type is DataType.Number or DataType.Integer;

    /// <summary>Whether the property's value for a state asked about; null when it does not tell.</summary>
    public bool? ValueOf(StateWord word) => States.TryGetValue(word.State, out var positive) ? positive == word.Value : null;

    void AddStates(string text, Vocabulary vocabulary)
    {
        if (!IsBoolean) return;
        var tokens = Utterance.Read(text).Tokens;
        foreach (var lang in Enum.GetValues<Lang>())
            for (var i = 0; i < tokens.Count; i++)
                foreach (var (word, _) in vocabulary.States(lang).At(tokens, i)) States.TryAdd(word.State, word.Value);
    }

    bool IsOf(Quantity quantity) =>
        quantity.TitleStems.Any(Title.Has) || (Property.Schema.Unit is { } unit && quantity.Units.Contains(unit));
}

/// <summary>Names for the values of an enumeration: its own words, and what the Thing Description says of them.</summary>
/// <remarks>"cool: refrigera; heat: aquece." in a description, or oneOf with const and titles.</remarks>
sealed class ValueNames
{
    readonly List<(string Stem, JsonElement Value)> _names = [];

    public bool IsEmpty => _names.Count == 0;

    public IReadOnlyList<JsonElement> All { get; private set; } = [];

    /// <summary>The value that a word names; null when none or several.</summary>
    public JsonElement? Of(Token token)
    {
        var exact = Distinct(_names.Where(n => n.Stem == token.Stem || n.Stem == token.Text));
        if (exact.Count == 0) exact = Distinct(_names.Where(n => Stems.AreKin(n.Stem, token.Stem) || Stems.AreKin(n.Stem, token.Text)));
        return exact.Count == 1 ? exact[0] : null;
    }

    public static ValueNames Of(DataSchema schema, JsonElement td, Vocabulary vocabulary)
    {
        var names = new ValueNames();
        if (schema.Type is not (DataType.String or DataType.Any)) return names;
        if (!schema.Enum.IsDefaultOrEmpty) names.All = [.. schema.Enum.Select(e => JsonElement.Parse(e)).Where(e => e.ValueKind == JsonValueKind.String)];
        foreach (var value in names.All) names.Add(value.GetString()!, value, vocabulary);
        foreach (var (_, text) in Human.Texts(td, "description")) names.Explain(text, vocabulary);
        names.Titles(td, vocabulary);
        return names;
    }

    void Add(string name, JsonElement value, Vocabulary vocabulary)
    {
        foreach (var token in NameSet.Tokens(NameSet.Spaced(name), vocabulary)) _names.Add((token.Stem, value));
    }

    void Explain(string description, Vocabulary vocabulary)
    {
        foreach (var part in description.Split([';', '\n', ',', '.']))
            if (part.Split([':', '=', '–'], 2) is [var word, var meaning])
                foreach (var value in All)
                    if (string.Equals(value.GetString(), word.Trim(), StringComparison.OrdinalIgnoreCase)) Add(meaning, value, vocabulary);
    }

    void Titles(JsonElement td, Vocabulary vocabulary)
    {
        if (td.ValueKind != JsonValueKind.Object || !td.TryGetProperty("oneOf", out var cases) || cases.ValueKind != JsonValueKind.Array) return;
        foreach (var one in cases.EnumerateArray())
            if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("const", out var value) && value.ValueKind == JsonValueKind.String)
            {
                All = [.. All, value];
                Add(value.GetString()!, value, vocabulary);
                foreach (var (_, title) in Human.Texts(one, "title")) Add(title, value, vocabulary);
            }
    }

    static List<JsonElement> Distinct(IEnumerable<(string, JsonElement Value)> names) =>
        [.. names.Select(n => n.Value).DistinctBy(v => v.GetString())];
}
