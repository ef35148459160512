using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;

namespace Gemeo.Assistant.Intents.Questions;

/// <summary>A property of a thing (or the whole thing) that a question may be about.</summary>
/// <param name="Named">How well the words name the thing itself; 0 when only its room or its property was named.</param>
/// <param name="Told">How well they name the property.</param>
sealed record Candidate(ThingNames Thing, PropertyNames? Property, double Score, double Named, double Told, JsonElement? Expected, bool Reachable, string? Action = null)
{
    public Asked Asked => new(Thing.Thing, Property?.Property.Name, Expected, Reachable, Action);

    /// <summary>Null when some word has nothing to do with it.</summary>
    public static Candidate? Of(ThingNames thing, PropertyNames? property, Mention mention, QuestionWords words)
    {
        var (score, named, told) = (0.0, 0.0, 0.0);
        var (hits, value) = (new HashSet<string>(), (JsonElement?)null);
        foreach (var word in mention.Words)
        {
            var (name, title) = (mention.Room.Contains(word.Stem) && thing.RoomFit(word) > 0 ? 0 : thing.Fit(word), property?.Title.Has(word.Stem) == true || property?.Title.Has(word.Text) == true ? 2.5 : 0);
            var loose = Math.Max(thing.RoomFit(word), thing.DescriptionFit(mention, word));
            if (name + title == 0 && property?.Values.Of(word) is { } one) (value, title) = (one, 2);
            if (name + title + loose == 0 && !words.Weak.Contains(word)) return null;
            if (title > 2) hits.Add(word.Stem);
            (score, named, told) = (score + Math.Max(Math.Max(name, title), loose), Math.Max(named, name), told + title);
        }
        if (States(thing, property, words) is not { } state || Quantities(thing, property, words) is not { } quantity) return null;
        hits.UnionWith(state.Hits);
        told += state.Told + quantity;
        var action = property is null && words.Deeds.Count > 0 ? thing.Doables.FirstOrDefault(d => d.Op == words.Deeds[0] && d.Action is not null)?.Action : null;
        if (words.Deeds.Count > 0 && action is null) return null;
        if (property is not null && told == 0) return null;
        if (property?.Title.IsWhole(hits) == true) score += 3;
        if (mention.Words.Count > 0 && thing.Title.IsWhole(mention.Stems)) score += 3;
        return new(thing, property, score + state.Told + quantity, named, told, value ?? (state.Expected is { } b ? JsonElement.Parse(b ? "true"u8 : "false"u8) : null), state.Reachable, action);
    }

    /// <summary>Each state asked about must be one of the property's, or part of a name.</summary>
    static (double Told, bool? Expected, bool Reachable, IEnumerable<string> Hits)? States(ThingNames thing, PropertyNames? property, QuestionWords words)
    {
        var (told, values, reachable, hits) = (0.0, new HashSet<bool>(), false, new List<string>());
        foreach (var (state, tokens, quantity) in words.States)
        {
            if (property?.ValueOf(state) is { } value) (told, _) = (told + 2, values.Add(value != words.IsNegated));
            else if (property is not null && tokens.All(t => property.Title.Has(t.Stem)))
            {
                told += 2.5;
                hits.AddRange(tokens.Select(t => t.Stem));
            }
            else if (property is null && state.State == "online") (told, reachable, _) = (told + 1, true, values.Add(state.Value != words.IsNegated));
            else if (quantity is not null && property is { IsNumber: true } && property.Quantities.Contains(quantity)) told += 1;
            else if (!tokens.All(t => thing.Title.Has(t.Stem))) return null;
        }
        return (told, values.Count == 1 ? values.First() : null, reachable, hits);
    }

    static double? Quantities(ThingNames thing, PropertyNames? property, QuestionWords words)
    {
        var told = 0.0;
        foreach (var (name, tokens) in words.Quantities)
            if (property?.Quantities.Contains(name) == true || (name.StartsWith("unit:", StringComparison.Ordinal) && property?.Property.Schema.Unit == name[5..])) told += 2;
            else if (!tokens.All(t => thing.Title.Has(t.Stem) || property?.Title.Has(t.Stem) == true)) return null;
        return told;
    }
}
