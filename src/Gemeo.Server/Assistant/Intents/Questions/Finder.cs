using System.Collections.Immutable;
using Gemeo.Assistant.Intents.Names;
using Gemeo.Assistant.Intents.Orders;
using Gemeo.Assistant.Intents.Reading;
using Gemeo.Assistant.Intents.Words;

namespace Gemeo.Assistant.Intents.Questions;

/// <summary>Finds what a question is about. Reading harms nobody: where several things fit equally well, all are told.</summary>
sealed class Finder(LabNames lab, IReadOnlyList<ThingNames> things, QuestionWords words, bool isPast)
{
    /// <summary>Empty when some word belongs to nothing in the lab.</summary>
    public List<Candidate> Find()
    {
        foreach (var mention in words.Mentions) Mend(mention);
        var whole = new Mention { IsPlural = words.Mentions.Any(m => m.IsPlural), IsAll = words.Mentions.Any(m => m.IsAll) };
        whole.Words.AddRange(words.Content);
        if (words.Mentions.Count < 2) return Of(whole);
        var parts = words.Mentions.Select(Of).ToList();
        var joined = parts.SelectMany(p => p).DistinctBy(c => (c.Thing, c.Property)).ToList();
        // "a temperatura e a umidade" are two; "no laboratório, a temperatura" is one.
        if (parts.All(p => p.Count > 0 && p.All(c => c.Told > 0))) return joined;
        return Of(whole) is { Count: > 0 } found ? found : parts.All(p => p.Count > 0) ? joined : [];
    }

    List<Candidate> Of(Mention mention)
    {
        mention.Room = lab.RoomWords(mention.Words);
        var all = things.SelectMany(t => t.Properties.Where(p => p.Property.Read is not null).Select(p => Candidate.Of(t, p, mention, words))
            .Append(words.Quantities.Count == 0 ? Candidate.Of(t, null, mention, words) : null)).OfType<Candidate>().ToList();
        var told = all.Where(c => c.Property is not null).ToList();
        if (told.Count == 0) return Whole(mention, all);
        return IsSeveral(mention, told) ? Several(told) : Single(mention, told);
    }

    List<Candidate> Whole(Mention mention, List<Candidate> all)
    {
        var named = all.Where(c => c.Named > 0).ToList();
        if (named.Count == 0) return all;
        if (IsSeveral(mention, named)) return named;
        return Narrow(mention, Best(named));
    }

    bool IsSeveral(Mention mention, List<Candidate> candidates) => mention.IsPlural || mention.IsAll
        || (words.Quantities.Count == 0 && words.HasAny(Sense.HowMany, Sense.ListVerb, Sense.Existence, Sense.Any)) || (words.Has(Sense.Which) && words.States.Count > 0)
        || mention.Words.Any(w => candidates.Any(c => c.Thing.IsPlural(w)));

    // Of each thing the property that fits best.
    static List<Candidate> Several(List<Candidate> told)
    {
        var most = told.Max(c => c.Told);
        if (told.Any(c => c.Named > 0)) told = [.. told.Where(c => c.Named > 0)];
        return [.. told.Where(c => c.Told > most - 1).GroupBy(c => c.Thing).Select(g => g.MaxBy(c => c.Score)!)];
    }

    List<Candidate> Single(Mention mention, List<Candidate> told)
    {
        // A set point is no measurement.
        if (words.Quantities.Count > 0 && told.All(c => c.Named == 0) && told.Any(c => c.Property!.Property.Write is null))
            told = [.. told.Where(c => c.Property!.Property.Write is null)];
        // What a meter has counted up, for what was used; what it draws, for now.
        if (words.Quantities.Any(q => q.Name == "consumption") && told.Where(c => c.Property!.Quantities.Contains("energy") == isPast).ToList() is { Count: > 0 } fitting) told = fitting;
        var best = Best(told);
        return words.States.Count > 0 ? Narrow(mention, best, told) : best;
    }

    /// <summary>"a luz" is the lamp of which the lab's own shortcut says so.</summary>
    List<Candidate> Narrow(Mention mention, List<Candidate> best, List<Candidate>? among = null)
    {
        if (best.Select(c => c.Thing).Distinct().Count() < 2) return best;
        var said = lab.Shortcuts.Where(s => s.Means(mention.Stems)).Select(s => s.Thing).Distinct().ToList();
        return said is [var one] && (among ?? best).Where(c => c.Thing == one).ToList() is { Count: > 0 } meant ? meant : best;
    }

    static List<Candidate> Best(List<Candidate> all)
    {
        var most = all.Max(c => c.Score);
        return [.. all.Where(c => c.Score > most - 0.01)];
    }

    void Mend(Mention mention)
    {
        for (var i = 0; i < mention.Words.Count; i++)
            if (mention.Words[i] is { Kind: TokenKind.Word } word && !words.Weak.Contains(word) && lab.Nearest(word) is { } near)
                mention.Words[i] = word with { Stem = near };
    }
}
