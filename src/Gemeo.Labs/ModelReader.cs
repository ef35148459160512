using System.Text.Json;

namespace Gemeo.Labs;

/// <summary>Makes Things from a W3C Thing Model and the values of its placeholders.</summary>
static class ModelReader
{
    public static void Read(
        Place entry, Origin origin, Defaults defaults, int most, List<(Place Place, ThingDescription? Thing)> things)
    {
        if (!entry.IsObject)
        {
            entry.Fault("expected {\"model\": {…}, \"for\": {…}}");
            return;
        }
        var before = entry.FaultCount;
        var rows = ModelRows.Read(entry, most);
        var model = Model(entry);
        if (model is not null && entry.FaultCount == before) CheckPlaceholders(model, rows);
        if (model is null || entry.FaultCount > before) return;
        var (whole, lent) = defaults.Complete(AsThing(model.Value));
        foreach (var row in rows)
        {
            if (Fill(model, whole, row) is not { } filled) return;
            var place = new Place(filled, origin with { Inherited = lent, Remark = Say(row) });
            things.Add((place, ThingReader.Read(place)));
            // The next one would only say the same again.
            if (entry.FaultCount > before) return;
        }
    }

    static JsonElement? Fill(Place model, JsonElement whole, IReadOnlyDictionary<string, JsonElement> row)
    {
        try
        {
            return Placeholders.Fill(whole, row);
        }
        catch (JsonException)
        {
            model.Fault("expected names that stay apart once their placeholders are filled" + Say(row));
            return null;
        }
    }

    static Place? Model(Place entry)
    {
        foreach (var extra in entry.Members().Where(m => m.Key is not ("model" or "for" or "$comment")))
            extra.Fault($"expected only \"model\" and \"for\"; not \"{extra.Key}\".{Nearest.Hint(extra.Key, ["model", "for"])}");
        if (entry.Get("model") is null) entry.Fault("expected \"model\", a Thing Model");
        if (entry.Object("model") is not { } model) return null;
        if (!model.OneOrMore("@type").Any(t => t.Value.ValueEquals("tm:ThingModel")))
            model.Fault("@type", "expected \"@type\": \"tm:ThingModel\"");
        CheckReferences(model);
        return model;
    }

    static void CheckReferences(Place place)
    {
        if (place.Get("tm:ref") is { } reference) reference.Fault("expected the whole definition here: tm:ref is not followed");
        if (place.Get("rel") is { Kind: JsonValueKind.String } relation && relation.Value.ValueEquals("tm:extends"))
            relation.Fault("expected the whole model here: tm:extends is not followed");
        foreach (var part in place.Items().Concat(place.Members())) CheckReferences(part);
    }

    static void CheckPlaceholders(Place model, IEnumerable<IReadOnlyDictionary<string, JsonElement>> rows)
    {
        var names = rows.FirstOrDefault()?.Keys.ToHashSet() ?? [];
        foreach (var (place, name) in Placeholders.In(model))
            if (!names.Contains(name))
                place.Fault($"expected a placeholder out of \"for\" ({string.Join(", ", names)}); {{{{{name}}}}} is none.{Nearest.Hint(name, names)}");
    }

    /// <summary>The model as a TD: without what only a model has.</summary>
    static JsonElement AsThing(JsonElement model) => JsonElement.Parse(CompactJson.Of(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in model.EnumerateObject())
            if (member.Name == "@type") WriteTypes(member.Value, writer);
            else if (!member.Name.StartsWith("tm:", StringComparison.Ordinal)) member.WriteTo(writer);
        writer.WriteEndObject();
    }));

    static void WriteTypes(JsonElement types, Utf8JsonWriter writer)
    {
        if (types.ValueKind != JsonValueKind.Array) return;
        var others = types.EnumerateArray().Where(t => !t.ValueEquals("tm:ThingModel")).ToList();
        if (others.Count == 0) return;
        writer.WriteStartArray("@type");
        foreach (var type in others) type.WriteTo(writer);
        writer.WriteEndArray();
    }

    static string Say(IReadOnlyDictionary<string, JsonElement> row) =>
        $" (with {string.Join(", ", row.Select(r => $"{r.Key} = {r.Value}"))})";
}
