using System.Text.Json;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Reading;

namespace Gemeo.Assistant.Intents.Orders;

/// <summary>How well the words of a mention fit something that a thing can do.</summary>
/// <param name="Word">A value of an enumeration that was among the words.</param>
sealed record Fit(Doable Doable, double Score, double Nouns, bool IsAnchored, JsonElement? Word)
{
    /// <summary>Null when a word is left over.</summary>
    public static Fit? Of(Doable doable, Mention mention)
    {
        var thing = doable.Of;
        var (score, nouns, anchored, word) = (0.0, 0.0, false, (JsonElement?)null);
        foreach (var token in mention.Words)
        {
            var named = mention.Room.Contains(token.Stem) && thing.RoomFit(token) > 0 ? 0 : thing.Fit(token);
            var noun = doable.Nouns.Has(token.Stem) ? 2.5 : 0;
            var value = named + noun == 0 && doable.TakesWord ? doable.Values!.Of(token) : null;
            var loose = Math.Max(thing.RoomFit(token), thing.DescriptionFit(mention, token));
            if (named + noun + loose == 0 && value is null) return null;
            anchored |= named > 0 || noun > 0 || (thing.DescriptionFit(mention, token) > 0 && thing.RoomFit(token) == 0);
            score += Math.Max(Math.Max(named, noun), Math.Max(loose, value is null ? 0 : 2));
            nouns += noun;
            word ??= value;
        }
        if (mention.Words.Count > 0 && thing.Title.IsWhole(mention.Stems)) score += 10;
        return new(doable, score, nouns, anchored, word);
    }

    /// <summary>Whether the words name this thing, whatever is to be done to it.</summary>
    public static double OfThing(ThingNames thing, Mention mention)
    {
        var (score, anchored) = (0.0, false);
        foreach (var token in mention.Words)
        {
            var named = mention.Room.Contains(token.Stem) && thing.RoomFit(token) > 0 ? 0 : thing.Fit(token);
            var other = Math.Max(thing.RoomFit(token), Math.Max(thing.DescriptionFit(mention, token), thing.Properties.Any(p => p.Title.Has(token.Stem)) ? 1.5 : 0));
            if (named + other == 0) return 0;
            anchored |= named > 0 || other > 1;
            score += Math.Max(named, other);
        }
        return anchored ? score : 0;
    }
}
